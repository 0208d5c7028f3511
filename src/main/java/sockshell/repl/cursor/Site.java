package sockshell.repl.cursor;

import java.util.List;
import java.util.Optional;

/**
 * Where the cursor is: the process whose line it is, the word that is being typed, what may stand
 * there, the innermost call around it, and the brackets within that call's argument.
 */
public record Site(
        String process, String typed, Spot spot, Optional<Invoked> call, List<Inner> inner) {
    public Site {
        inner = List.copyOf(inner);
    }

    /** A bracket that is open, and how many commas are behind it. */
    public record Inner(String bracket, int index) {}

    /** What may stand at a place. */
    public sealed interface Spot {
        /** a place for nothing that is known: a text, a comment, behind a value */
        record Nowhere() implements Spot {}

        /** the beginning of a statement; of a line too, where commands and processes may stand */
        record Start(boolean ofLine) implements Spot {}

        /** a value that is no argument */
        record Value() implements Spot {}

        /** behind a block */
        record AfterBlock() implements Spot {}

        /** an argument of the call; more flags where an operator is in front */
        record Argument(boolean joined) implements Spot {}

        /** behind a dot, with what is in front of it; a call there ends with {@code ()} */
        record Method(String receiver) implements Spot {}

        record CommandName() implements Spot {}

        record CommandWord(String command) implements Spot {}
    }
}
