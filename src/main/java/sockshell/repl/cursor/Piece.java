package sockshell.repl.cursor;

/** A piece of what is typed, be it right or wrong; open is a text without its closing quote. */
public record Piece(Kind kind, int from, int to, String text, boolean open) {
    public enum Kind {
        WORD,
        NUMBER,
        TEXT,
        /** a path or an abstract name as a command's word */
        PATH,
        SIGN,
        /** the end of a line or a semicolon */
        BREAK,
        COMMENT,
        /** {@code who>} at the beginning of a line */
        PREFIX,
        /** {@code /sockets -all}: the whole line */
        COMMAND
    }

    public boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean opens() {
        return kind == Kind.SIGN && "([{".contains(text);
    }

    public boolean closes() {
        return kind == Kind.SIGN && ")]}".contains(text);
    }

    /** Whether it can stand in front of an operator, a dot or an index. */
    public boolean isOperand() {
        return switch (kind) {
            case WORD -> !Words.STARTING.contains(text);
            case NUMBER, TEXT, PATH -> true;
            case SIGN -> is(")") || is("]");
            case BREAK, COMMENT, PREFIX, COMMAND -> false;
        };
    }
}
