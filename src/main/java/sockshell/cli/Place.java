package sockshell.cli;

import java.util.ArrayList;
import java.util.List;

/** Where in a file a text was read: its first line, and how far right each line begins there. */
final class Place {
    private final int firstLine;
    private final List<Integer> indents = new ArrayList<>();

    Place(int firstLine) {
        this.firstLine = firstLine;
    }

    void add(int indent) {
        indents.add(indent);
    }

    /** {@code line:column} of the file for a line and a column of the text, all from 1. */
    String of(int line, int column) {
        int indent = line <= indents.size() ? indents.get(line - 1) : 0;
        return (firstLine + line - 1) + ":" + (column + indent);
    }
}
