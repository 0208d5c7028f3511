package sockshell.session;

import sockshell.lang.Mistake;
import sockshell.lang.Span;

/** Ends a statement whose mistake showed only while it ran; it never leaves this room. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Mistake mistake;

    Refusal(Span span, String message, String hint) {
        super(message, null, false, false);
        mistake = new Mistake(span, message, hint);
    }

    Mistake mistake() {
        return mistake;
    }
}
