package sockshell.lang;

import java.util.function.IntPredicate;

/** A place in a text that moves on. */
final class Cursor {
    /** What {@link #peek} gives behind the end; no text holds it. */
    static final char END = '\uffff';

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char take() {
        char taken = peek();
        at++;
        return taken;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Moves on if {@code expected} comes next. */
    boolean accept(String expected) {
        boolean comes = text.startsWith(expected, at);
        at += comes ? expected.length() : 0;
        return comes;
    }

    void skip(IntPredicate wanted) {
        while (!atEnd() && wanted.test(peek())) {
            at++;
        }
    }

    /** The text from {@code start} to here. */
    String since(int start) {
        return text.substring(start, Math.min(at, text.length()));
    }

    Span spanSince(int start) {
        return new Span(start, Math.min(at, text.length()));
    }
}
