package sockshell.lang;

import java.util.Optional;

/** The tokens of a source with one of them in sight. */
final class Tokens {
    private final Scanner scanner;
    private Token ahead;
    private Optional<Slip> unreadable = Optional.empty();
    private int lastEnd;

    Tokens(String text, int start) {
        scanner = new Scanner(text);
        scanner.moveTo(start);
        lastEnd = start;
        ahead = new Token.End(new Span(start, start));
        look();
    }

    /** What can't be read is a mistake of whoever looks at it, not of who took what is before. */
    private void look() {
        try {
            unreadable = Optional.empty();
            ahead = scanner.next();
        } catch (Slip slip) {
            unreadable = Optional.of(slip);
        }
    }

    Token peek() {
        if (unreadable.isPresent()) {
            throw unreadable.get();
        }
        return ahead;
    }

    Token take() {
        Token taken = peek();
        lastEnd = taken.span().to();
        look();
        return taken;
    }

    /** Goes back, or on, to where a token begins. */
    void moveTo(int position) {
        scanner.moveTo(position);
        lastEnd = position;
        look();
    }

    boolean isNext(String sign) {
        return peek().is(sign);
    }

    boolean accept(String sign) {
        boolean comes = isNext(sign);
        if (comes) {
            take();
        }
        return comes;
    }

    Span expect(String sign, String where) {
        if (!isNext(sign)) {
            throw unexpected("expected " + sign + " " + where);
        }
        return take().span();
    }

    /** Whether a blank stands in front of the token in sight. */
    boolean afterBlank() {
        return peek().span().from() > lastEnd;
    }

    int lastEnd() {
        return lastEnd;
    }

    /** The whole word in front, as a command takes it. */
    String word() {
        scanner.moveTo(ahead.span().from());
        String word = scanner.wordAhead();
        scanner.moveTo(ahead.span().to());
        return word;
    }

    /** A mistake at the token in sight; at the end of the source more lines may mend it. */
    Slip unexpected(String message) {
        return peek() instanceof Token.End
                ? Slip.unfinished(ahead.span(), message)
                : new Slip(ahead.span(), message, "");
    }

    void skipBreaks() {
        while (peek() instanceof Token.Break) {
            take();
        }
    }
}
