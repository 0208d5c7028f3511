package sockshell.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The two calls of {@link Calls#single} with nothing of ours around them, errno captured: what the
 * JVM itself takes for a call to C, and no port can save.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Bare {
    private static final MethodHandle SEND = handle("send");
    private static final MethodHandle RECV = handle("recv");

    /** One byte, and where errno goes. */
    @State(Scope.Thread)
    public static class Memory {
        final MemorySegment capture = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
        final MemorySegment data = Arena.ofAuto().allocate(1);
    }

    @Benchmark
    public void single(Ends.Local ends, Memory memory) throws Throwable {
        int from = ends.from.number();
        int to = ends.to.number();
        moved((long) SEND.invokeExact(memory.capture, from, memory.data, 1L, 0));
        moved((long) RECV.invokeExact(memory.capture, to, memory.data, 1L, 0));
    }

    private static void moved(long count) {
        if (count != 1) {
            throw new IllegalStateException("a call returned " + count);
        }
    }

    // ssize_t send(int sockfd, const void *buf, size_t len, int flags); and recv alike
    @SuppressWarnings("restricted") // calling C is what is measured
    private static MethodHandle handle(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT),
                Linker.Option.captureCallState("errno"));
    }
}
