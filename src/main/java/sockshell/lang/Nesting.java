package sockshell.lang;

/**
 * Follows the brackets line by line, so that a block is read once, when it is whole, and not anew
 * with each of its lines.
 */
public final class Nesting {
    private int open;

    /**
     * Takes a line in. One that can't be read opens and closes nothing: a block that holds one is
     * taken in up to its end, so that nothing of it runs by itself.
     */
    public void add(String line) {
        if (line.stripLeading().startsWith("/") && open == 0) {
            return;
        }
        int before = open;
        try {
            Scanner scanner = new Scanner(line);
            for (Token token = scanner.next(); !(token instanceof Token.End); ) {
                open += step(token);
                token = scanner.next();
            }
        } catch (Slip unreadable) {
            open = before;
        }
    }

    private static int step(Token token) {
        if (token.is("(") || token.is("[") || token.is("{")) {
            return 1;
        }
        return token.is(")") || token.is("]") || token.is("}") ? -1 : 0;
    }

    /** Whether more lines belong to what was taken in so far. */
    public boolean isOpen() {
        return open > 0;
    }

    public void clear() {
        open = 0;
    }
}
