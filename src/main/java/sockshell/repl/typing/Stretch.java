package sockshell.repl.typing;

import sockshell.render.Style;

/** A part of what is typed that has a style; what is between stretches is plain. */
public record Stretch(Style style, int from, int to) {}
