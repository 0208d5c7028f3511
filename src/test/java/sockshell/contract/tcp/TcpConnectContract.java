package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.State;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** How TCP sockets get their addresses and find each other: bind and connect. */
public abstract class TcpConnectContract extends TcpContract {
    /** RFC 5737: an address for documents, which no machine has. */
    private static final SockAddr ELSEWHERE = new SockAddr.Inet4(0xc0000201, 0);

    protected TcpConnectContract(Kernel kernel) {
        super(kernel);
    }

    private static SockAddr.Inet4 anywhere(int port) {
        return new SockAddr.Inet4(0, port);
    }

    @Test
    void a_new_socket_has_no_address_and_no_port() {
        assertThat(nameOf(tcp())).isEqualTo(anywhere(0));
    }

    @Test
    void a_new_socket_has_no_peer() {
        fails(kernel.sockets().getpeername(tcp()), "ENOTCONN");
    }

    @Test
    void binding_to_port_0_has_the_kernel_choose() {
        Fd one = tcp();
        Fd other = tcp();
        ok(bind(one, loopback(0)));
        ok(bind(other, loopback(0)));
        assertThat(portOf(one)).isPositive().isNotEqualTo(portOf(other));
    }

    @Test
    void binding_twice_is_EINVAL() {
        Fd fd = tcp();
        ok(bind(fd, loopback(0)));
        fails(bind(fd, loopback(0)), "EINVAL");
    }

    @Test
    void binding_a_connected_socket_is_EINVAL() {
        fails(bind(connection().client(), loopback(0)), "EINVAL");
    }

    @Test
    void binding_to_a_port_in_use_is_EADDRINUSE() {
        fails(bind(tcp(), nameOf(listener(1))), "EADDRINUSE");
    }

    @Test
    void a_wildcard_is_in_the_way_of_any_address() {
        fails(bind(tcp(), anywhere(portOf(listener(1)))), "EADDRINUSE");
    }

    @Test
    void two_addresses_may_have_the_same_port() {
        await("a port that both have free", () -> isFreeAsWell(portOf(listener(1))));
    }

    /** Rarely another test has left something there. */
    private boolean isFreeAsWell(int port) {
        return bind(tcp(), new SockAddr.Inet4(0x7f000002, port)) instanceof Result.Ok;
    }

    @Test
    void binding_to_an_address_of_another_machine_is_EADDRNOTAVAIL() {
        fails(bind(tcp(), ELSEWHERE), "EADDRNOTAVAIL");
    }

    @Test
    void binding_to_an_address_of_another_family_is_EAFNOSUPPORT() {
        fails(bind(tcp(), loopback6(0)), "EAFNOSUPPORT");
    }

    @Test
    void binding_to_AF_UNSPEC_is_taken_for_the_wildcard() {
        Fd fd = tcp();
        ok(bind(fd, NOWHERE));
        assertThat(nameOf(fd)).isEqualTo(anywhere(portOf(fd)));
    }

    @Test
    void SO_REUSEADDR_lets_two_bind_but_only_one_listen() {
        Fd one = bound("SO_REUSEADDR", 0);
        Fd other = bound("SO_REUSEADDR", portOf(one));
        ok(listen(one, 1));
        fails(listen(other, 1), "EADDRINUSE");
    }

    @Test
    void SO_REUSEPORT_lets_two_listen() {
        Fd one = bound("SO_REUSEPORT", 0);
        Fd other = bound("SO_REUSEPORT", portOf(one));
        ok(listen(one, 1));
        ok(listen(other, 1));
    }

    private Fd bound(String reuse, int port) {
        Fd fd = tcp();
        option(fd, "SOL_SOCKET", reuse, 1);
        ok(bind(fd, loopback(port)));
        return fd;
    }

    @Test
    void connecting_where_nobody_listens_is_ECONNREFUSED() {
        fails(connect(tcp(), refusing()), "ECONNREFUSED");
    }

    @Test
    void a_refused_socket_can_try_elsewhere() {
        Fd fd = tcp();
        fails(connect(fd, refusing()), "ECONNREFUSED");
        ok(connect(fd, nameOf(listener(1))));
    }

    @Test
    void a_refusal_that_was_returned_is_not_in_SO_ERROR() {
        Fd fd = tcp();
        fails(connect(fd, refusing()), "ECONNREFUSED");
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isZero();
    }

    @Test
    void nobody_listens_on_port_0() {
        fails(connect(tcp(), loopback(0)), "ECONNREFUSED");
    }

    @Test
    void connecting_to_an_address_of_another_family_is_EAFNOSUPPORT() {
        fails(connect(tcp(), loopback6(1)), "EAFNOSUPPORT");
    }

    @Test
    void connecting_twice_is_EISCONN() {
        Connection connection = connection();
        fails(connect(connection.client(), nameOf(connection.listener())), "EISCONN");
    }

    @Test
    void connecting_a_listening_socket_is_EISCONN() {
        Fd listener = listener(1);
        fails(connect(listener, nameOf(listener)), "EISCONN");
    }

    @Test
    void connecting_gives_an_address_and_a_port() {
        Fd client = client(listener(1));
        assertThat(nameOf(client)).isEqualTo(loopback(portOf(client)));
        assertThat(portOf(client)).isPositive();
    }

