package sockshell.repl.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import sockshell.repl.cursor.Piece.Kind;

/**
 * Cuts what is typed into pieces. Unlike the language's scanner it takes any text, as a line that
 * is being typed is wrong most of the time.
 */
public final class Pieces {
    private static final String BLANKS = " \t\r";

    private final String text;
    private final boolean textsGoOn;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int depth;

    private Pieces(String text, boolean textsGoOn) {
        this.text = text;
        this.textsGoOn = textsGoOn;
    }

    /** A text in quotes ends with its line, as in the language. */
    public static List<Piece> of(String text) {
        return new Pieces(text, false).all();
    }

    /** A text in quotes goes on until its other quote. */
    public static List<Piece> acrossLines(String text) {
        return new Pieces(text, true).all();
    }

    private List<Piece> all() {
        while (skipBlanks()) {
            next();
        }
        return pieces;
    }

    private boolean skipBlanks() {
        skip(c -> BLANKS.indexOf(c) >= 0);
        return at < text.length();
    }

    private void next() {
        char first = text.charAt(at);
        if (atLineStart() && isPrefix()) {
            add(Kind.PREFIX, text.indexOf('>', at) + 1, false);
        } else if (first == '#') {
            add(Kind.COMMENT, lineEnd(), false);
        } else if (first == '\n' || first == ';') {
            add(Kind.BREAK, at + 1, false);
        } else if (first == '/' && atStatement()) {
            add(Kind.COMMAND, lineEnd(), false);
        } else if (first == '"' || first == '\'') {
            quoted(at);
        } else if (isDigit(first) || (first == '.' && isDigit(charAt(at + 1)))) {
            add(Kind.NUMBER, end(c -> c == '.' || isNamePart(c)), false);
        } else if (isNamePart(first) || first == '$') {
            word();
        } else {
            sign(first);
        }
    }

    /** Text and bytes may have a letter in front: {@code x"0a"}. */
    private void word() {
        int end = end(c -> isNamePart(c) || c == '$');
        boolean marks = end == at + 1 && "xb".indexOf(text.charAt(at)) >= 0;
        if (marks && "\"'".indexOf(charAt(end)) >= 0) {
            quoted(end);
        } else {
            add(Kind.WORD, end, false);
        }
    }

    private void quoted(int quoteAt) {
        char quote = text.charAt(quoteAt);
        int end = quoteAt + 1;
        while (end < text.length() && text.charAt(end) != quote && goesOn(end)) {
            end += text.charAt(end) == '\\' && goesOn(end + 1) ? 2 : 1;
        }
        boolean closed = end < text.length() && text.charAt(end) == quote;
        add(Kind.TEXT, closed ? end + 1 : Math.min(end, text.length()), !closed);
    }

    private boolean goesOn(int place) {
        return textsGoOn || charAt(place) != '\n';
    }

    private void sign(char first) {
        if (first == '/' || first == '@') {
            add(Kind.PATH, end(c -> c > ' ' && ";#()[]{}\"'".indexOf(c) < 0), false);
            return;
        }
        char second = charAt(at + 1);
        boolean compares = second == '=' && "=!<>".indexOf(first) >= 0;
        boolean isDouble = compares || (second == first && "<>".indexOf(first) >= 0);
        add(Kind.SIGN, at + (isDouble ? 2 : 1), false);
        depth += "([{".indexOf(first) >= 0 ? 1 : ")]}".indexOf(first) >= 0 ? -1 : 0;
        depth = Math.max(0, depth);
    }

    private void add(Kind kind, int end, boolean open) {
        pieces.add(new Piece(kind, at, end, text.substring(at, end), open));
        at = end;
    }

    private boolean atLineStart() {
        return depth == 0 && (at == 0 || text.charAt(at - 1) == '\n');
    }

    private boolean atStatement() {
        Kind last = pieces.isEmpty() ? Kind.BREAK : pieces.getLast().kind();
        return depth == 0 && (last == Kind.BREAK || last == Kind.PREFIX);
    }

    /** As a transcript has it: the space behind decides. */
    private boolean isPrefix() {
        int end = end(c -> isNamePart(c) || c == '.');
        return end > at && charAt(end) == '>' && " \n".indexOf(charAt(end + 1)) >= 0;
    }

    /** Behind the end there is but the end of a line. */
    private char charAt(int place) {
        return place < text.length() ? text.charAt(place) : '\n';
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int end(IntPredicate wanted) {
        int end = at;
        while (end < text.length() && wanted.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void skip(IntPredicate wanted) {
        at = end(wanted);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(int c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
