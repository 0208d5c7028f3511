package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Datagrams over IPv4 and IPv6, udp(7): borders, names, peers, and who gets what. */
public abstract class UdpContract extends Contract {
    /** 65535, without 20 bytes for IPv4's header and 8 for UDP's: RFC 768, RFC 791. */
    private static final int MOST = 65507;

    protected UdpContract(Kernel kernel) {
        super(kernel);
    }

    /** A socket that sends to the other, which is bound. */
    private record Ends(Fd sender, Fd receiver) {}

    private Ends ends() {
        Fd receiver = boundUdp();
        Fd sender = udp();
        ok(kernel.sockets().connect(sender, nameOf(receiver)));
        return new Ends(sender, receiver);
    }

    private Result<Integer> connect(Fd fd, SockAddr peer) {
        return kernel.sockets().connect(fd, peer);
    }

    private Result<Integer> bind(Fd fd, SockAddr name) {
        return kernel.sockets().bind(fd, name);
    }

    private Result<Integer> sendZeros(Fd fd, int count) {
        return kernel.transfers().send(fd, kernel.buffer(count), count, 0);
    }

    /** Where nobody is: a port that was somebody's. */
    private SockAddr closedPort() {
        Fd gone = boundUdp();
        SockAddr name = nameOf(gone);
        ok(close(gone));
        return name;
    }

    @Test
    void each_datagram_is_received_by_itself() {
        Ends ends = ends();
        ok(send(ends.sender(), "one"));
        ok(send(ends.sender(), "two"));
        assertThat(received(ends.receiver(), 100)).isEqualTo("one");
        assertThat(received(ends.receiver(), 100)).isEqualTo("two");
    }

    @Test
    void a_datagram_longer_than_the_buffer_loses_its_end() {
        Ends ends = ends();
        ok(send(ends.sender(), "hello"));
        ok(send(ends.sender(), "next"));
        assertThat(received(ends.receiver(), 3)).isEqualTo("hel");
        assertThat(received(ends.receiver(), 100)).isEqualTo("next");
    }

    @Test
    void MSG_TRUNC_has_recv_return_the_real_length() {
        Ends ends = ends();
        ok(send(ends.sender(), "hello"));
        Buffer small = kernel.buffer(2);
        int trunc = n("MSG_TRUNC");
        assertThat(ok(kernel.transfers().recv(ends.receiver(), small, 2, trunc))).isEqualTo(5);
        assertThat(small.get(0, 2).text()).isEqualTo("he");
    }

    @Test
    void a_recv_of_0_bytes_takes_a_datagram_all_the_same() {
        Ends ends = ends();
        ok(send(ends.sender(), "lost"));
        ok(send(ends.sender(), "next"));
        assertThat(received(ends.receiver(), 0)).isEmpty();
        assertThat(received(ends.receiver(), 10)).isEqualTo("next");
    }

    @Test
    void an_empty_datagram_is_0_bytes_from_somebody() {
        Fd receiver = boundUdp();
        Fd sender = boundUdp();
        assertThat(ok(sendto(sender, "", nameOf(receiver)))).isEqualTo(0);
        var got = ok(recvfrom(receiver, 10));
        assertThat(got.count()).isEqualTo(0);
        assertThat(got.from()).contains(nameOf(sender));
    }

    @Test
    void the_longest_datagram_passes() {
        Ends ends = ends();
        assertThat(ok(sendZeros(ends.sender(), MOST))).isEqualTo(MOST);
        assertThat(received(ends.receiver(), MOST + 1)).hasSize(MOST);
    }

    @Test
    void one_byte_more_is_EMSGSIZE() {
        fails(sendZeros(ends().sender(), MOST + 1), "EMSGSIZE");
    }

    @Test
    void an_IPv6_datagram_may_be_20_bytes_longer() {
        Fd receiver = boundUdp6();
        Fd sender = socket("AF_INET6", "SOCK_DGRAM");
        ok(connect(sender, nameOf(receiver)));
        assertThat(ok(sendZeros(sender, MOST + 20))).isEqualTo(MOST + 20);
        fails(sendZeros(sender, MOST + 21), "EMSGSIZE");
    }

    @Test
    void a_new_socket_is_named_0_0_0_0_port_0() {
        assertThat(nameOf(udp())).isEqualTo(new SockAddr.Inet4(0, 0));
    }

    @Test
    void sendto_binds_an_unbound_socket_to_a_port_of_every_address() {
        Fd sender = udp();
        ok(sendto(sender, "x", nameOf(boundUdp())));
        SockAddr.Inet4 name = (SockAddr.Inet4) nameOf(sender);
        assertThat(name.address()).isEqualTo(0);
        assertThat(name.port()).isPositive();
    }

