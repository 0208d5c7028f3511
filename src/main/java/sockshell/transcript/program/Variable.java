package sockshell.transcript.program;

/** A variable of the program; the person's own, or one for what a call within another gave. */
record Variable(String name, Type type) {}
