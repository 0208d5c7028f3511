package sockshell.transcript;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a transcript, by the table in its format: the beginning says what it is. */
public sealed interface Line {

    /** {@code %name value} */
    record Directive(String name, String value) implements Line {}

    /** A comment, or an empty line. */
    record Prose(String text) implements Line {}

    /** {@code who> statement} */
    record Spoken(String process, String text) implements Line {}

    /** {@code who| statement}, which goes on with the one before. */
    record Continued(String process, String text) implements Line {}

    /** {@code who= result}; {@code who=~ result} is not compared. */
    record Result(String process, String text, boolean compared) implements Line {}

    /** {@code who* call} */
    record Blocked(String process, String call) implements Line {}

    /** {@code who: text} */
    record Printed(String process, String text) implements Line {}

    /** {@code ~ seconds}, as written. */
    record Pause(String amount) implements Line {
        public double seconds() {
            return Double.parseDouble(amount);
        }
    }

    /** None of these: in a plain script a statement of main. */
    record Other(String text) implements Line {}

    /** What is no text, or too long to be read. */
    record Unreadable(String reason) implements Line {}

    /** The name of a process, what the line is, and the rest: the space decides. */
    Pattern MARKED = Pattern.compile("([A-Za-z0-9_.]+)(=~|[>|=*:])(?: (.*)|)", Pattern.DOTALL);

    /** One mark or another; an assignment without blanks is none: {@code x=5}. */
    static Line of(String text) {
        if (text.isBlank() || text.startsWith("#")) {
            return new Prose(text);
        }
        if (text.startsWith("%")) {
            int space = (text + " ").indexOf(' ');
            return new Directive(text.substring(1, space), text.substring(space).strip());
        }
        Matcher marked = MARKED.matcher(text);
        return marked.matches()
                ? marked(marked.group(1), marked.group(2), Optional.ofNullable(marked.group(3)))
                : pause(text).orElseGet(() -> new Other(text));
    }

    private static Line marked(String process, String mark, Optional<String> given) {
        String rest = given.orElse("");
        return switch (mark) {
            case ">" -> new Spoken(process, rest);
            case "|" -> new Continued(process, rest);
            case "=" -> new Result(process, rest, true);
            case "=~" -> new Result(process, rest, false);
            case "*" -> new Blocked(process, rest.strip());
            default -> new Printed(process, rest);
        };
    }

    private static Optional<Line> pause(String text) {
        return text.matches("~ [0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Optional.of(new Pause(text.substring(2)))
                : Optional.empty();
    }

    /** The line as it stands in a transcript; what is read from it is this line again. */
    default String written() {
        return switch (this) {
            case Directive(String name, String value) -> joined("%" + name, value);
            case Prose(String text) -> text;
            case Spoken(String process, String text) -> joined(process + ">", text);
            case Continued(String process, String text) -> joined(process + "|", text);
            case Result(String process, String text, boolean compared) ->
                    joined(process + (compared ? "=" : "=~"), text);
            case Blocked(String process, String call) -> joined(process + "*", call);
            case Printed(String process, String text) -> joined(process + ":", text);
            case Pause(String amount) -> "~ " + amount;
            case Other(String text) -> text;
            case Unreadable(String reason) -> "# " + reason;
        };
    }

    private static String joined(String mark, String rest) {
        return rest.isEmpty() ? mark : mark + " " + rest;
    }
}
