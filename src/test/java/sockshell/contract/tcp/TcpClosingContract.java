package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.State;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** How connections end: one way, both ways, by a reset, and what remains of them. */
public abstract class TcpClosingContract extends TcpContract {
    protected TcpClosingContract(Kernel kernel) {
        super(kernel);
    }

    @Test
    void after_the_peer_has_closed_the_stream_is_at_its_end_and_stays_there() {
        Connection connection = connection();
        ok(close(connection.client()));
        assertEnded(connection.server());
        assertEnded(connection.server());
    }

    @Test
    void what_was_sent_before_closing_is_received_after_it() {
        Connection connection = connection();
        ok(send(connection.client(), "last"));
        ok(close(connection.client()));
        assertThat(received(connection.server(), 99)).isEqualTo("last");
        assertEnded(connection.server());
    }

    @Test
    void shutting_down_writing_ends_one_direction_only() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_WR"));
        assertEnded(connection.server());
        ok(send(connection.server(), "answer"));
        assertThat(received(connection.client(), 99)).isEqualTo("answer");
    }

    @Test
    void sending_after_shutting_down_writing_is_EPIPE_and_the_process_lives() {
        Fd client = connection().client();
        ok(shutdown(client, "SHUT_WR"));
        fails(send(client, "x"), "EPIPE");
        fails(kernel.transfers().write(client, buffer("x"), 1), "EPIPE");
    }

    @Test
    void shutting_down_writing_twice_is_no_error() {
        Fd client = connection().client();
        ok(shutdown(client, "SHUT_WR"));
        ok(shutdown(client, "SHUT_WR"));
    }

    @Test
    void shutting_down_reading_is_the_end_of_the_stream() {
        Fd client = connection().client();
        ok(shutdown(client, "SHUT_RD"));
        assertEnded(client);
    }

    @Test
    void shutting_down_reading_leaves_what_has_arrived() {
        Connection connection = connection();
        ok(send(connection.client(), "data"));
        awaitReceived(connection.server(), 4);
        ok(shutdown(connection.server(), "SHUT_RD"));
        assertThat(received(connection.server(), 99)).isEqualTo("data");
        assertEnded(connection.server());
    }

    @Test
    void data_that_arrives_after_shutting_down_reading_can_be_received() {
        Connection connection = connection();
        ok(shutdown(connection.server(), "SHUT_RD"));
        ok(send(connection.client(), "late"));
        awaitReceived(connection.server(), 4);
        assertThat(received(connection.server(), 99)).isEqualTo("late");
    }

    @Test
    void shutting_down_reading_does_not_end_writing() {
        Connection connection = connection();
        ok(shutdown(connection.server(), "SHUT_RD"));
        ok(send(connection.server(), "still"));
        assertThat(received(connection.client(), 99)).isEqualTo("still");
    }

    @Test
    void shutting_down_both_ways_ends_both() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_RDWR"));
        assertEnded(connection.client());
        fails(send(connection.client(), "x"), "EPIPE");
        assertEnded(connection.server());
    }

    @Test
    void shutting_down_in_an_unknown_way_is_EINVAL() {
        Fd client = connection().client();
        fails(kernel.sockets().shutdown(client, 9), "EINVAL");
        fails(kernel.sockets().shutdown(client, -1), "EINVAL");
    }

    @Test
    void once_both_ends_are_shut_down_there_is_no_connection() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_WR"));
        awaitState(connection.server(), State.CLOSE_WAIT);
        ok(shutdown(connection.server(), "SHUT_WR"));
        awaitState(connection.server(), State.CLOSE);
        awaitState(connection.client(), State.CLOSE);
        fails(kernel.sockets().getpeername(connection.client()), "ENOTCONN");
        fails(shutdown(connection.client(), "SHUT_WR"), "ENOTCONN");
        assertEnded(connection.client());
    }

    @Test
    void the_first_send_after_the_peer_has_closed_succeeds_and_the_next_is_EPIPE() {
        Connection connection = connection();
        ok(close(connection.server()));
        awaitEvents(connection.client(), "POLLRDHUP");
        assertThat(ok(send(connection.client(), "1"))).isEqualTo(1);
        awaitEvents(connection.client(), "POLLERR");
        fails(send(connection.client(), "2"), "EPIPE");
    }

    @Test
    void what_the_peer_sent_before_closing_survives_its_reset() {
        Connection connection = connection();
        ok(send(connection.server(), "last"));
        ok(close(connection.server()));
        awaitEvents(connection.client(), "POLLRDHUP");
        ok(send(connection.client(), "1"));
        awaitEvents(connection.client(), "POLLERR");
        fails(send(connection.client(), "2"), "EPIPE");
        assertThat(received(connection.client(), 99)).isEqualTo("last");
        assertEnded(connection.client());
    }

    /** The client of a connection that the server closed with data unread. */
    private Fd resetByUnread() {
        Connection connection = connection();
        ok(send(connection.client(), "unread"));
        awaitReceived(connection.server(), 6);
        ok(close(connection.server()));
        awaitEvents(connection.client(), "POLLERR");
        return connection.client();
    }

    @Test
    void closing_with_data_unread_is_ECONNRESET_for_the_peer() {
        Fd client = resetByUnread();
        fails(recv(client, 0), "ECONNRESET");
        assertEnded(client);
        fails(send(client, "x"), "EPIPE");
    }

    @Test
    void a_reset_is_told_to_who_sends_as_well() {
        Fd client = resetByUnread();
        fails(send(client, "x"), "ECONNRESET");
        fails(send(client, "x"), "EPIPE");
    }

    /** The client of a connection that the server reset with SO_LINGER. */
    private Fd resetByLinger() {
        Connection connection = connection();
        reset(connection.server());
        awaitEvents(connection.client(), "POLLERR");
        return connection.client();
    }

    @Test
    void closing_with_SO_LINGER_and_no_time_resets() {
        fails(recv(resetByLinger(), 0), "ECONNRESET");
    }

    @Test
    void a_reset_is_in_SO_ERROR_once() {
        Fd client = resetByLinger();
        assertThat(option(client, "SOL_SOCKET", "SO_ERROR")).isEqualTo(n("ECONNRESET"));
        assertThat(option(client, "SOL_SOCKET", "SO_ERROR")).isZero();
        assertEnded(client);
    }

    @Test
    void after_a_reset_there_is_no_peer() {
        fails(kernel.sockets().getpeername(resetByLinger()), "ENOTCONN");
    }

    @Test
    void a_reset_is_POLLERR_POLLHUP_and_POLLRDHUP() {
        int all = n("POLLIN") | n("POLLERR") | n("POLLHUP") | n("POLLRDHUP");
        int asked = n("POLLIN") | n("POLLRDHUP");
        assertThat(eventsNow(resetByLinger(), asked)).isEqualTo(all);
    }

    @Test
    void what_arrived_before_a_reset_can_be_received() {
        Connection connection = connection();
        ok(send(connection.server(), "abc"));
        awaitReceived(connection.client(), 3);
        reset(connection.server());
        awaitEvents(connection.client(), "POLLERR");
        assertThat(received(connection.client(), 99)).isEqualTo("abc");
        fails(recv(connection.client(), 0), "ECONNRESET");
    }

    @Test
    void a_peer_that_closed_is_POLLRDHUP_and_leaves_the_socket_writable() {
        Connection connection = connection();
        ok(close(connection.client()));
        awaitEvents(connection.server(), "POLLRDHUP");
        int asked = n("POLLIN") | n("POLLOUT") | n("POLLRDHUP");
        assertThat(eventsNow(connection.server(), asked)).isEqualTo(asked);
    }

    @Test
    void a_connection_stays_until_its_last_descriptor_is_closed() {
        Connection connection = connection();
        Fd duplicate = keep(ok(kernel.descriptors().dup(connection.client())));
        ok(close(connection.client()));
        ok(send(duplicate, "still"));
        assertThat(received(connection.server(), 99)).isEqualTo("still");
        ok(close(duplicate));
        assertEnded(connection.server());
    }

    @Test
    void shutting_down_a_duplicate_shuts_down_them_all() {
        Connection connection = connection();
        Fd duplicate = keep(ok(kernel.descriptors().dup(connection.client())));
        ok(shutdown(duplicate, "SHUT_WR"));
        fails(send(connection.client(), "x"), "EPIPE");
    }

    @Test
    void no_call_knows_a_closed_descriptor() {
        Fd fd = tcp();
        SockAddr name = nameOf(fd);
        /* far above all others: nobody else is given this number meanwhile */
        Fd closed = ok(kernel.descriptors().dup2(fd, new Fd(1000)));
        ok(kernel.descriptors().close(closed));
        List<Supplier<Result<?>>> calls =
                List.of(
                        () -> kernel.descriptors().close(closed),
                        () -> bind(closed, name),
                        () -> listen(closed, 1),
                        () -> kernel.sockets().accept(closed),
                        () -> connect(closed, name),
                        () -> send(closed, "x"),
                        () -> recv(closed, 0),
                        () -> shutdown(closed, "SHUT_RD"));
        calls.forEach(call -> fails(call.get(), "EBADF"));
    }

    /** The name of a server that closed first: its connection is in TIME_WAIT. */
    private SockAddr deserted(int reuse) {
        Fd listener = tcp();
        option(listener, "SOL_SOCKET", "SO_REUSEADDR", reuse);
        ok(bind(listener, loopback(0)));
        ok(listen(listener, 1));
        SockAddr name = nameOf(listener);
        Connection connection = connection(listener);
        ok(close(connection.server()));
        assertEnded(connection.client());
        ok(close(connection.client()));
        ok(close(listener));
        awaitTimeWait(name);
        return name;
    }

    private void awaitTimeWait(SockAddr name) {
        await(
                "TIME_WAIT",
                () ->
                        ok(kernel.inspection().unheld()).stream()
                                .filter(each -> each.ends().local().equals(name))
                                .anyMatch(each -> each.state() == State.TIME_WAIT));
    }

    @Test
    void a_port_in_TIME_WAIT_is_EADDRINUSE() {
        fails(bind(tcp(), deserted(0)), "EADDRINUSE");
    }

    @Test
    void SO_REUSEADDR_on_both_sockets_gets_a_port_out_of_TIME_WAIT() {
        SockAddr name = deserted(1);
        Fd fd = tcp();
        option(fd, "SOL_SOCKET", "SO_REUSEADDR", 1);
        ok(bind(fd, name));
        ok(listen(fd, 1));
        connection(fd);
    }

    @Test
    void SO_REUSEADDR_on_one_of_them_is_not_enough() {
        fails(bind(tcp(), deserted(1)), "EADDRINUSE");
        Fd fd = tcp();
        option(fd, "SOL_SOCKET", "SO_REUSEADDR", 1);
        fails(bind(fd, deserted(0)), "EADDRINUSE");
    }

    @Test
    void closing_with_SO_LINGER_waits_until_the_peer_has_the_data() {
        Connection connection = connection();
        fill(connection.client());
        linger(connection.client(), 100);
        var closing = blocked(() -> close(connection.client()));
        assertThat(closing.isDone()).isFalse();
        readToTheEnd(connection.server());
        ok(closing.result());
    }

    private void readToTheEnd(Fd fd) {
        Buffer into = kernel.buffer(1 << 20);
        while (ok(kernel.transfers().recv(fd, into, 1 << 20, 0)) > 0) {
            /* thrown away */
        }
    }
}
