package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Descriptors;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Readiness;
import sockshell.sys.Readiness.Event;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets;
import sockshell.sys.Transfers;

/** Every call with any numbers, on descriptors that nobody has, and from many threads at once. */
public abstract class RandomInputContract extends TcpContract {
    /* above the highest number that a process can have: never anybody's descriptor */
    private static final Fd HUGE = new Fd(1 << 20);

    protected RandomInputContract(Kernel kernel) {
        super(kernel);
    }

    /** Every call that takes a descriptor, with numbers from the source for all the rest. */
    private Map<String, Function<Fd, Result<?>>> calls(Random numbers) {
        Map<String, Function<Fd, Result<?>>> calls = new LinkedHashMap<>();
        addSockets(calls, numbers);
        addTransfers(calls, numbers);
        addDescriptors(calls, numbers);
        addReadiness(calls, numbers);
        return calls;
    }

    private void addSockets(Map<String, Function<Fd, Result<?>>> calls, Random numbers) {
        Sockets sockets = kernel.sockets();
        calls.put("bind", fd -> sockets.bind(fd, address(numbers)));
        calls.put("connect", fd -> sockets.connect(fd, address(numbers)));
        calls.put("listen", fd -> sockets.listen(fd, numbers.nextInt()));
        calls.put("accept", sockets::accept);
        calls.put("accept4", fd -> sockets.accept4(fd, flags(numbers, "SOCK_NONBLOCK")));
        calls.put("shutdown", fd -> sockets.shutdown(fd, numbers.nextInt()));
        calls.put("getsockname", sockets::getsockname);
        calls.put("getpeername", sockets::getpeername);
        calls.put(
                "getsockopt",
                fd -> sockets.getsockopt(fd, numbers.nextInt(), numbers.nextInt(), 1000));
        calls.put(
                "setsockopt",
                fd ->
                        sockets.setsockopt(
                                fd, numbers.nextInt(), numbers.nextInt(), bytes(numbers), 4));
    }

    private void addTransfers(Map<String, Function<Fd, Result<?>>> calls, Random numbers) {
        Transfers transfers = kernel.transfers();
        Buffer buffer = kernel.buffer(10);
        var message = new Message.Outgoing(buffer);
        calls.put("read", fd -> transfers.read(fd, buffer, 10));
        calls.put("write", fd -> transfers.write(fd, buffer, 10));
        calls.put("send", fd -> transfers.send(fd, buffer, 10, numbers.nextInt()));
        calls.put(
                "sendto",
                fd -> transfers.sendto(fd, buffer, 10, numbers.nextInt(), address(numbers)));
        calls.put("sendmsg", fd -> transfers.sendmsg(fd, message, messageFlags(numbers)));
        calls.put("recv", fd -> transfers.recv(fd, buffer, 10, numbers.nextInt()));
        calls.put("recvfrom", fd -> transfers.recvfrom(fd, buffer, 10, numbers.nextInt()));
        calls.put(
                "recvmsg",
                fd -> transfers.recvmsg(fd, List.of(buffer), 100, messageFlags(numbers)));
        calls.put(
                "sendfile",
                fd -> transfers.sendfile(fd, fd, OptionalLong.empty(), numbers.nextLong()));
    }

    private void addDescriptors(Map<String, Function<Fd, Result<?>>> calls, Random numbers) {
        Descriptors descriptors = kernel.descriptors();
        calls.put("close", descriptors::close);
        calls.put("dup", descriptors::dup);
        calls.put("dup2", fd -> descriptors.dup2(fd, HUGE));
        calls.put("fcntl", fd -> descriptors.fcntl(fd, numbers.nextInt(), numbers.nextInt()));
        calls.put(
                "ioctl", fd -> descriptors.ioctl(fd, numbers.nextLong(), word(numbers.nextInt())));
    }

    private void addReadiness(Map<String, Function<Fd, Result<?>>> calls, Random numbers) {
        Readiness readiness = kernel.readiness();
        var event = new Event(numbers.nextInt(), numbers.nextLong());
        calls.put("epoll_ctl", fd -> readiness.epoll_ctl(fd, numbers.nextInt(), fd, event));
        calls.put("epoll_wait", fd -> readiness.epoll_wait(fd, 10, numbers.nextInt()));
    }

    /** Flags that the call knows: the kernel looks at those of accept4 before the descriptor. */
    private int flags(Random numbers, String one) {
        return numbers.nextBoolean() ? n(one) : 0;
    }

    /** But for MSG_CMSG_COMPAT, which is EINVAL whatever the descriptor, net/socket.c. */
    private static int messageFlags(Random numbers) {
        return numbers.nextInt(Integer.MAX_VALUE);
    }

