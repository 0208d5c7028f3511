package sockshell.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** SockShell's port, measured by JMH in a JVM of its own. */
record Port(Path block, Path log, Effort effort) {
    private static final int WARM_UP = 5;

    /** What one operation took: time, and memory of Java's heap. */
    record Measured(double nanoseconds, double bytes) {}

    Measured measure(Case which) throws RunnerException {
        List<IterationResult> slices =
                new Runner(options(which))
                        .runSingle().getBenchmarkResults().stream()
                                .map(BenchmarkResult::getIterationResults)
                                .flatMap(Collection::stream)
                                .toList();
        return new Measured(
                slices.stream().mapToDouble(Port::nanoseconds).min().orElseThrow(),
                Median.of(slices.stream().mapToDouble(Port::allocated)));
    }

    private static double nanoseconds(IterationResult slice) {
        return slice.getPrimaryResult().getScore();
    }

    /** JMH itself allocates some 7 KB in each slice of time, and 100 KB once, in the last one. */
    private static double allocated(IterationResult slice) {
        String name = "gc.alloc.rate.norm";
        return Objects.requireNonNull(slice.getSecondaryResults().get(name), name).getScore();
    }

    private Options options(Case which) {
        TimeValue slice = TimeValue.milliseconds(effort.milliseconds());
        return new OptionsBuilder()
                .include("\\." + which.benchmark().replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(slice)
                .measurementIterations(effort.slices())
                .measurementTime(slice)
                .addProfiler(GCProfiler.class)
                .jvmArgs(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dblock=" + block)
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
    }
}
