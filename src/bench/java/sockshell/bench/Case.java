package sockshell.bench;

/** What is compared, and how much slower than C it may be. */
enum Case {
    SINGLE("send + recv of 1 byte, socketpair", "Calls.single", "single", 1.10),
    BARE("the same by bare downcalls", "Bare.single", "single", Double.NaN),
    BLOCK("send + recv of 64 KiB, loopback TCP", "Calls.block", "block", 1.05),
    FILE("sendfile + recv of 64 KiB, the same", "Calls.file", "file", 1.05);

    private final String title;
    private final String benchmark;
    private final String argument;
    private final double bound;

    Case(String title, String benchmark, String argument, double bound) {
        this.title = title;
        this.benchmark = benchmark;
        this.argument = argument;
        this.bound = bound;
    }

    String title() {
        return title;
    }

    /** The method that JMH runs. */
    String benchmark() {
        return benchmark;
    }

    /** What calls.c and calls.py call it. */
    String argument() {
        return argument;
    }

    /** The highest ratio to C; none where it is only for comparison. */
    double bound() {
        return bound;
    }

    boolean isBound() {
        return !Double.isNaN(bound);
    }
}
