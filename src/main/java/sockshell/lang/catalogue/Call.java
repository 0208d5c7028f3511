package sockshell.lang.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** Where C's length of the data stands among so many arguments, if it does. */
    public OptionalInt lengthAt(int count) {
        return forms.stream()
                .filter(form -> form.size() == count)
                .flatMapToInt(form -> IntStream.range(0, count).filter(form::isLength))
                .findFirst();
    }
}
