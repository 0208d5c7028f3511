package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.State;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/** The server's side: listen, the queue in front of accept, and what accept hands out. */
public abstract class TcpListenContract extends TcpContract {
    protected TcpListenContract(Kernel kernel) {
        super(kernel);
    }

    private Fd nonblockingListener() {
        Fd fd = nonblockingTcp();
        ok(bind(fd, loopback(0)));
        ok(listen(fd, 5));
        return fd;
    }

    private int flags(Fd fd, String command) {
        return ok(kernel.descriptors().fcntl(fd, n(command), 0));
    }

    private Fd accept4(Fd listener, String flag) {
        return keep(ok(kernel.sockets().accept4(listener, n(flag))).fd());
    }

    @Test
    void listening_on_an_unbound_socket_chooses_a_port() {
        Fd fd = tcp();
        ok(listen(fd, 1));
        assertThat(nameOf(fd)).isEqualTo(new SockAddr.Inet4(0, portOf(fd)));
        assertThat(portOf(fd)).isPositive();
    }

    @Test
    void listening_on_a_connected_socket_is_EINVAL() {
        fails(listen(connection().client(), 1), "EINVAL");
    }

    @Test
    void listening_again_changes_the_backlog() {
        Fd fd = listener(1);
        ok(listen(fd, 7));
        assertThat(look(fd).acceptQueue().orElseThrow().limit()).isEqualTo(7);
    }

    @Test
    void with_backlog_1_two_connections_wait_and_the_third_stays_in_SYN_SENT() {
        Fd listener = listener(1);
        assertThat(state(client(listener))).isEqualTo(State.ESTABLISHED);
        assertThat(state(client(listener))).isEqualTo(State.ESTABLISHED);
        awaitWaiting(listener, 2);
        Fd third = nonblockingTcp();
        fails(connect(third, nameOf(listener)), "EINPROGRESS");
        assertThat(state(third)).isEqualTo(State.SYN_SENT);
    }

    @Test
    void with_backlog_0_one_connection_waits() {
        Fd listener = listener(0);
        client(listener);
        awaitWaiting(listener, 1);
        Fd second = nonblockingTcp();
        fails(connect(second, nameOf(listener)), "EINPROGRESS");
        assertThat(state(second)).isEqualTo(State.SYN_SENT);
    }

    @Test
    void accepting_makes_room_for_who_was_left_out() {
        FullQueue full = fullQueue();
        accept(full.listener());
        assertThat(awaitEvents(full.left(), "POLLOUT")).isEqualTo(n("POLLOUT"));
        assertThat(state(full.left())).isEqualTo(State.ESTABLISHED);
    }

    @Test
    void a_negative_backlog_is_as_long_as_the_longest() {
        long longest = look(listener(Integer.MAX_VALUE)).acceptQueue().orElseThrow().limit();
        assertThat(look(listener(-1)).acceptQueue().orElseThrow().limit()).isEqualTo(longest);
    }

    @Test
    void accepting_on_a_socket_that_does_not_listen_is_EINVAL() {
        fails(kernel.sockets().accept(tcp()), "EINVAL");
        fails(kernel.sockets().accept(connection().client()), "EINVAL");
    }

    @Test
    void who_connected_first_is_accepted_first() {
        Fd listener = listener(5);
        Fd first = client(listener);
        awaitWaiting(listener, 1);
        Fd second = client(listener);
        assertThat(peerOf(accept(listener))).isEqualTo(nameOf(first));
        assertThat(peerOf(accept(listener))).isEqualTo(nameOf(second));
    }

    @Test
    void accepting_tells_the_peer() {
        Fd listener = listener(5);
        Fd client = client(listener);
        var accepted = ok(kernel.sockets().accept(listener));
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
    }

    @Test
    void an_accepted_socket_keeps_the_listening_port() {
        Connection connection = connection();
        assertThat(nameOf(connection.server())).isEqualTo(nameOf(connection.listener()));
    }

    @Test
    void an_accepted_socket_of_a_wildcard_has_the_address_it_was_reached_at() {
        Fd listener = tcp();
        ok(listen(listener, 1));
        Fd client = tcp();
        SockAddr second = new SockAddr.Inet4(0x7f000002, portOf(listener));
        ok(connect(client, second));
        assertThat(nameOf(accept(listener))).isEqualTo(second);
    }

    @Test
    void accepting_does_not_hand_on_O_NONBLOCK() {
        Fd listener = nonblockingListener();
        client(listener);
        awaitEvents(listener, "POLLIN");
        assertThat(flags(accept(listener), "F_GETFL") & n("O_NONBLOCK")).isZero();
    }

