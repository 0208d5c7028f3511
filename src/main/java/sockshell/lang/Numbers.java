package sockshell.lang;

import java.util.List;
import java.util.stream.Stream;

/** The whole numbers that stand in a text, as far as it can be read. */
public final class Numbers {
    /** One of them, and where it stands. */
    public record Written(Span span, long value) {}

    private Numbers() {}

    public static List<Written> of(String text) {
        return Scanner.readable(text).stream().flatMap(Numbers::number).toList();
    }

    private static Stream<Written> number(Token token) {
        return token instanceof Token.Whole(Span span, long value)
                ? Stream.of(new Written(span, value))
                : Stream.empty();
    }
}
