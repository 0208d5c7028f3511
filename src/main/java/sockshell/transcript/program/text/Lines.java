package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.List;

/** The lines of a program, indented by blocks of four columns. */
final class Lines {
    private static final String INDENT = "    ";

    private final List<String> lines = new ArrayList<>();
    private int depth;

    Lines(int depth) {
        this.depth = depth;
    }

    void add(String line) {
        lines.add(line.isEmpty() ? "" : INDENT.repeat(depth) + line);
    }

    /** Behind the last line, if there is one. */
    void remark(String text) {
        if (!lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.getLast() + text);
        }
    }

    void open(String line) {
        add(line);
        depth++;
    }

    void close(String line) {
        depth--;
        add(line);
    }

    /** Ends a block where the language has no sign for it. */
    void dedent() {
        depth--;
    }

    int depth() {
        return depth;
    }

    void addAll(Lines other) {
        lines.addAll(other.lines);
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
