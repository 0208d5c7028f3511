package sockshell.bench;

/**
 * How much is measured. A round runs every case once in each language, one directly after the
 * other: what the machine does to one it does to all, and their ratio stays. {@code QUICK} shows
 * only that everything runs.
 */
enum Effort {
    QUICK(1, 1, 20),
    FULL(6, 3, 300);

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

    String remark() {
        return switch (this) {
            case QUICK -> "Everything runs; the figures mean nothing.";
            case FULL -> "Medians of " + rounds + " rounds.";
        };
    }

    /**
     * How often each program measures in one run of it; the least counts, as the least disturbed.
     */
    int slices() {
        return slices;
    }

    /** How long it measures each time. */
    int milliseconds() {
        return milliseconds;
    }
}
