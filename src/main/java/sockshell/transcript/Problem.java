package sockshell.transcript;

/** What is wrong in a file, and where; lines and columns count from 1. */
public record Problem(String file, int line, int column, String text) {

    /** {@code file:line:column: text} */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + text;
    }
}
