package sockshell.render;

/** What pictures are drawn on: never wider than this, and with these characters only. */
public record Sheet(int width, Glyphs glyphs) {

    /** A line that fits, cut where it does not. */
    public Text fit(Text line) {
        return line.cut(width, glyphs.ellipsis());
    }

    /** A line from one side to the other. */
    public Text rule() {
        return Text.of(Style.FAINT, glyphs.across().repeat(width));
    }
}
