package sockshell.render.page;

/** A command of the shell as its help names it: {@code /queue}, {@code [s]}, and a line on it. */
public record Command(String group, String name, String arguments, String meaning) {}
