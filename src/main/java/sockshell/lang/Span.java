package sockshell.lang;

/** A stretch of the source, by offsets of characters; the end is not part of it. */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("span: " + from + " to " + to);
        }
    }

    /** From the beginning of this one to the end of the other. */
    public Span to(Span last) {
        return new Span(from, last.to);
    }
}
