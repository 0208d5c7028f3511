package sockshell.transcript.program;

/** The program of one process, and the file that it is to be kept in. */
public record Program(String process, String fileName, String text) {}
