package sockshell.bench;

import java.util.stream.DoubleStream;

/** The middle of what was measured: a neighbour's burst of work does not move it. */
final class Median {
    private Median() {}

    static double of(DoubleStream measured) {
        double[] sorted = measured.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
