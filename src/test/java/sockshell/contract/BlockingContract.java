package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Message.Incoming;
import sockshell.sys.Pair;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets.Accepted;
import sockshell.sys.Transfers.Received;

/** Calls that wait: what makes them go on, and what it does not. */
public abstract class BlockingContract extends TcpContract {
    protected BlockingContract(Kernel kernel) {
        super(kernel);
    }

    @Test
    void accept_waits_until_somebody_connects() {
        Fd listener = listener(5);
        var accepting = blocked(() -> kernel.sockets().accept(listener));
        Fd client = tcp();
        ok(kernel.sockets().connect(client, nameOf(listener)));
        var accepted = ok(accepting.result());
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
    }

    @Test
    void an_interrupted_accept_is_EINTR_and_can_be_made_again() {
        Fd listener = listener(5);
        var accepting = blocked(() -> kernel.sockets().accept(listener));
        ok(accepting.interrupt());
        fails(accepting.result(), "EINTR");
        ok(kernel.sockets().connect(tcp(), nameOf(listener)));
        keep(ok(kernel.sockets().accept(listener)).fd());
    }

    @Test
    void closing_a_descriptor_does_not_wake_who_is_blocked_on_it() {
        Pair pair = streamPair();
        Buffer buffer = kernel.buffer(10);
        var receiving = blocked(() -> kernel.transfers().recv(pair.first(), buffer, 10, 0));
        ok(close(pair.first()));
        staysBlocked(receiving);
        ok(send(pair.second(), "late"));
        assertThat(ok(receiving.result())).isEqualTo(4);
    }

    @Test
    void poll_waits_for_the_first_of_several() {
        Pair one = streamPair();
        Pair other = streamPair();
        int in = n("POLLIN");
        var interests =
                List.of(
                        new Readiness.Interest(one.first(), in),
                        new Readiness.Interest(other.first(), in));
        var polling = blocked(() -> kernel.readiness().poll(interests, -1));
        ok(send(other.second(), "x"));
        assertThat(ok(polling.result())).isEqualTo(new Readiness.Polled(1, List.of(0, in)));
    }

    private <T> Blocked<T> waiting(Callable<Result<T>> call) {
        Blocked<T> waiting = blocked(call);
        assertThat(waiting.isDone()).isFalse();
        return waiting;
    }

    /** A wake-up that was for nothing is over at once, and nobody sees it. */
    private static void staysBlocked(Blocked<?> blocked) {
        await("the call to block again", blocked::isAsleep);
        assertThat(blocked.isDone()).isFalse();
    }

    private void wakes(String data, Reading reading) {
        Connection connection = connection();
        Buffer into = kernel.buffer(9);
        var receiving = waiting(() -> reading.read(connection.server(), into));
        ok(send(connection.client(), data));
        assertThat(ok(receiving.result())).isEqualTo(data.length());
        assertThat(into.get(0, data.length()).text()).isEqualTo(data);
    }

    private interface Reading {
        Result<Integer> read(Fd fd, Buffer into);
    }

    @Test
    void recv_waits_for_data() {
        wakes("abc", (fd, into) -> kernel.transfers().recv(fd, into, 9, 0));
    }

    @Test
    void read_waits_for_data() {
        wakes("abc", (fd, into) -> kernel.transfers().read(fd, into, 9));
    }

    @Test
    void recvfrom_waits_for_data() {
        wakes(
                "abc",
                (fd, into) -> kernel.transfers().recvfrom(fd, into, 9, 0).map(Received::count));
    }

    @Test
    void recvmsg_waits_for_data() {
        wakes(
                "abc",
                (fd, into) ->
                        kernel.transfers().recvmsg(fd, List.of(into), 0, 0).map(Incoming::count));
    }

    @Test
    void recv_with_MSG_PEEK_waits_for_data() {
        int peek = n("MSG_PEEK");
        wakes("abc", (fd, into) -> kernel.transfers().recv(fd, into, 9, peek));
    }

    @Test
    void recv_with_MSG_WAITALL_waits_for_all_of_it() {
        Connection connection = connection();
        Buffer into = kernel.buffer(6);
        int all = n("MSG_WAITALL");
        var receiving = waiting(() -> kernel.transfers().recv(connection.server(), into, 6, all));
        ok(send(connection.client(), "abc"));
        awaitReceived(connection.server(), 0);
        assertThat(receiving.isDone()).isFalse();
        ok(send(connection.client(), "def"));
        assertThat(ok(receiving.result())).isEqualTo(6);
        assertThat(into.get(0, 6).text()).isEqualTo("abcdef");
    }

