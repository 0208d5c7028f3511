package sockshell.transcript.drawing;

import java.util.List;

/**
 * A statement and all that it led to. Without a line of the file it is what came by itself, after a
 * pause.
 */
record Step(int line, String process, String typed, List<Item> items, List<Told> told) {
    Step {
        items = List.copyOf(items);
        told = List.copyOf(told);
    }

    boolean isTyped() {
        return line > 0;
    }

    /** As the file has it; a statement of several lines is one here. */
    String heading() {
        return isTyped() ? process + "> " + typed.replaceAll("\\s*\\R\\s*", " ") : "Later";
    }
}
