package sockshell.lang;

import sockshell.sys.Bytes;

/** The smallest piece that means something. */
sealed interface Token {
    Span span();

    /** A word: a name, a constant, a keyword. */
    record Word(Span span, String text) implements Token {}

    record Whole(Span span, long value) implements Token {}

    record Fraction(Span span, double value) implements Token {}

    /** Text in quotes, or bytes in hex. */
    record Text(Span span, Bytes bytes) implements Token {}

    /** {@code $7} */
    record Scratch(Span span, int number) implements Token {}

    /** {@code <name>}, which stands for a value captured in a transcript. */
    record Tag(Span span, String name) implements Token {}

    /** {@code 127.0.0.1} or {@code 127.0.0.1:80}, in parts. */
    record Dotted(Span span, String host) implements Token {}

    /** An operator or a bracket. */
    record Sign(Span span, String text) implements Token {}

    /** The end of a line or a semicolon: a statement may end here. */
    record Break(Span span) implements Token {}

    /** The end of the source. */
    record End(Span span) implements Token {}

    default boolean is(String sign) {
        return this instanceof Sign(_, String text) && text.equals(sign);
    }

    default boolean isWord(String word) {
        return this instanceof Word(_, String text) && text.equals(word);
    }
}
