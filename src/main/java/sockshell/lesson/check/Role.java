package sockshell.lesson.check;

/**
 * Somebody of a lesson: a process and its variable, {@code srv.l}. Who plays the part in a
 * learner's session may be called otherwise there; the process is the same.
 */
public record Role(String process, String variable) {
    private static final String MAIN = "main";

    /** {@code srv.l}, or {@code l} of main. */
    static Role of(String written) {
        int dot = written.lastIndexOf('.');
        return dot < 0
                ? new Role(MAIN, written)
                : new Role(written.substring(0, dot), written.substring(dot + 1));
    }

    @Override
    public String toString() {
        return process.equals(MAIN) ? variable : process + "." + variable;
    }
}
