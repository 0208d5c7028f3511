package sockshell.lang;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import sockshell.sys.Bytes;

/** Reads numbers and quoted texts. */
final class Literals {
    private static final Map<Character, Integer> ESCAPES =
            Map.of('n', 10, 'r', 13, 't', 9, '0', 0, 'a', 7, 'b', 8, '\\', 92, '"', 34, '\'', 39);

    /* Java would take more: 1.5f, 0x1.8p3 */
    private static final Pattern FRACTION =
            Pattern.compile("([0-9]+\\.[0-9]*|\\.[0-9]+)([eE][0-9]+)?");

    private static final Pattern UNSHOWN = Pattern.compile("[^ -~]");

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A number, a fraction of seconds, or the four numbers of an Internet address. */
    Token number() {
        int start = cursor.position();
        if (cursor.peek() == '0' && "xXoObB".indexOf(cursor.peek(1)) >= 0) {
            cursor.moveTo(start + 2);
        }
        cursor.skip(Literals::isNameOrDot);
        String text = cursor.since(start);
        Span span = cursor.spanSince(start);
        if (isDotted(text)) {
            return new Token.Dotted(span, text);
        }
        return text.indexOf('.') >= 0 && !text.startsWith("0x")
                ? fraction(span, text)
                : new Token.Whole(span, whole(span, text));
    }

    private static boolean isNameOrDot(int c) {
        return c == '.' || Scanner.isNamePart(c);
    }

    /** Four groups of digits; whether each is below 256 is for the kernel's library to say. */
    private static boolean isDotted(String text) {
        return text.chars().filter(c -> c == '.').count() == 3
                && text.chars().allMatch(c -> c == '.' || Character.isDigit(c))
                && !text.endsWith(".");
    }

    private static Token fraction(Span span, String text) {
        if (!FRACTION.matcher(text).matches()) {
            throw new Slip(span, text + " is no number", "");
        }
        return new Token.Fraction(span, Double.parseDouble(text));
    }

    private static long whole(Span span, String text) {
        int radix =
                switch (text.length() > 1 && text.startsWith("0") ? text.charAt(1) : ' ') {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 10;
                };
        String digits = radix == 10 ? text : text.substring(2);
        if (digits.isEmpty() || digits.chars().anyMatch(c -> Character.digit(c, radix) < 0)) {
            throw new Slip(span, text + " is no number", "");
        }
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException e) {
            throw new Slip(span, "this number is too large", "numbers go up to " + Long.MAX_VALUE);
        }
    }

    /** Text in quotes of either kind, on one line; the result is its bytes in UTF-8. */
    Token text() {
        int start = cursor.position();
        char quote = cursor.take();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (cursor.peek() != quote) {
            if (cursor.atEnd() || cursor.peek() == '\n') {
                throw new Slip(cursor.spanSince(start), "this text has no end", "add " + quote);
            }
            if (cursor.peek() < ' ' && cursor.peek() != '\t') {
                throw new Slip(
                        cursor.spanSince(cursor.position()),
                        "this text holds a control character as it is",
                        "write it as \\x and two hex digits");
            }
            if (cursor.peek() == '\\') {
                bytes.write(escape());
            } else {
                bytes.writeBytes(character().getBytes(StandardCharsets.UTF_8));
            }
        }
        cursor.take();
        return new Token.Text(cursor.spanSince(start), Bytes.of(bytes.toByteArray()));
    }

    /** One character, which may be two of Java's. */
    private String character() {
        int start = cursor.position();
        if (Character.isHighSurrogate(cursor.take()) && Character.isLowSurrogate(cursor.peek())) {
            cursor.take();
        }
        return cursor.since(start);
    }

    private int escape() {
        int start = cursor.position();
        cursor.take();
        char letter = cursor.take();
        if (letter == 'x') {
            int high = Character.digit(cursor.take(), 16);
            int low = Character.digit(cursor.take(), 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        } else if (ESCAPES.containsKey(letter)) {
            return ESCAPES.getOrDefault(letter, 0);
        }
        throw new Slip(
                cursor.spanSince(start),
                UNSHOWN.matcher(cursor.since(start)).replaceAll("?") + " is no escape",
                "there are \\n \\r \\t \\0 \\\\ \\\" and \\x with two hex digits");
    }

    /** {@code x"0a0b"}: the cursor stands on the quote. */
    Token hex() {
        int start = cursor.position() - 1;
        char quote = cursor.take();
        int from = cursor.position();
        cursor.skip(c -> c != quote && c != '\n');
        String digits = cursor.since(from).replace(" ", "");
        boolean closed = cursor.accept(Character.toString(quote));
        Span span = cursor.spanSince(start);
        if (!closed) {
            throw new Slip(span, "these bytes have no end", "add " + quote);
        }
        try {
            return new Token.Text(span, Bytes.of(HexFormat.of().parseHex(digits)));
        } catch (IllegalArgumentException e) {
            throw new Slip(span, "this is not hex", "two digits for each byte: x\"0a0b\"");
        }
    }
}
