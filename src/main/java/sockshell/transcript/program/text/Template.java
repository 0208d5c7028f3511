package sockshell.transcript.program.text;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue's pictures of calls: what stands in braces is put in. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([&#]?\\w+)\\}");

    private Template() {}

    static String fill(String template, UnaryOperator<String> value) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }
}
