package sockshell.render.page;

/** Something that can be typed now, and what it would do. */
public record NextStep(String statement, String why) {}
