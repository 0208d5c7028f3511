package sockshell.bench;

import static sockshell.bench.Ends.BLOCK;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;
import sockshell.sys.Errno;
import sockshell.sys.Result;

/**
 * What is measured, through the port as the shell uses it. calls.c and calls.py do the same, call
 * by call. Everything is done by one thread, so that no scheduler is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {
    private static final OptionalLong START = OptionalLong.of(0);

    @Benchmark
    public void single(Ends.Local ends, Blackhole hole) {
        moved(ends.transfers.send(ends.from, ends.data, 1, 0), hole);
        moved(ends.transfers.recv(ends.to, ends.into, 1, 0), hole);
    }

    @Benchmark
    public void block(Ends.Tcp ends, Blackhole hole) {
        drain(ends, moved(ends.transfers.send(ends.from, ends.data, BLOCK, 0), hole), hole);
    }

    @Benchmark
    public void file(Ends.Tcp ends, Blackhole hole) {
        drain(ends, moved(ends.transfers.sendfile(ends.from, ends.file, START, BLOCK), hole), hole);
    }

    private static void drain(Ends ends, int count, Blackhole hole) {
        int left = count;
        while (left > 0) {
            left -= moved(ends.transfers.recv(ends.to, ends.into, left, 0), hole);
        }
    }

    /** The result goes to JMH as well: one that nobody sees, the JIT would not allocate at all. */
    private static int moved(Result<Integer> result, Blackhole hole) {
        hole.consume(result);
        return switch (result) {
            case Result.Ok<Integer>(Integer count) when count > 0 -> count;
            case Result.Ok<Integer> _ -> throw new IllegalStateException("a call moved nothing");
            case Result.Err<Integer>(Errno errno) -> throw new IllegalStateException(errno.name());
        };
    }
}
