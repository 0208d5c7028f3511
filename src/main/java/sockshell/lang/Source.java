package sockshell.lang;

/** A text that is read, and where in it an offset lies: lines and columns count from 1. */
public record Source(String text) {

    public int line(int offset) {
        return (int) text.chars().limit(offset).filter(each -> each == '\n').count() + 1;
    }

    public int column(int offset) {
        return offset - lineStart(offset) + 1;
    }

    /** The whole line in which an offset lies, without its end. */
    public String lineAt(int offset) {
        int end = text.indexOf('\n', offset);
        return text.substring(lineStart(offset), end < 0 ? text.length() : end);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
