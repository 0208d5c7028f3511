package sockshell.render;

/** The characters that pictures are drawn with, for terminals with and without Unicode. */
public enum Glyphs {
    UNICODE("─│┌┐└┘├┤┬┴┼╲╱╳", "→←·█░", "…"),
    ASCII("-|+++++++++\\/X", "><-#.", "...");

    private final String box;
    private final String marks;
    private final String ellipsis;

    Glyphs(String box, String marks, String ellipsis) {
        this.box = box;
        this.marks = marks;
        this.ellipsis = ellipsis;
    }

    public String across() {
        return box.substring(0, 1);
    }

    public String down() {
        return box.substring(1, 2);
    }

    public String topLeft() {
        return box.substring(2, 3);
    }

    public String topRight() {
        return box.substring(3, 4);
    }

    public String bottomLeft() {
        return box.substring(4, 5);
    }

    public String bottomRight() {
        return box.substring(5, 6);
    }

    public String teeRight() {
        return box.substring(6, 7);
    }

    public String teeLeft() {
        return box.substring(7, 8);
    }

    public String teeDown() {
        return box.substring(8, 9);
    }

    public String teeUp() {
        return box.substring(9, 10);
    }

    public String cross() {
        return box.substring(10, 11);
    }

    /** A line from top left to bottom right. */
    public String falling() {
        return box.substring(11, 12);
    }

    /** A line from bottom left to top right. */
    public String rising() {
        return box.substring(12, 13);
    }

    /** Where the two of them meet. */
    public String crossing() {
        return box.substring(13);
    }

    /** The point of an arrow. */
    public String right() {
        return marks.substring(0, 1);
    }

    public String left() {
        return marks.substring(1, 2);
    }

    /** Between things of one line. */
    public String dot() {
        return marks.substring(2, 3);
    }

    /** Where something was cut. */
    public String ellipsis() {
        return ellipsis;
    }

    /** A piece of a bar. */
    public String block() {
        return marks.substring(3, 4);
    }

    /** A piece of a bar that is not filled. */
    public String shade() {
        return marks.substring(4);
    }
}
