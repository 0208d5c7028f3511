package sockshell.lang.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One call of the language. Waiting is there for a call that may block; shown is how the call looks
 * in other languages, with the parameters' names in braces.
 */
public record Call(
        String name,
        Help help,
        List<Form> forms,
        Gives gives,
        Optional<Waiting> waiting,
        Map<Language, String> shown) {

    /**
     * What a person wants to know: the meaning in one line, where to read on, and which errno comes
     * when, in the words of someone who has met it.
     */
    public record Help(String meaning, String page, List<Cause> causes) {
        public Help {
            causes = List.copyOf(causes);
        }
    }

    /** An errno that is worth knowing. */
    public record Cause(String errno, String when) {}

    /**
     * How to know whether a call that sleeps could go on, without making it; and when it ends by
     * itself, if it does.
     */
    public record Waiting(
            Predicate<Invocation> canGoOn, Function<Invocation, Optional<Duration>> end) {}

    /** A language that a call can be shown in. */
    public enum Language {
        C,
        PYTHON,
        JAVA
    }

    public Call {
        forms = List.copyOf(forms);
        shown = Map.copyOf(shown);
    }

    /** The forms that can take so many arguments. */
    public List<Form> forms(int count) {
        return forms.stream().filter(form -> form.takes(count)).toList();
    }

    /** Its arguments but C's length of the data, which the data have themselves. */
    public <T> List<T> withoutLength(List<T> arguments) {
        return forms.stream()
                .filter(form -> form.size() == arguments.size())
                .findFirst()
                .map(form ->
                        IntStream.range(0, form.size())
                                .filter(place -> !form.isLength(place))
                                .<T>mapToObj(arguments::get)
                                .toList())
                .orElse(arguments);
    }
}
