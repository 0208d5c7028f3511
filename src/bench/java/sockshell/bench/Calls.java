package sockshell.bench;

import static sockshell.bench.Ends.BLOCK;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import sockshell.sys.Errno;
import sockshell.sys.Result;

/**
 * What is measured, through the port as the shell uses it. calls.c and calls.py do the same, call
 * by call. Everything is done by one thread, so that no scheduler is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {

    @Benchmark
    public void single(Ends.Local ends) {
        moved(ends.transfers.send(ends.from, ends.data, 1, 0));
        moved(ends.transfers.recv(ends.to, ends.into, 1, 0));
    }

    @Benchmark
    public void block(Ends.Tcp ends) {
        drain(ends, moved(ends.transfers.send(ends.from, ends.data, BLOCK, 0)));
    }

    @Benchmark
    public void file(Ends.Tcp ends) {
        OptionalLong start = OptionalLong.of(0);
        drain(ends, moved(ends.transfers.sendfile(ends.from, ends.file, start, BLOCK)));
    }

    private static void drain(Ends ends, int count) {
        int left = count;
        while (left > 0) {
            left -= moved(ends.transfers.recv(ends.to, ends.into, left, 0));
        }
    }

    private static int moved(Result<Integer> result) {
        return switch (result) {
            case Result.Ok<Integer>(Integer count) when count > 0 -> count;
            case Result.Ok<Integer> _ -> throw new IllegalStateException("a call moved nothing");
            case Result.Err<Integer>(Errno errno) -> throw new IllegalStateException(errno.name());
        };
    }
}
