package sockshell.transcript.drawing;

import java.util.List;
import sockshell.render.Text;

/**
 * A statement and all that it led to. Without a line of the file it is what came by itself, after a
 * pause.
 */
record Step(int line, String process, String typed, List<Item> items, List<Told> told) {
    private static final int LONGEST = 300;

    Step {
        items = List.copyOf(items);
        told = List.copyOf(told);
    }

    boolean isTyped() {
        return line > 0;
    }

    /** As the file has it; a statement of several lines is one here. */
    String heading() {
        return isTyped() ? process + "> " + oneLine(typed) : "Later";
    }

    private static String oneLine(String text) {
        return Text.of(text.replaceAll("\\s*\\R\\s*", " ")).cut(LONGEST, "…").toString();
    }
}