    @Test
    void connecting_turns_a_wildcard_into_an_address() {
        Fd fd = tcp();
        ok(bind(fd, anywhere(0)));
        int port = portOf(fd);
        ok(connect(fd, nameOf(listener(1))));
        assertThat(nameOf(fd)).isEqualTo(loopback(port));
    }

    @Test
    void each_end_is_the_peer_of_the_other() {
        Connection connection = connection();
        assertThat(peerOf(connection.client())).isEqualTo(nameOf(connection.server()));
        assertThat(peerOf(connection.server())).isEqualTo(nameOf(connection.client()));
    }

    @Test
    void connecting_to_the_wildcard_reaches_loopback() {
        Fd listener = tcp();
        ok(bind(listener, anywhere(0)));
        ok(listen(listener, 1));
        Fd client = client(listener);
        assertThat(peerOf(client)).isEqualTo(loopback(portOf(listener)));
    }

    @Test
    void a_socket_connected_to_its_own_port_talks_to_itself() {
        Fd fd = tcp();
        ok(bind(fd, loopback(0)));
        ok(connect(fd, nameOf(fd)));
        assertThat(ok(send(fd, "echo"))).isEqualTo(4);
        assertThat(received(fd, 10)).isEqualTo("echo");
    }

    @Test
    void a_nonblocking_connect_is_EINPROGRESS_and_POLLOUT_tells_the_end() {
        Fd fd = nonblockingTcp();
        fails(connect(fd, nameOf(listener(1))), "EINPROGRESS");
        assertThat(awaitEvents(fd, "POLLOUT")).isEqualTo(n("POLLOUT"));
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isZero();
    }

    @Test
    void connecting_during_the_handshake_is_EALREADY() {
        FullQueue full = fullQueue();
        fails(connect(full.left(), nameOf(full.listener())), "EALREADY");
    }

    @Test
    void connecting_after_a_nonblocking_connect_is_0_once_and_then_EISCONN() {
        Fd listener = listener(1);
        Fd fd = nonblockingTcp();
        fails(connect(fd, nameOf(listener)), "EINPROGRESS");
        awaitEvents(fd, "POLLOUT");
        ok(connect(fd, nameOf(listener)));
        fails(connect(fd, nameOf(listener)), "EISCONN");
    }

    private Fd refusedLater(SockAddr to) {
        Fd fd = nonblockingTcp();
        fails(connect(fd, to), "EINPROGRESS");
        awaitEvents(fd, "POLLERR");
        return fd;
    }

    @Test
    void a_refused_nonblocking_connect_is_in_SO_ERROR_once() {
        Fd fd = refusedLater(refusing());
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isEqualTo(n("ECONNREFUSED"));
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isZero();
    }

    @Test
    void a_refused_nonblocking_connect_is_told_to_the_next_connect() {
        SockAddr nobody = refusing();
        Fd fd = refusedLater(nobody);
        fails(connect(fd, nobody), "ECONNREFUSED");
        fails(connect(fd, nobody), "EINPROGRESS");
    }

    @Test
    void a_refusal_taken_from_SO_ERROR_leaves_ECONNABORTED_for_the_next_connect() {
        SockAddr nobody = refusing();
        Fd fd = refusedLater(nobody);
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isPositive();
        fails(connect(fd, nobody), "ECONNABORTED");
    }

    @Test
    void during_the_handshake_there_is_nothing_to_receive_and_no_room_to_send() {
        Fd fd = fullQueue().left();
        fails(recv(fd, 0), "EAGAIN");
        fails(send(fd, "early"), "EAGAIN");
        fails(kernel.sockets().getpeername(fd), "ENOTCONN");
    }

    @Test
    void shutting_down_during_the_handshake_gives_it_up() {
        Fd fd = fullQueue().left();
        ok(shutdown(fd, "SHUT_RDWR"));
        assertThat(state(fd)).isEqualTo(State.CLOSE);
    }

    @Test
    void receiving_before_connecting_is_ENOTCONN() {
        fails(recv(tcp(), 0), "ENOTCONN");
    }

    @Test
    void sending_before_connecting_is_EPIPE() {
        fails(send(tcp(), "x"), "EPIPE");
    }

    @Test
    void shutting_down_before_connecting_is_ENOTCONN() {
        fails(shutdown(tcp(), "SHUT_RDWR"), "ENOTCONN");
    }

    @Test
    void connecting_to_AF_UNSPEC_dissolves_the_connection() {
        Connection connection = connection();
        ok(connect(connection.client(), NOWHERE));
        fails(kernel.sockets().getpeername(connection.client()), "ENOTCONN");
        fails(recv(connection.server(), 0), "ECONNRESET");
    }

    @Test
    void a_dissolved_socket_can_connect_again() {
        Connection connection = connection();
        ok(connect(connection.client(), NOWHERE));
        ok(connect(connection.client(), nameOf(connection.listener())));
        accept(connection.listener());
    }

    @Test
    void connecting_a_listening_socket_to_AF_UNSPEC_ends_listening() {
        Fd listener = listener(1);
        ok(connect(listener, NOWHERE));
        assertThat(option(listener, "SOL_SOCKET", "SO_ACCEPTCONN")).isZero();
        fails(kernel.sockets().accept(listener), "EINVAL");
    }
}
