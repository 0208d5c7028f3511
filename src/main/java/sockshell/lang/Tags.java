package sockshell.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags of a line, {@code <name>}, which stand for values that a transcript captured. In quotes
 * and comments nothing is a tag.
 */
public final class Tags {
    /** A tag, and where it stands in its line. */
    public record Tag(Span span, String name) {}

    private Tags() {}

    /** All of a line, as far as it can be read. */
    public static List<Tag> of(String line) {
        return line.indexOf('<') < 0
                ? List.of()
                : Scanner.readable(line).stream().flatMap(Tags::tag).toList();
    }

    private static Stream<Tag> tag(Token token) {
        return token instanceof Token.Tag(Span span, String name)
                ? Stream.of(new Tag(span, name))
                : Stream.empty();
    }

    /** The line with a number for each tag, so that it can be parsed before values are known. */
    public static String standingIn(String line) {
        return filled(
                line,
                of(line).stream().collect(Collectors.toMap(Tag::name, _ -> "1", (one, _) -> one)));
    }

    /** The line with values for tags; a tag without a value stays, for the parser to refuse. */
    public static String filled(String line, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int copied = 0;
        for (Tag tag : of(line)) {
            Optional<String> value = Optional.ofNullable(values.get(tag.name()));
            if (value.isPresent()) {
                filled.append(line, copied, tag.span().from()).append(value.get());
                copied = tag.span().to();
            }
        }
        return filled.append(line.substring(copied)).toString();
    }
}
