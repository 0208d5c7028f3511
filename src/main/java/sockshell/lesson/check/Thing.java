package sockshell.lesson.check;

/** A descriptor of a process from when it is made until it is closed; its number may come again. */
public record Thing(int id, String process, int descriptor) {}
