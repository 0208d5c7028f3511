package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.State;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Pair;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.Task;

/** Blocked calls that end without what they waited for: by a signal, or by a timeout. */
public abstract class InterruptContract extends TcpContract {
    protected InterruptContract(Kernel kernel) {
        super(kernel);
    }

    /**
     * Interrupts a call until it has noticed: a signal that comes when the thread is only on its
     * way into the call, or waits for something else, is lost, as in C.
     */
    private <T> Result<T> interrupted(Blocked<T> blocked) {
        await(
                "the interrupt",
                () -> {
                    if (!blocked.isDone() && blocked.isAsleep()) {
                        blocked.interrupt();
                    }
                    return blocked.isDone();
                });
        return blocked.result();
    }

    private void isInterruptible(Callable<Result<?>> call) {
        fails(interrupted(blocked(() -> call.call().map(value -> value))), "EINTR");
    }

    private void isInterruptibleRead(Reading reading) {
        Pair pair = streamPair();
        Buffer into = kernel.buffer(9);
        isInterruptible(() -> reading.read(pair.first(), into));
        ok(send(pair.second(), "after"));
        assertThat(received(pair.first(), 9)).isEqualTo("after");
    }

    private interface Reading {
        Result<?> read(Fd fd, Buffer into);
    }

    /** A socket that takes no byte more, for as long as nobody reads. */
    private Fd full() {
        Fd fd = streamPair().first();
        fill(fd);
        return fd;
    }

    @Test
    void recv_is_EINTR_and_loses_no_data() {
        isInterruptibleRead((fd, into) -> kernel.transfers().recv(fd, into, 9, 0));
    }

    @Test
    void read_is_EINTR_and_loses_no_data() {
        isInterruptibleRead((fd, into) -> kernel.transfers().read(fd, into, 9));
    }

    @Test
    void recvfrom_is_EINTR_and_loses_no_data() {
        isInterruptibleRead((fd, into) -> kernel.transfers().recvfrom(fd, into, 9, 0));
    }

    @Test
    void recvmsg_is_EINTR_and_loses_no_data() {
        isInterruptibleRead((fd, into) -> kernel.transfers().recvmsg(fd, List.of(into), 0, 0));
    }

    @Test
    void recv_with_MSG_WAITALL_is_EINTR_as_long_as_nothing_came() {
        int all = n("MSG_WAITALL");
        isInterruptibleRead((fd, into) -> kernel.transfers().recv(fd, into, 9, all));
    }

    @Test
    void recv_of_a_TCP_socket_is_EINTR() {
        Fd client = connection().client();
        isInterruptible(() -> recv(client, 0));
    }

    @Test
    void recv_of_a_UDP_socket_is_EINTR() {
        Fd fd = udp();
        ok(bind(fd, loopback(0)));
        isInterruptible(() -> recv(fd, 0));
    }

    @Test
    void MSG_WAITALL_returns_what_came_before_the_interrupt() {
        Connection connection = connection();
        Buffer into = kernel.buffer(9);
        int all = n("MSG_WAITALL");
        var receiving = blocked(() -> kernel.transfers().recv(connection.server(), into, 9, all));
        ok(send(connection.client(), "abc"));
        awaitReceived(connection.server(), 0);
        assertThat(ok(interrupted(receiving))).isEqualTo(3);
        assertThat(into.get(0, 3).text()).isEqualTo("abc");
    }

    @Test
    void send_to_a_full_socket_is_EINTR() {
        Fd fd = full();
        isInterruptible(() -> send(fd, "x"));
    }

    @Test
    void write_to_a_full_socket_is_EINTR() {
        Fd fd = full();
        isInterruptible(() -> kernel.transfers().write(fd, buffer("x"), 1));
    }

    @Test
    void sendmsg_to_a_full_socket_is_EINTR() {
        Fd fd = full();
        isInterruptible(() -> kernel.transfers().sendmsg(fd, new Message.Outgoing(buffer("x")), 0));
    }

    @Test
    void a_send_that_was_taken_in_part_returns_the_part() {
        Fd client = connection().client();
        int much = 16 << 20;
        var sending = blocked(() -> kernel.transfers().send(client, kernel.buffer(much), much, 0));
        assertThat(ok(interrupted(sending))).isBetween(1, much - 1);
    }

    @Test
    void accept_is_EINTR() {
        Fd listener = listener(5);
        isInterruptible(() -> kernel.sockets().accept(listener));
    }

    @Test
    void accept4_is_EINTR() {
        Fd listener = listener(5);
        isInterruptible(() -> kernel.sockets().accept4(listener, 0));
    }

    @Test
    void poll_is_EINTR() {
        Fd fd = streamPair().first();
        var interests = List.of(new Readiness.Interest(fd, n("POLLIN")));
        isInterruptible(() -> kernel.readiness().poll(interests, -1));
    }

    @Test
    void select_is_EINTR() {
        Fd fd = streamPair().first();
        var sets = new Readiness.FdSets(List.of(fd), List.of(), List.of());
        int nfds = fd.number() + 1;
        isInterruptible(() -> kernel.readiness().select(nfds, sets, Optional.empty()));
    }

    @Test
    void epoll_wait_is_EINTR() {
        Fd epoll = keep(ok(kernel.readiness().epoll_create1(0)));
        isInterruptible(() -> kernel.readiness().epoll_wait(epoll, 1, -1));
    }