    @Test
    void recv_with_MSG_WAITALL_ends_with_the_stream() {
        Connection connection = connection();
        Buffer into = kernel.buffer(6);
        int all = n("MSG_WAITALL");
        var receiving = waiting(() -> kernel.transfers().recv(connection.server(), into, 6, all));
        ok(send(connection.client(), "abc"));
        ok(close(connection.client()));
        assertThat(ok(receiving.result())).isEqualTo(3);
    }

    @Test
    void recv_of_a_UDP_socket_waits_for_a_datagram() {
        Fd fd = udp();
        ok(bind(fd, loopback(0)));
        var receiving = waiting(() -> recv(fd, 0));
        ok(kernel.transfers().sendto(udp(), buffer("abc"), 3, 0, nameOf(fd)));
        assertThat(ok(receiving.result())).isEqualTo(3);
    }

    @Test
    void the_peer_closing_wakes_recv_with_0() {
        Connection connection = connection();
        var receiving = waiting(() -> recv(connection.server(), 0));
        ok(close(connection.client()));
        assertThat(ok(receiving.result())).isZero();
    }

    @Test
    void the_peer_resetting_wakes_recv_with_ECONNRESET() {
        Connection connection = connection();
        var receiving = waiting(() -> recv(connection.server(), 0));
        reset(connection.client());
        fails(receiving.result(), "ECONNRESET");
    }

    @Test
    void shutting_down_reading_wakes_recv_with_0() {
        Fd server = connection().server();
        var receiving = waiting(() -> recv(server, 0));
        ok(shutdown(server, "SHUT_RD"));
        assertThat(ok(receiving.result())).isZero();
    }

    @Test
    void shutting_down_writing_does_not_wake_recv() {
        Connection connection = connection();
        var receiving = waiting(() -> recv(connection.server(), 0));
        ok(shutdown(connection.server(), "SHUT_WR"));
        staysBlocked(receiving);
        ok(send(connection.client(), "x"));
        assertThat(ok(receiving.result())).isEqualTo(1);
    }

    @Test
    void shutting_down_wakes_accept_with_EINVAL() {
        Fd listener = listener(5);
        var accepting = waiting(() -> kernel.sockets().accept(listener));
        ok(shutdown(listener, "SHUT_RDWR"));
        fails(accepting.result(), "EINVAL");
    }

    @Test
    void closing_a_listening_socket_does_not_wake_accept() {
        Fd listener = listener(5);
        SockAddr name = nameOf(listener);
        var accepting = waiting(() -> kernel.sockets().accept(listener));
        ok(close(listener));
        staysBlocked(accepting);
        ok(connect(tcp(), name));
        keep(ok(accepting.result()).fd());
    }

    @Test
    void connect_waits_until_the_queue_has_room() {
        FullQueue full = fullQueue();
        Fd fd = tcp();
        var connecting = waiting(() -> connect(fd, nameOf(full.listener())));
        accept(full.listener());
        accept(full.listener());
        ok(connecting.result());
    }

    @Test
    void connect_is_ECONNREFUSED_once_nobody_listens_any_more() {
        FullQueue full = fullQueue();
        SockAddr name = nameOf(full.listener());
        Fd fd = tcp();
        var connecting = waiting(() -> connect(fd, name));
        ok(close(full.listener()));
        fails(connecting.result(), "ECONNREFUSED");
    }

    @Test
    void shutting_down_a_socket_that_connects_wakes_connect_with_ECONNRESET() {
        FullQueue full = fullQueue();
        Fd fd = tcp();
        var connecting = waiting(() -> connect(fd, nameOf(full.listener())));
        ok(shutdown(fd, "SHUT_RDWR"));
        fails(connecting.result(), "ECONNRESET");
    }

    private void waitsForRoom(Callable<Result<Integer>> call, Fd reader) {
        var sending = waiting(call);
        await("room", () -> readSome(reader) && sending.isDone());
        ok(sending.result());
    }

    private boolean readSome(Fd fd) {
        kernel.transfers().recv(fd, kernel.buffer(1 << 16), 1 << 16, n("MSG_DONTWAIT"));
        return true;
    }

