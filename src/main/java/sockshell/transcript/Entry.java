package sockshell.transcript;

import java.util.List;

/** A part of a transcript, and the number of the line that it begins at. */
public sealed interface Entry {
    int line();

    /** What a process was told: one line, or several where a bracket was open. */
    record Statement(int line, String process, List<String> lines) implements Entry {
        public Statement {
            lines = List.copyOf(lines);
        }

        public String text() {
            return String.join("\n", lines);
        }
    }

    /** What was seen of a process: a result, that it is blocked, or what it printed. */
    record Seen(int line, Line what) implements Entry {}

    /** What happens to nobody: prose, a pause, a directive. */
    record Aside(int line, Line what) implements Entry {}
}
