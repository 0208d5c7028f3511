package sockshell.lang;

import java.util.Map;
import java.util.Optional;

/**
 * The tags of a line, {@code <name>}, which stand for values that a transcript captured. In quotes
 * and comments nothing is a tag.
 */
public final class Tags {
    private Tags() {}

    /** The line with values for tags; a tag without a value stays, for the parser to refuse. */
    public static String filled(String line, Map<String, String> values) {
        if (line.indexOf('<') < 0) {
            return line;
        }
        StringBuilder filled = new StringBuilder();
        int copied = 0;
        try {
            Scanner scanner = new Scanner(line);
            for (Token token = scanner.next(); !(token instanceof Token.End); ) {
                Optional<String> value = value(token, values);
                if (value.isPresent()) {
                    filled.append(line, copied, token.span().from()).append(value.get());
                    copied = token.span().to();
                }
                token = scanner.next();
            }
        } catch (Slip unreadable) {
            return filled.append(line.substring(copied)).toString();
        }
        return filled.append(line.substring(copied)).toString();
    }

    private static Optional<String> value(Token token, Map<String, String> values) {
        return token instanceof Token.Tag(_, String name)
                ? Optional.ofNullable(values.get(name))
                : Optional.empty();
    }
}