    @Test
    void connect_is_EINTR_and_the_handshake_goes_on() {
        FullQueue full = fullQueue();
        Fd fd = tcp();
        isInterruptible(() -> connect(fd, nameOf(full.listener())));
        assertThat(state(fd)).isEqualTo(State.SYN_SENT);
        ok(kernel.descriptors().fcntl(fd, n("F_SETFL"), n("O_NONBLOCK")));
        fails(connect(fd, nameOf(full.listener())), "EALREADY");
    }

    @Test
    void connecting_again_after_EINTR_waits_for_the_same_handshake() {
        FullQueue full = fullQueue();
        Fd fd = tcp();
        isInterruptible(() -> connect(fd, nameOf(full.listener())));
        var again = blocked(() -> connect(fd, nameOf(full.listener())));
        accept(full.listener());
        accept(full.listener());
        ok(again.result());
        fails(connect(fd, nameOf(full.listener())), "EISCONN");
    }

    @Test
    void an_interrupted_lingering_close_has_closed() {
        Connection connection = connection();
        fill(connection.client());
        linger(connection.client(), 100);
        Fd last = farFromOthers(connection.client());
        ok(interrupted(blocked(() -> close(last))));
        fails(kernel.sockets().getsockname(last), "EBADF");
    }

    /** Under a number that nobody takes as soon as it is free. */
    private Fd farFromOthers(Fd fd) {
        Fd far = new Fd(ok(kernel.descriptors().fcntl(fd, n("F_DUPFD"), 1700)));
        ok(close(fd));
        return far;
    }

    @Test
    void interrupting_a_thread_that_is_in_no_call_harms_nothing() {
        Pair pair = streamPair();
        ok(kernel.task().interrupt());
        ok(send(pair.first(), "x"));
        assertThat(received(pair.second(), 9)).isEqualTo("x");
    }

    @Test
    void interrupting_a_thread_that_has_ended_is_ESRCH() {
        CompletableFuture<Task> task = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> task.complete(kernel.task()));
        await("its end", () -> isGone(task.join().interrupt()));
    }

    /** Not too often: a thread that is given signal after signal never comes to its end. */
    private boolean isGone(Result<Integer> interrupt) {
        ok(kernel.readiness().poll(List.of(), 1));
        return interrupt instanceof Result.Err<Integer>(Errno e) && e.name().equals("ESRCH");
    }

    @Test
    void a_thread_that_is_in_no_call_is_not_asleep() {
        assertThat(kernel.task().isAsleep()).isFalse();
    }

    @Test
    void a_thread_that_asks_for_memory_is_not_asleep() {
        var busy = Stream.generate(() -> started(this::makeRoom)).limit(8).toList();
        while (!busy.stream().allMatch(Blocked::isDone)) {
            assertThat(busy).noneMatch(Blocked::isAsleep);
        }
        busy.forEach(each -> ok(each.result()));
    }

    private Result<Integer> makeRoom() {
        int size = 0;
        for (int i = 0; i < 200; i++) {
            size += kernel.buffer(256 << 10).size();
        }
        return new Result.Ok<>(size);
    }

    private void soon(Fd fd, String option) {
        structure(fd, option, "timeval", Map.of("tv_sec", 0L, "tv_usec", 1000L));
    }

    @Test
    void recv_with_SO_RCVTIMEO_is_EAGAIN_when_the_time_is_over() {
        Fd client = connection().client();
        soon(client, "SO_RCVTIMEO");
        fails(recv(client, 0), "EAGAIN");
    }

    @Test
    void accept_with_SO_RCVTIMEO_is_EAGAIN_when_the_time_is_over() {
        Fd listener = listener(1);
        soon(listener, "SO_RCVTIMEO");
        fails(kernel.sockets().accept(listener), "EAGAIN");
    }

    @Test
    void MSG_WAITALL_with_SO_RCVTIMEO_returns_what_came_in_time() {
        Connection connection = connection();
        soon(connection.server(), "SO_RCVTIMEO");
        ok(send(connection.client(), "abc"));
        awaitReceived(connection.server(), 3);
        assertThat(received(connection.server(), 9, n("MSG_WAITALL"))).isEqualTo("abc");
    }

    @Test
    void send_with_SO_SNDTIMEO_is_EAGAIN_when_the_time_is_over() {
        Fd fd = full();
        soon(fd, "SO_SNDTIMEO");
        fails(send(fd, "x"), "EAGAIN");
    }

    @Test
    void connect_with_SO_SNDTIMEO_is_EINPROGRESS_when_the_time_is_over() {
        Fd fd = tcp();
        soon(fd, "SO_SNDTIMEO");
        fails(connect(fd, nameOf(fullQueue().listener())), "EINPROGRESS");
    }

    @Test
    void poll_and_epoll_wait_with_a_timeout_report_nothing_when_the_time_is_over() {
        Fd fd = streamPair().first();
        var interests = List.of(new Readiness.Interest(fd, n("POLLIN")));
        assertThat(ok(kernel.readiness().poll(interests, 1)).count()).isZero();
        Fd epoll = keep(ok(kernel.readiness().epoll_create1(0)));
        assertThat(ok(kernel.readiness().epoll_wait(epoll, 1, 1))).isEmpty();
    }
}
