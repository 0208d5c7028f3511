package sockshell.repl.typing;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.render.ResultText;

/** A process's variables with what they hold. Results without a name, {@code $1}, come last. */
final class Variables {
    private static final int LONGEST = 40;

    private final Context context;

    Variables(Context context) {
        this.context = context;
    }

    Stream<Offer> all() {
        return holding(_ -> true);
    }

    Stream<Offer> holding(Predicate<Value> wanted) {
        Map<String, Value> sorted = new TreeMap<>(context.variables());
        return Stream.concat(
                        sorted.entrySet().stream().filter(each -> !each.getKey().startsWith("$")),
                        sorted.entrySet().stream().filter(each -> each.getKey().startsWith("$")))
                .filter(each -> wanted.test(each.getValue()))
                .map(each -> Offer.plain(each.getKey(), Offer.VARIABLES, shown(each.getValue())));
    }

    private String shown(Value value) {
        String text = ResultText.brief(context.language().constants()).of(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
