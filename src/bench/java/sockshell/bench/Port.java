package sockshell.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** SockShell's port, measured by JMH in a JVM of its own. */
record Port(Path block, Path log, Effort effort) {
    private static final int WARM_UP = 6;

    /** What one operation took: time, and memory of Java's heap. */
    record Measured(double nanoseconds, double bytes) {}

    Measured measure(Case which) throws RunnerException {
        RunResult result = new Runner(options(which)).runSingle();
        return new Measured(Median.of(slices(result)), allocated(result));
    }

    private static double allocated(RunResult result) {
        String name = "gc.alloc.rate.norm";
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
    }

    private static DoubleStream slices(RunResult result) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(each -> each.getScore());
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
