package sockshell.bench;

/**
 * What is compared with C, and how much slower it may be. Two are there to say why: C itself in a
 * process with a second thread, which sleeps, as the kernel then counts who uses a file; and the
 * JVM's own call to C.
 */
enum Case {
    SINGLE("send + recv of 1 byte, socketpair", "single", "Calls.single", 1.10),
    THREADED("-- by C with a second thread", "single", "", Double.NaN),
    BARE("-- by Java's bare downcalls", "single", "Bare.single", Double.NaN),
    BLOCK("send + recv of 64 KiB, loopback TCP", "block", "Calls.block", 1.05),
    FILE("sendfile + recv of 64 KiB, loopback TCP", "file", "Calls.file", 1.05);

    private final String title;
    private final String argument;
    private final String benchmark;
    private final double bound;

    Case(String title, String argument, String benchmark, double bound) {
        this.title = title;
        this.argument = argument;
        this.benchmark = benchmark;
        this.bound = bound;
    }

    String title() {
        return title;
    }

    /** What calls.c and calls.py call it. */
    String argument() {
        return argument;
    }

    /** The method that JMH runs; empty where it is C's turn again. */
    String benchmark() {
        return benchmark;
    }

    /** The highest ratio to C. */
    double bound() {
        return bound;
    }

    boolean isBound() {
        return !Double.isNaN(bound);
    }
}
