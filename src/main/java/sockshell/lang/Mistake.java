package sockshell.lang;

/**
 * A slip of the person's: where it is, what is wrong, and what to do about it. Nothing of a
 * statement with a mistake reaches the kernel. The hint may be empty.
 */
public record Mistake(Span span, String message, String hint) {
    /* of what is quoted from a line of a mebibyte */
    private static final int LONGEST = 200;

    public Mistake {
        message = shortened(message);
        hint = shortened(hint);
    }

    public Mistake(Span span, String message) {
        this(span, message, "");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
