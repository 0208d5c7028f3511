package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Task;
import sockshell.sys.Transfers;

/**
 * What any kernel behind the port must do, as facts. A kernel is held to it by a test class that
 * extends each contract and hands the kernel over. Everything opened through these helpers is
 * closed after each test; addresses are loopback, ports the kernel's choice. A call that should not
 * have blocked ends its test and not all of them.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class Contract {
    private static final int LOOPBACK = 0x7f000001;

    protected final Kernel kernel;
    private final Deque<Fd> opened = new ArrayDeque<>();
    private final List<Blocked<?>> started = new ArrayList<>();

    protected Contract(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Both ends of a TCP connection, and the socket that listens for more. */
    public record Connection(Fd listener, Fd client, Fd server) {}

    @AfterEach
    void closeEverything() {
        opened.forEach(fd -> kernel.descriptors().close(fd));
        started.forEach(Blocked::wake);
    }

    protected int n(String constant) {
        return kernel.constants().number(constant);
    }

    protected static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Err<T>(Errno errno) -> fail("failed with " + errno);
        };
    }

    protected static void fails(Result<?> result, String errno) {
        assertThat(result).isInstanceOf(Result.Err.class);
        assertThat(((Result.Err<?>) result).errno().name()).isEqualTo(errno);
    }

    /** Has the descriptor closed after the test. */
    protected Fd keep(Fd fd) {
        opened.push(fd);
        return fd;
    }

    protected Pair keep(Pair pair) {
        keep(pair.first());
        keep(pair.second());
        return pair;
    }

    protected Fd socket(String family, String type) {
        return keep(ok(kernel.sockets().socket(n(family), n(type), 0)));
    }

    protected Fd tcp() {
        return socket("AF_INET", "SOCK_STREAM");
    }

    protected Fd udp() {
        return socket("AF_INET", "SOCK_DGRAM");
    }

    protected Pair streamPair() {
        return keep(ok(kernel.sockets().socketpair(n("AF_UNIX"), n("SOCK_STREAM"), 0)));
    }

    protected Pair pair(String type) {
        return keep(ok(kernel.sockets().socketpair(n("AF_UNIX"), n(type), 0)));
    }

    protected Pair pipe() {
        return keep(ok(kernel.descriptors().pipe()));
    }

    /** A UDP socket on a port of the kernel's choice. */
    protected Fd boundUdp() {
        Fd socket = udp();
        ok(kernel.sockets().bind(socket, loopback(0)));
        return socket;
    }

    /** Closes it now, so that the number can't be closed again when somebody else has it. */
    protected Result<Integer> close(Fd fd) {
        opened.remove(fd);
        return kernel.descriptors().close(fd);
    }

    /**
     * A descriptor that is not open, and stays so: the kernel gives low numbers first, and the
     * number lies within its table all the same.
     */
    protected Fd closedFd() {
        Fd template = udp();
        int number = ok(kernel.descriptors().fcntl(template, n("F_DUPFD"), UNUSED));
        ok(kernel.descriptors().close(new Fd(number)));
        ok(close(template));
        return new Fd(number);
    }

    private static final int UNUSED = 1200;

    protected static SockAddr.Inet4 loopback(int port) {
        return new SockAddr.Inet4(LOOPBACK, port);
    }

    protected static SockAddr.Inet6 loopback6(int port) {
        return new SockAddr.Inet6(0, 1, port);
    }

    protected SockAddr nameOf(Fd fd) {
        return ok(kernel.sockets().getsockname(fd));
    }

    /** A TCP socket that listens on a port of the kernel's choice. */
    protected Fd listener(int backlog) {
        Fd listener = tcp();
        ok(kernel.sockets().bind(listener, loopback(0)));
        ok(kernel.sockets().listen(listener, backlog));
        return listener;
    }

    protected Connection connection() {
        Fd listener = listener(5);
        Fd client = tcp();
        ok(kernel.sockets().connect(client, nameOf(listener)));
        return new Connection(listener, client, keep(ok(kernel.sockets().accept(listener)).fd()));
    }

    protected Buffer buffer(String content) {
        Bytes bytes = Bytes.of(content);
        Buffer buffer = kernel.buffer(bytes.length());
        buffer.put(0, bytes);
        return buffer;
    }

    protected Result<Integer> send(Fd fd, String data) {
        return send(fd, data, 0);
    }

    protected Result<Integer> send(Fd fd, String data, int flags) {
        Buffer buffer = buffer(data);
        return kernel.transfers().send(fd, buffer, buffer.size(), flags);
    }

    /** What recv(2) gives, as text. */
    protected String received(Fd fd, int most) {
        return received(fd, most, 0);
    }

    protected String received(Fd fd, int most, int flags) {
        Buffer buffer = kernel.buffer(most);
        int count = ok(kernel.transfers().recv(fd, buffer, most, flags));
        return buffer.get(0, count).text();
    }

    protected Result<Integer> sendto(Fd fd, String data, SockAddr to) {
        Buffer buffer = buffer(data);
        return kernel.transfers().sendto(fd, buffer, buffer.size(), 0, to);
    }

    protected Result<Transfers.Received> recvfrom(Fd fd, int most) {
        return kernel.transfers().recvfrom(fd, kernel.buffer(most), most, 0);
    }

    /** recv(2) that fails instead of waiting. */
    protected Result<Integer> recvNow(Fd fd) {
        return kernel.transfers().recv(fd, kernel.buffer(10), 10, n("MSG_DONTWAIT"));
    }

    /** Takes all that is there; how much of it makes room for more is the kernel's affair. */
    protected void drain(Fd fd) {
        int size = 1 << 16;
        Buffer buffer = kernel.buffer(size);
        int now = n("MSG_DONTWAIT");
        while (kernel.transfers().recv(fd, buffer, size, now).orElse(0) > 0) {
            Thread.onSpinWait();
        }
    }

    protected void nonBlocking(Fd fd) {
        ok(kernel.descriptors().fcntl(fd, n("F_SETFL"), n("O_NONBLOCK")));
    }

    /** Sends until the kernel takes no more; how often it did. */
    protected int fill(Fd fd, String data) {
        nonBlocking(fd);
        int count = 0;
        while (send(fd, data) instanceof Result.Ok<Integer>) {
            count++;
        }
        fails(send(fd, data), "EAGAIN");
        return count;
    }

    protected Struct struct(String name) {
        return Objects.requireNonNull(kernel.structs().get(name), name);
    }

    /** An int as it lies in memory. */
    protected static Bytes word(int value) {
        return new Struct("int", 4, List.of(NUMBER)).pack(Map.of("int", (long) value));
    }

    protected static int word(Bytes bytes) {
        return (int) Struct.number(bytes, NUMBER);
    }

    protected void option(Fd fd, String level, String option, int value) {
        Bytes bytes = word(value);
        ok(kernel.sockets().setsockopt(fd, n(level), n(option), bytes, bytes.length()));
    }

    protected int option(Fd fd, String level, String option) {
        Bytes value = ok(kernel.sockets().getsockopt(fd, n(level), n(option), 4));
        return word(value);
    }

    private static final Struct.Field NUMBER = new Struct.Field("int", 0, 4, Struct.Form.SIGNED);

    /** Waits until poll(2) reports one of the events; loopback is quick, but not at once. */
    protected int awaitEvents(Fd fd, String event) {
        var polled = ok(kernel.readiness().poll(List.of(new Interest(fd, n(event))), 10_000));
        assertThat(polled.count()).as("poll for " + event).isEqualTo(1);
        return polled.revents().getFirst();
    }

    protected static void await(String what, BooleanSupplier state) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Makes the call on a thread of its own and returns once the kernel has put it to sleep. */
    protected <T> Blocked<T> blocked(Callable<Result<T>> call) {
        Blocked<T> blocked = started(call);
        await("the call to block", blocked::isAsleep);
        return blocked;
    }

    /** Makes the call on a thread of its own, whether it blocks or not. */
    protected <T> Blocked<T> started(Callable<Result<T>> call) {
        Blocked<T> blocked = new Blocked<>(kernel, call);
        started.add(blocked);
        return blocked;
    }

    /** A call under way on another thread. */
    protected static final class Blocked<T> {
        private final Thread thread;
        private final CompletableFuture<Task> task = new CompletableFuture<>();
        private final CompletableFuture<Result<T>> result = new CompletableFuture<>();

        private Blocked(Kernel kernel, Callable<Result<T>> call) {
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                task.complete(kernel.task());
                                try {
                                    result.complete(call.call());
                                } catch (Exception broken) {
                                    result.completeExceptionally(broken);
                                }
                            });
        }

        public boolean isAsleep() {
            return task.join().isAsleep();
        }

        public boolean isDone() {
            return result.isDone();
        }

        public Result<Integer> interrupt() {
            return task.join().interrupt();
        }

        /** What the call gave, once it has. */
        public Result<T> result() {
            return result.orTimeout(10, TimeUnit.SECONDS).join();
        }

        private void wake() {
            await(
                    "the thread to end",
                    () -> {
                        if (!result.isDone() && isAsleep()) {
                            interrupt();
                        }
                        return !thread.isAlive();
                    });
        }
    }
}
