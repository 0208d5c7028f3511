package sockshell.transcript.program.step;

/** A variable of the program; the person's own, or one for what a call within another gave. */
public record Variable(String name, Type type) {}