    private Pair full() {
        Pair pair = streamPair();
        fill(pair.first());
        return pair;
    }

    @Test
    void send_waits_for_room() {
        Pair full = full();
        waitsForRoom(() -> send(full.first(), "x"), full.second());
    }

    @Test
    void write_waits_for_room() {
        Pair full = full();
        waitsForRoom(() -> kernel.transfers().write(full.first(), buffer("x"), 1), full.second());
    }

    @Test
    void sendmsg_waits_for_room() {
        Pair full = full();
        var message = new Message.Outgoing(buffer("x"));
        waitsForRoom(() -> kernel.transfers().sendmsg(full.first(), message, 0), full.second());
    }

    @Test
    void a_send_larger_than_all_buffers_waits_until_all_is_taken() {
        Connection connection = connection();
        int much = 16 << 20;
        Buffer data = kernel.buffer(much);
        waitsForRoom(
                () -> kernel.transfers().send(connection.client(), data, much, 0),
                connection.server());
    }

    @Test
    void the_peer_resetting_wakes_send_and_the_next_one_at_the_latest_is_ECONNRESET() {
        Connection connection = connection();
        fill(connection.client());
        Buffer data = kernel.buffer(16 << 20);
        var sending =
                waiting(() -> kernel.transfers().send(connection.client(), data, 16 << 20, 0));
        reset(connection.server());
        Result<Integer> sent = sending.result();
        boolean inPart = sent instanceof Result.Ok;
        fails(inPart ? send(connection.client(), "x") : sent, "ECONNRESET");
    }

    @Test
    void select_waits_until_one_is_ready() {
        Pair pair = streamPair();
        var asked = new Readiness.FdSets(List.of(pair.first()), List.of(), List.of());
        int nfds = pair.first().number() + 1;
        var selecting = waiting(() -> kernel.readiness().select(nfds, asked, Optional.empty()));
        ok(send(pair.second(), "x"));
        assertThat(ok(selecting.result())).isEqualTo(new Readiness.Selected(1, asked));
    }

    @Test
    void epoll_wait_waits_until_one_is_ready() {
        Pair pair = streamPair();
        Fd epoll = keep(ok(kernel.readiness().epoll_create1(0)));
        var event = new Readiness.Event(n("EPOLLIN"), 77);
        ok(kernel.readiness().epoll_ctl(epoll, n("EPOLL_CTL_ADD"), pair.first(), event));
        var epolling = waiting(() -> kernel.readiness().epoll_wait(epoll, 5, -1));
        ok(send(pair.second(), "x"));
        assertThat(ok(epolling.result())).containsExactly(event);
    }

    @Test
    void one_shutdown_wakes_a_hundred_threads() {
        Fd server = connection().server();
        var all = hundred(_ -> started(() -> recv(server, 0)));
        all.forEach(each -> await("it to block", each::isAsleep));
        ok(shutdown(server, "SHUT_RD"));
        all.forEach(each -> assertThat(ok(each.result())).isZero());
    }

    @Test
    void a_hundred_threads_each_get_their_own_data() {
        List<Pair> pairs = hundred(_ -> streamPair());
        var all = hundred(i -> started(() -> receive(pairs.get(i).first())));
        all.forEach(each -> await("it to block", each::isAsleep));
        pairs.forEach(pair -> ok(send(pair.second(), pair.first().toString())));
        for (int i = 0; i < all.size(); i++) {
            assertThat(ok(all.get(i).result())).isEqualTo(pairs.get(i).first().toString());
        }
    }

    private Result<String> receive(Fd fd) {
        Buffer into = kernel.buffer(9);
        return kernel.transfers().recv(fd, into, 9, 0).map(count -> into.get(0, count).text());
    }

    private static <T> List<T> hundred(IntFunction<T> make) {
        return IntStream.range(0, 100).mapToObj(make).toList();
    }

    @Test
    void of_two_threads_that_accept_each_gets_one_connection() {
        Fd listener = listener(5);
        var one = waiting(() -> kernel.sockets().accept(listener));
        var other = waiting(() -> kernel.sockets().accept(listener));
        Fd first = client(listener);
        Fd second = client(listener);
        var peers = List.of(ok(one.result()), ok(other.result()));
        peers.forEach(each -> keep(each.fd()));
        assertThat(peers.stream().map(Accepted::peer))
                .containsExactlyInAnyOrder(nameOf(first), nameOf(second));
    }
}
