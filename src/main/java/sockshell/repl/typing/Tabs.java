package sockshell.repl.typing;

/**
 * How often Tab was pressed in a row with nothing typed in between: the first completes, the second
 * shows how the call is written, the third what it is for, and the fourth begins again.
 */
public record Tabs(String text, int cursor, int presses) {
    /** Before any. */
    public static final Tabs NONE = new Tabs("", 0, 0);

    /** What the last Tab asks for. */
    public enum Asked {
        COMPLETION,
        SIGNATURES,
        DOCUMENTATION
    }

    /** One more, with this text as it is now. */
    public Tabs pressed(String now, int cursorNow) {
        boolean again = presses > 0 && now.equals(text) && cursorNow == cursor;
        return new Tabs(now, cursorNow, again ? presses + 1 : 1);
    }

    public Asked asked() {
        return switch ((Math.max(1, presses) - 1) % 3) {
            case 0 -> Asked.COMPLETION;
            case 1 -> Asked.SIGNATURES;
            default -> Asked.DOCUMENTATION;
        };
    }
}
