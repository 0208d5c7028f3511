package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.contract.Contract;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/**
 * Calls in a loop leave nothing to the garbage collector; src/bench measures it more finely. First
 * of all tests, as what the JIT has seen before decides what it need not allocate.
 */
@Order(1)
class AllocationTest extends Contract {
    private static final int BLOCK = 65536;
    private static final int PAIRS = 100_000;
    private static final int ATTEMPTS = 5;

    /** The smallest object has 16 bytes, or 8 on a JVM with compact headers. */
    private static final double LESS_THAN_AN_OBJECT = 8;

    private final Buffer buffer = kernel.buffer(BLOCK);
    private final Pair ends = streamPair();

    /** Where results go: one that nobody holds, the JIT would not have allocated at all. */
    private Result<Integer> held = new Result.Ok<>(0);

    AllocationTest() {
        super(new LibcKernel());
    }

    @BeforeEach
    void the_jvm_counts_allocations() {
        assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
        assumeThat(threads().isThreadAllocatedMemoryEnabled()).isTrue();
    }

    @Test
    void send_and_recv_of_a_byte_allocate_nothing() {
        assertThat(bytesPerCall(() -> sendAndRecv(1))).isLessThan(LESS_THAN_AN_OBJECT);
    }

    @Test
    void counts_that_alternate_allocate_nothing() {
        Runnable calls =
                () -> {
                    sendAndRecv(1);
                    sendAndRecv(4096);
                };
        assertThat(bytesPerCall(calls)).isLessThan(LESS_THAN_AN_OBJECT);
    }

    @Test
    void sendfile_allocates_nothing(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "x");
        Fd file = keep(ok(kernel.descriptors().open(path.toString(), n("O_RDONLY"), 0)));
        OptionalLong start = OptionalLong.of(0);
        Runnable calls =
                () -> {
                    hold(kernel.transfers().sendfile(ends.first(), file, start, BLOCK));
                    hold(kernel.transfers().recv(ends.second(), buffer, BLOCK, 0));
                };
        assertThat(bytesPerCall(calls)).isLessThan(LESS_THAN_AN_OBJECT);
    }

    @Test
    void sendto_allocates_nothing() {
        Fd socket = boundUdp();
        SockAddr to = nameOf(socket);
        Runnable calls =
                () -> {
                    hold(kernel.transfers().sendto(socket, buffer, 1, 0, to));
                    hold(kernel.transfers().recv(socket, buffer, 1, 0));
                };
        assertThat(bytesPerCall(calls)).isLessThan(LESS_THAN_AN_OBJECT);
    }

    private void sendAndRecv(int count) {
        hold(kernel.transfers().send(ends.first(), buffer, count, 0));
        hold(kernel.transfers().recv(ends.second(), buffer, count, 0));
    }

    private void hold(Result<Integer> result) {
        held = result;
        ok(held);
    }

    /** Tried again while it is too much: at first the JVM still compiles what is called. */
    private static double bytesPerCall(Runnable twoCalls) {
        double bytes = LESS_THAN_AN_OBJECT;
        for (int attempt = 0; attempt < ATTEMPTS && bytes >= LESS_THAN_AN_OBJECT; attempt++) {
            bytes = bytes(twoCalls) / (2.0 * PAIRS);
        }
        return bytes;
    }

    private static long bytes(Runnable calls) {
        long before = threads().getCurrentThreadAllocatedBytes();
        for (int pair = 0; pair < PAIRS; pair++) {
            calls.run();
        }
        return threads().getCurrentThreadAllocatedBytes() - before;
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