    private static Bytes bytes(Random numbers) {
        byte[] bytes = new byte[numbers.nextInt(300)];
        numbers.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static SockAddr address(Random numbers) {
        return new SockAddr.Raw(bytes(numbers), numbers.nextInt(100));
    }

    @Test
    void no_call_knows_a_negative_descriptor() {
        calls(new Random(1)).forEach((_, call) -> fails(call.apply(new Fd(-1)), "EBADF"));
        calls(new Random(2))
                .forEach((_, call) -> fails(call.apply(new Fd(Integer.MIN_VALUE)), "EBADF"));
    }

    @Test
    void no_call_knows_a_huge_descriptor() {
        calls(new Random(3)).forEach((_, call) -> fails(call.apply(HUGE), "EBADF"));
        calls(new Random(4))
                .forEach((_, call) -> fails(call.apply(new Fd(Integer.MAX_VALUE)), "EBADF"));
    }

    @Test
    void random_numbers_never_get_more_than_an_error() {
        Random numbers = new Random(6);
        var calls = calls(numbers);
        for (int i = 0; i < 2000; i++) {
            calls.forEach((name, call) ->
                    assertThat(isNoSuccess(call, nobody(numbers))).as(name).isTrue());
        }
    }

    /** Whether the call failed or was refused. */
    private static boolean isNoSuccess(Function<Fd, Result<?>> call, Fd nobody) {
        try {
            return call.apply(nobody) instanceof Result.Err;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static Fd nobody(Random numbers) {
        return new Fd(
                numbers.nextBoolean()
                        ? numbers.nextInt(Integer.MIN_VALUE, 0)
                        : numbers.nextInt(HUGE.number(), Integer.MAX_VALUE));
    }

    @Test
    void random_lengths_are_an_error_or_refused() {
        Random numbers = new Random(7);
        Buffer buffer = kernel.buffer(10);
        List<Function<Fd, Result<?>>> calls =
                List.of(
                        fd -> kernel.sockets().getsockopt(fd, 1, 1, numbers.nextInt()),
                        fd -> kernel.transfers().send(fd, buffer, numbers.nextInt(), 0),
                        fd -> kernel.transfers().recv(fd, buffer, numbers.nextInt(), 0),
                        fd -> kernel.transfers().recvmsg(fd, List.of(), numbers.nextInt(), 0),
                        fd -> kernel.readiness().epoll_wait(fd, numbers.nextInt(), 0));
        for (int i = 0; i < 2000; i++) {
            calls.forEach(call -> assertThat(isNoSuccess(call, nobody(numbers))).isTrue());
        }
    }

    @Test
    void random_bytes_mean_an_address_or_stay_as_they_are() {
        Random numbers = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            var family = Bytes.of((byte) numbers.nextInt(12), (byte) 0);
            var raw = new SockAddr.Raw(family.plus(bytes(numbers)), numbers.nextInt(-1, 300));
            if (kernel.decode(raw) instanceof SockAddr.Raw(_, int length)) {
                assertThat(length).isEqualTo(raw.length());
            }
        }
    }

    @Test
    void random_kinds_of_sockets_are_an_error_or_a_socket() {
        Random numbers = new Random(8);
        for (int i = 0; i < 2000; i++) {
            kernel.sockets()
                    .socket(n("AF_UNIX"), numbers.nextInt(), numbers.nextInt())
                    .map(this::close);
            kernel.readiness().epoll_create1(numbers.nextInt()).map(this::close);
        }
    }

    @Test
    void each_of_a_thousand_threads_gets_its_own_answers() {
        List<Failing> calls = failing(streamPair().first(), tcp());
        CountDownLatch start = new CountDownLatch(1000);
        var threads =
                IntStream.range(0, 1000)
                        .mapToObj(i -> wrongAnswers(start, calls.get(i % calls.size())))
                        .toList();
        threads.forEach(each -> assertThat(each.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty());
    }

    /** A call and the one error it always gives. */
    private record Failing(String errno, Supplier<Result<?>> call) {}

    private List<Failing> failing(Fd half, Fd plain) {
        return List.of(
                new Failing("EBADF", () -> kernel.descriptors().close(HUGE)),
                new Failing("EINVAL", () -> kernel.sockets().accept(plain)),
                new Failing("ENOTCONN", () -> recv(plain, 0)),
                new Failing("EOPNOTSUPP", () -> kernel.sockets().getsockopt(plain, 9999, 1, 4)),
                new Failing("ENOPROTOOPT", () -> kernel.sockets().getsockopt(plain, 1, 9999, 4)),
                new Failing("ENOENT", () -> kernel.descriptors().unlink("/nonexistent")),
                new Failing("EAGAIN", () -> recv(half, n("MSG_DONTWAIT"))),
                new Failing("EAFNOSUPPORT", () -> kernel.sockets().socket(-1, 1, 0)));
    }

    /** All answers to a thread's many calls that are not the right one. */
    private static CompletableFuture<List<Result<?>>> wrongAnswers(
            CountDownLatch start, Failing failing) {
        CompletableFuture<List<Result<?>>> wrong = new CompletableFuture<>();
        Runnable asking =
                () -> {
                    start.countDown();
                    awaitAll(start);
                    wrong.complete(wrongAnswers(failing));
                };
        Thread.ofPlatform().daemon().start(asking);
        return wrong;
    }

    private static List<Result<?>> wrongAnswers(Failing failing) {
        return IntStream.range(0, 50)
                .<Result<?>>mapToObj(_ -> failing.call().get())
                .filter(answer -> !is(answer, failing.errno()))
                .toList();
    }

    private static boolean is(Result<?> answer, String errno) {
        return answer instanceof Result.Err<?>(Errno given) && given.name().equals(errno);
    }

    private static void awaitAll(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
