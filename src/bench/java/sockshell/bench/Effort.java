package sockshell.bench;

/**
 * How much is measured. A round runs every case once in each language, one directly after the
 * other: what the machine does to one it does to all, and their ratio stays. {@code QUICK} shows
 * only that everything runs.
 */
enum Effort {
    QUICK(1, 3, 20),
    FULL(9, 5, 200);

    private final int rounds;
    private final int slices;
    private final int milliseconds;

    Effort(int rounds, int slices, int milliseconds) {
        this.rounds = rounds;
        this.slices = slices;
        this.milliseconds = milliseconds;
    }

    int rounds() {
        return rounds;
    }

    /** How often each program measures in one run of it; the median counts. */
    int slices() {
        return slices;
    }

    /** How long it measures each time. */
    int milliseconds() {
        return milliseconds;
    }
}
