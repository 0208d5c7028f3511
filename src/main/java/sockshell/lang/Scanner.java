package sockshell.lang;

import java.util.ArrayList;
import java.util.List;

/** Cuts a source into tokens, one at a time, from wherever it is put. */
final class Scanner {
    private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "<<", ">>");
    private static final String SINGLE_SIGNS = "-+*&|^~%<>=()[]{},.:/@";

    private final Cursor cursor;
    private final Literals literals;

    /** The tokens of a text, as far as it can be read. */
    static List<Token> readable(String text) {
        List<Token> tokens = new ArrayList<>();
        try {
            Scanner scanner = new Scanner(text);
            for (Token token = scanner.next(); !(token instanceof Token.End); ) {
                tokens.add(token);
                token = scanner.next();
            }
        } catch (Slip unreadable) {
            return tokens;
        }
        return tokens;
    }

    Scanner(String text) {
        cursor = new Cursor(text);
        literals = new Literals(cursor);
    }

    int position() {
        return cursor.position();
    }

    void moveTo(int position) {
        cursor.moveTo(position);
    }

    static boolean isNamePart(int c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** The next token; the scanner then stands behind it. */
    Token next() {
        skipBlanks();
        int start = cursor.position();
        char first = cursor.peek();
        if (cursor.atEnd()) {
            return new Token.End(new Span(start, start));
        }
        if (first == '\n' || first == ';') {
            cursor.take();
            return new Token.Break(cursor.spanSince(start));
        }
        return switch (first) {
            case '"', '\'' -> literals.text();
            case '$' -> scratch();
            case '.' -> Character.isDigit(cursor.peek(1)) ? literals.number() : sign();
            case '<' -> tagOrSign();
            default -> wordOrNumber(first);
        };
    }

    /** Blanks and comments; the end of a line is none, as a statement may end there. */
    void skipBlanks() {
        cursor.skip(c -> c == ' ' || c == '\t' || c == '\r');
        if (cursor.peek() == '#') {
            cursor.skip(c -> c != '\n');
        }
    }

    private Token wordOrNumber(char first) {
        if (first >= '0' && first <= '9') {
            return literals.number();
        }
        return isNamePart(first) ? word() : sign();
    }

    private Token word() {
        int start = cursor.position();
        cursor.skip(Scanner::isNamePart);
        String word = cursor.since(start);
        boolean quoted = cursor.peek() == '"' || cursor.peek() == '\'';
        if (quoted && word.equals("x")) {
            return literals.hex();
        }
        return quoted && word.equals("b")
                ? literals.text()
                : new Token.Word(cursor.spanSince(start), word);
    }

    private Token scratch() {
        int start = cursor.position();
        cursor.take();
        cursor.skip(c -> c >= '0' && c <= '9');
        String digits = cursor.since(start + 1);
        if (digits.isEmpty() || digits.length() > 9) {
            throw new Slip(cursor.spanSince(start), "$ needs a number", "$1 is the first result");
        }
        return new Token.Scratch(cursor.spanSince(start), Integer.parseInt(digits));
    }

    /** {@code <name>} is a tag, where no blank stands within; anything else compares. */
    private Token tagOrSign() {
        int start = cursor.position();
        cursor.take();
        cursor.skip(Scanner::isNamePart);
        String name = cursor.since(start + 1);
        boolean isName = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        if (isName && cursor.accept(">")) {
            return new Token.Tag(cursor.spanSince(start), name);
        }
        cursor.moveTo(start);
        return sign();
    }

    private Token sign() {
        int start = cursor.position();
        for (String sign : SIGNS) {
            if (cursor.accept(sign)) {
                return new Token.Sign(cursor.spanSince(start), sign);
            }
        }
        char single = cursor.take();
        if (SINGLE_SIGNS.indexOf(single) < 0) {
            throw new Slip(cursor.spanSince(start), unexpected(single), "");
        }
        return new Token.Sign(cursor.spanSince(start), Character.toString(single));
    }

    private static String unexpected(char c) {
        return c < ' ' || c >= 127
                ? "the character U+%04X means nothing here".formatted((int) c)
                : c + " means nothing here";
    }

    /**
     * A command's word that could be a path or an address. Empty where it is more than that: the
     * brackets and quotes of an expression may hold anything.
     */
    String wordAhead() {
        int start = cursor.position();
        boolean isPath = cursor.peek() == '/' || cursor.peek() == '@';
        cursor.skip(isPath ? Scanner::isPathPart : Words::isPart);
        boolean ends = cursor.atEnd() || " \t\r\n;#},".indexOf(cursor.peek()) >= 0;
        String word = ends ? cursor.since(start) : "";
        cursor.moveTo(start);
        return word;
    }

    /** A path with other characters stands in quotes. */
    private static boolean isPathPart(int c) {
        return c > ' ' && ";#()[]{}\"'".indexOf(c) < 0;
    }
}
