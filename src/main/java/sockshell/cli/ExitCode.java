package sockshell.cli;

/** What a run says to whoever started it. */
enum ExitCode {
    WELL(0),
    /** a call failed, or a statement was none */
    FAILED(1),
    /** arguments or a file that nothing can be done with */
    UNUSABLE(2),
    /** a recording without its end */
    UNFINISHED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
