package sockshell.repl.cursor;

import java.util.List;

/**
 * A call as far as it is typed: its arguments up to the one with the cursor, which may be empty.
 * Words is the way without brackets, {@code listen l 5}.
 */
public record Invoked(String name, List<String> arguments, boolean words) {
    public Invoked {
        arguments = List.copyOf(arguments);
    }

    /** The place of the argument with the cursor. */
    public int index() {
        return arguments.size() - 1;
    }

    /** Those in front of it. */
    public List<String> before() {
        return arguments.subList(0, index());
    }

    public String current() {
        return arguments.getLast();
    }
}
