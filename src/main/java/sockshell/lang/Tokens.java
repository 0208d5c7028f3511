package sockshell.lang;

/** The tokens of a source with one of them in sight. */
final class Tokens {
    private final Scanner scanner;
    private Token ahead;
    private int lastEnd;

    Tokens(String text, int start) {
        scanner = new Scanner(text);
        scanner.moveTo(start);
        lastEnd = start;
        ahead = scanner.next();
    }

    Token peek() {
        return ahead;
    }

    Token take() {
        Token taken = ahead;
        lastEnd = taken.span().to();
        ahead = scanner.next();
        return taken;
    }

    /** Goes back, or on, to where a token begins. */
    void moveTo(int position) {
        scanner.moveTo(position);
        lastEnd = position;
        ahead = scanner.next();
    }

    boolean isNext(String sign) {
        return ahead.is(sign);
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
        return ahead.span().from() > lastEnd;
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
        return ahead instanceof Token.End
                ? Slip.unfinished(ahead.span(), message)
                : new Slip(ahead.span(), message, "");
    }

    void skipBreaks() {
        while (ahead instanceof Token.Break) {
            take();
        }
    }
}
