package sockshell.lang;

/** Carries a {@link Mistake} out of the depth of the parser; it never leaves this room. */
final class Slip extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Mistake mistake;
    private final boolean unfinished;

    private Slip(Mistake mistake, boolean unfinished) {
        super(mistake.message(), null, false, false);
        this.mistake = mistake;
        this.unfinished = unfinished;
    }

    Slip(Span span, String message, String hint) {
        this(new Mistake(span, message, hint), false);
    }

    /** The source ends too early; what is there is right so far. */
    static Slip unfinished(Span span, String message) {
        return new Slip(new Mistake(span, message), true);
    }

    Mistake mistake() {
        return mistake;
    }

    boolean isUnfinished() {
        return unfinished;
    }
}
