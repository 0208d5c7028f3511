package sockshell.repl.typing;

import java.util.List;

/**
 * A call as far as it is typed: its arguments up to the one with the cursor, which may be empty.
 * Words is the way without brackets, {@code listen l 5}.
 */
record Invoked(String name, List<String> arguments, boolean words) {
    Invoked {
        arguments = List.copyOf(arguments);
    }

    /** The place of the argument with the cursor. */
    int index() {
        return arguments.size() - 1;
    }

    /** Those in front of it. */
    List<String> before() {
        return arguments.subList(0, index());
    }

    String current() {
        return arguments.getLast();
    }
}
