package sockshell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Tag> tags = new ArrayList<>();
        if (line.indexOf('<') < 0) {
            return tags;
        }
        try {
            Scanner scanner = new Scanner(line);
            for (Token token = scanner.next(); !(token instanceof Token.End); ) {
                if (token instanceof Token.Tag(Span span, String name)) {
                    tags.add(new Tag(span, name));
                }
                token = scanner.next();
            }
        } catch (Slip unreadable) {
            return tags;
        }
        return tags;
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