    @Test
    void connect_binds_an_unbound_socket_to_the_address_on_the_way() {
        SockAddr.Inet4 name = (SockAddr.Inet4) nameOf(ends().sender());
        assertThat(name).isEqualTo(loopback(name.port()));
        assertThat(name.port()).isPositive();
    }

    @Test
    void bind_to_port_0_gives_every_socket_a_port_of_its_own() {
        assertThat(nameOf(boundUdp())).isNotEqualTo(nameOf(boundUdp()));
    }

    @Test
    void recvfrom_says_who_sent() {
        Fd receiver = boundUdp();
        Fd sender = boundUdp();
        ok(sendto(sender, "hello", nameOf(receiver)));
        var got = ok(recvfrom(receiver, 100));
        assertThat(got.count()).isEqualTo(5);
        assertThat(got.from()).contains(nameOf(sender));
    }

    @Test
    void send_without_a_peer_is_EDESTADDRREQ() {
        fails(send(udp(), "x"), "EDESTADDRREQ");
    }

    @Test
    void write_without_a_peer_is_EDESTADDRREQ() {
        fails(kernel.transfers().write(udp(), buffer("x"), 1), "EDESTADDRREQ");
    }

    @Test
    void getpeername_without_a_peer_is_ENOTCONN() {
        fails(kernel.sockets().getpeername(boundUdp()), "ENOTCONN");
    }

    @Test
    void connect_sets_the_peer_and_asks_nobody() {
        Fd socket = udp();
        SockAddr nobody = closedPort();
        ok(connect(socket, nobody));
        assertThat(ok(kernel.sockets().getpeername(socket))).isEqualTo(nobody);
    }

    @Test
    void a_second_connect_changes_the_peer() {
        Ends ends = ends();
        Fd other = boundUdp();
        ok(connect(ends.sender(), nameOf(other)));
        ok(send(ends.sender(), "x"));
        assertThat(received(other, 10)).isEqualTo("x");
        fails(recvNow(ends.receiver()), "EAGAIN");
    }

    @Test
    void a_connected_socket_gets_datagrams_of_its_peer_only() {
        Ends ends = ends();
        Fd stranger = boundUdp();
        ok(sendto(stranger, "strange", nameOf(ends.sender())));
        ok(sendto(ends.receiver(), "known", nameOf(ends.sender())));
        assertThat(received(ends.sender(), 100)).isEqualTo("known");
        fails(recvNow(ends.sender()), "EAGAIN");
    }

    @Test
    void a_connected_socket_may_send_elsewhere() {
        Ends ends = ends();
        Fd other = boundUdp();
        ok(sendto(ends.sender(), "aside", nameOf(other)));
        assertThat(received(other, 10)).isEqualTo("aside");
    }

    @Test
    void connect_to_AF_UNSPEC_dissolves_the_association() {
        Fd socket = ends().sender();
        ok(connect(socket, new SockAddr.Raw(Bytes.zeros(16))));
        fails(kernel.sockets().getpeername(socket), "ENOTCONN");
        fails(send(socket, "x"), "EDESTADDRREQ");
    }

    @Test
    void a_dissolved_socket_hears_strangers_again() {
        Fd socket = boundUdp();
        ok(connect(socket, nameOf(boundUdp())));
        ok(connect(socket, new SockAddr.Raw(Bytes.zeros(16))));
        ok(bind(socket, loopback(0)));
        ok(sendto(udp(), "strange", nameOf(socket)));
        assertThat(received(socket, 10)).isEqualTo("strange");
    }

    @Test
    void recv_tells_a_connected_sender_that_nobody_was_there() {
        Fd socket = udp();
        ok(connect(socket, closedPort()));
        ok(send(socket, "x"));
        awaitEvents(socket, "POLLERR");
        fails(recvNow(socket), "ECONNREFUSED");
    }

    @Test
    void the_next_send_tells_it_as_well_and_the_one_after_goes_out() {
        Fd socket = udp();
        ok(connect(socket, closedPort()));
        ok(send(socket, "x"));
        awaitEvents(socket, "POLLERR");
        fails(send(socket, "y"), "ECONNREFUSED");
        assertThat(ok(send(socket, "z"))).isEqualTo(1);
    }

    @Test
    void SO_ERROR_tells_it_once() {
        Fd socket = udp();
        ok(connect(socket, closedPort()));
        ok(send(socket, "x"));
        awaitEvents(socket, "POLLERR");
        assertThat(option(socket, "SOL_SOCKET", "SO_ERROR")).isEqualTo(n("ECONNREFUSED"));
        assertThat(option(socket, "SOL_SOCKET", "SO_ERROR")).isEqualTo(0);
    }

    @Test
    void a_sender_that_is_not_connected_hears_nothing_of_it() {
        Fd socket = udp();
        SockAddr nobody = closedPort();
        ok(sendto(socket, "x", nobody));
        ok(sendto(socket, "y", nobody));
        fails(recvNow(socket), "EAGAIN");
    }

