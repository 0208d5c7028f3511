package sockshell.lang;

/**
 * A slip of the person's: where it is, what is wrong, and what to do about it. Nothing of a
 * statement with a mistake reaches the kernel. The hint may be empty.
 */
public record Mistake(Span span, String message, String hint) {
    public Mistake(Span span, String message) {
        this(span, message, "");
    }
}
