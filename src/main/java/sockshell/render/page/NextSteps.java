package sockshell.render.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sockshell.lang.manual.Guide;
import sockshell.lang.manual.Guide.Next;
import sockshell.lang.manual.Guides;
import sockshell.session.told.Event;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;

/**
 * What fits after a call, in the person's own names and numbers: the templates of its guide whose
 * facts hold, and whose names are all known. Nothing is said that is known to fail.
 */
public final class NextSteps {
    private static final Pattern NAME = Pattern.compile("\\{(s|c|d|local|sender|other)}");

    private final Constants constants;

    public NextSteps(Constants constants) {
        this.constants = constants;
    }

    /** Behind a call, and with what was seen of its socket then: {@code Moment} has both. */
    public List<NextStep> after(Event.Called called, Optional<Held> seen) {
        Optional<View> view = seen.flatMap(Held::view);
        Set<String> facts = Facts.of(called, view, constants);
        Map<String, String> names = Names.of(called, view);
        return Guides.shipped().find(called.made().call().name()).stream()
                .map(Guide::next)
                .flatMap(List::stream)
                .filter(next -> facts.containsAll(next.when()))
                .flatMap(next -> filled(next, names))
                .toList();
    }

    private static Stream<NextStep> filled(Next next, Map<String, String> names) {
        boolean known =
                Stream.of(next.what(), next.why())
                        .flatMap(text -> NAME.matcher(text).results())
                        .allMatch(found -> names.containsKey(found.group(1)));
        return known
                ? Stream.of(new NextStep(filled(next.what(), names), filled(next.why(), names)))
                : Stream.of();
    }

    private static String filled(String template, Map<String, String> names) {
        return NAME.matcher(template)
                .replaceAll(
                        found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), "")));
    }
}