    @Test
    void a_blocked_recv_is_woken_by_the_refusal() {
        Fd socket = udp();
        ok(connect(socket, closedPort()));
        var receiving = blocked(() -> kernel.transfers().recv(socket, kernel.buffer(9), 9, 0));
        ok(send(socket, "x"));
        fails(receiving.result(), "ECONNREFUSED");
    }

    @Test
    void recvfrom_waits_for_a_datagram() {
        Fd receiver = boundUdp();
        var receiving = blocked(() -> recvfrom(receiver, 10));
        ok(sendto(udp(), "late", nameOf(receiver)));
        assertThat(ok(receiving.result()).count()).isEqualTo(4);
    }

    @Test
    void recv_of_nothing_does_not_block_with_MSG_DONTWAIT() {
        fails(recvNow(boundUdp()), "EAGAIN");
    }

    @Test
    void MSG_PEEK_leaves_the_datagram_there() {
        Ends ends = ends();
        ok(send(ends.sender(), "hello"));
        assertThat(received(ends.receiver(), 2, n("MSG_PEEK"))).isEqualTo("he");
        assertThat(received(ends.receiver(), 10)).isEqualTo("hello");
    }

    @Test
    void recvfrom_and_sendto_heed_their_flags() {
        Ends ends = ends();
        var transfers = kernel.transfers();
        Buffer buffer = kernel.buffer(9);
        fails(transfers.recvfrom(ends.receiver(), buffer, 9, n("MSG_DONTWAIT")), "EAGAIN");
        SockAddr to = nameOf(ends.receiver());
        fails(transfers.sendto(ends.sender(), buffer, 9, n("MSG_OOB"), to), "EOPNOTSUPP");
    }

    @Test
    void MSG_MORE_makes_one_datagram_of_several_sends() {
        Ends ends = ends();
        ok(send(ends.sender(), "half ", n("MSG_MORE")));
        ok(send(ends.sender(), "and half"));
        assertThat(received(ends.receiver(), 100)).isEqualTo("half and half");
    }

    @Test
    void a_full_receive_buffer_drops_what_comes_and_nobody_is_told() {
        Ends ends = ends();
        option(ends.receiver(), "SOL_SOCKET", "SO_RCVBUF", 4096);
        for (int i = 0; i < 50; i++) {
            assertThat(ok(sendZeros(ends.sender(), 1000))).isEqualTo(1000);
        }
        int kept = 0;
        while (recvNow(ends.receiver()) instanceof Result.Ok<Integer>) {
            kept++;
        }
        assertThat(kept).isBetween(1, 49);
    }

    @Test
    void a_datagram_outlives_the_socket_that_sent_it() {
        Ends ends = ends();
        ok(send(ends.sender(), "left"));
        ok(close(ends.sender()));
        assertThat(received(ends.receiver(), 10)).isEqualTo("left");
    }

    @Test
    void listen_is_EOPNOTSUPP() {
        fails(kernel.sockets().listen(boundUdp(), 5), "EOPNOTSUPP");
    }

    @Test
    void accept_is_EOPNOTSUPP() {
        fails(kernel.sockets().accept(boundUdp()), "EOPNOTSUPP");
    }

    @Test
    void MSG_OOB_is_EOPNOTSUPP() {
        fails(send(ends().sender(), "x", n("MSG_OOB")), "EOPNOTSUPP");
    }

    @Test
    void shutdown_without_a_peer_is_ENOTCONN() {
        fails(kernel.sockets().shutdown(boundUdp(), n("SHUT_RDWR")), "ENOTCONN");
    }

    @Test
    void after_SHUT_WR_send_is_EPIPE() {
        Fd socket = ends().sender();
        ok(kernel.sockets().shutdown(socket, n("SHUT_WR")));
        fails(send(socket, "x", n("MSG_NOSIGNAL")), "EPIPE");
    }

    @Test
    void shutdown_wakes_a_blocked_recv_with_0() {
        Fd socket = ends().sender();
        var receiving = blocked(() -> kernel.transfers().recv(socket, kernel.buffer(9), 9, 0));
        ok(kernel.sockets().shutdown(socket, n("SHUT_RDWR")));
        assertThat(ok(receiving.result())).isEqualTo(0);
    }

    @Test
    void sendto_port_0_is_EINVAL() {
        fails(sendto(udp(), "x", loopback(0)), "EINVAL");
    }

    @Test
    void sendto_an_IPv6_address_from_an_IPv4_socket_is_EAFNOSUPPORT() {
        fails(sendto(udp(), "x", loopback6(9)), "EAFNOSUPPORT");
    }

    private Fd boundUdp6() {
        Fd socket = socket("AF_INET6", "SOCK_DGRAM");
        ok(bind(socket, loopback6(0)));
        return socket;
    }
}