    @Test
    void accepting_hands_on_the_options() {
        Fd listener = listener(5);
        option(listener, "SOL_SOCKET", "SO_KEEPALIVE", 1);
        option(listener, "IPPROTO_TCP", "TCP_NODELAY", 1);
        Fd server = connection(listener).server();
        assertThat(option(server, "SOL_SOCKET", "SO_KEEPALIVE")).isEqualTo(1);
        assertThat(option(server, "IPPROTO_TCP", "TCP_NODELAY")).isEqualTo(1);
    }

    @Test
    void accept4_makes_a_nonblocking_socket() {
        Fd listener = listener(5);
        client(listener);
        Fd server = accept4(listener, "SOCK_NONBLOCK");
        assertThat(flags(server, "F_GETFL") & n("O_NONBLOCK")).isPositive();
        fails(recv(server, 0), "EAGAIN");
    }

    @Test
    void accept4_makes_a_socket_that_exec_closes() {
        Fd listener = listener(5);
        client(listener);
        client(listener);
        assertThat(flags(accept4(listener, "SOCK_CLOEXEC"), "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
        assertThat(flags(accept(listener), "F_GETFD")).isZero();
    }

    @Test
    void accept4_with_an_unknown_flag_is_EINVAL() {
        fails(kernel.sockets().accept4(listener(1), 1), "EINVAL");
    }

    @Test
    void a_nonblocking_accept_with_nobody_there_is_EAGAIN() {
        fails(kernel.sockets().accept(nonblockingListener()), "EAGAIN");
    }

    @Test
    void a_listening_socket_is_readable_when_somebody_waits() {
        Fd listener = listener(5);
        assertThat(eventsNow(listener, n("POLLIN"))).isZero();
        client(listener);
        assertThat(awaitEvents(listener, "POLLIN")).isEqualTo(n("POLLIN"));
    }

    @Test
    void a_listening_socket_receives_ENOTCONN_and_sends_EPIPE() {
        Fd listener = listener(1);
        fails(recv(listener, 0), "ENOTCONN");
        fails(send(listener, "x"), "EPIPE");
    }

    @Test
    void data_sent_before_it_is_accepted_is_kept() {
        Fd listener = listener(5);
        ok(send(client(listener), "early"));
        assertThat(received(accept(listener), 10)).isEqualTo("early");
    }

    @Test
    void a_connection_closed_before_it_is_accepted_is_accepted_and_at_its_end() {
        Fd listener = listener(5);
        ok(close(client(listener)));
        assertEnded(accept(listener));
    }

    @Test
    void a_connection_reset_before_it_is_accepted_is_accepted_and_ECONNRESET() {
        Fd listener = listener(5);
        Fd client = client(listener);
        awaitWaiting(listener, 1);
        reset(client);
        fails(recv(accept(listener), 0), "ECONNRESET");
    }

    @Test
    void closing_the_listening_socket_resets_who_waits() {
        Fd listener = listener(5);
        Fd client = client(listener);
        awaitWaiting(listener, 1);
        ok(close(listener));
        fails(recv(client, 0), "ECONNRESET");
    }

    @Test
    void closing_the_listening_socket_leaves_accepted_connections_alone() {
        Connection connection = connection();
        ok(close(connection.listener()));
        ok(send(connection.client(), "still"));
        assertThat(received(connection.server(), 10)).isEqualTo("still");
    }

    @Test
    void a_port_of_a_closed_listening_socket_refuses() {
        Fd listener = listener(5);
        SockAddr name = nameOf(listener);
        ok(close(listener));
        fails(connect(tcp(), name), "ECONNREFUSED");
    }

    @Test
    void shutting_down_reading_ends_listening() {
        Fd listener = listener(5);
        ok(shutdown(listener, "SHUT_RD"));
        fails(kernel.sockets().accept(listener), "EINVAL");
        assertThat(state(listener)).isEqualTo(State.CLOSE);
    }

    @Test
    void shutting_down_writing_does_not_end_listening() {
        Fd listener = listener(5);
        ok(shutdown(listener, "SHUT_WR"));
        client(listener);
        accept(listener);
    }

    @Test
    void a_duplicate_of_a_listening_socket_accepts_as_well() {
        Fd listener = listener(5);
        Fd duplicate = keep(ok(kernel.descriptors().dup(listener)));
        Fd client = client(listener);
        ok(close(listener));
        assertThat(peerOf(accept(duplicate))).isEqualTo(nameOf(client));
    }
}
