package sockshell.lang;

import java.util.ArrayList;
import java.util.List;

/** The whole numbers that stand in a text, as far as it can be read. */
public final class Numbers {
    /** One of them, and where it stands. */
    public record Written(Span span, long value) {}

    private Numbers() {}

    public static List<Written> of(String text) {
        List<Written> numbers = new ArrayList<>();
        try {
            Scanner scanner = new Scanner(text);
            for (Token token = scanner.next(); !(token instanceof Token.End); ) {
                if (token instanceof Token.Whole(Span span, long value)) {
                    numbers.add(new Written(span, value));
                }
                token = scanner.next();
            }
        } catch (Slip unreadable) {
            return numbers;
        }
        return numbers;
    }
}
