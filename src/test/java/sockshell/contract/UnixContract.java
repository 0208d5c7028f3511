package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.SockAddr.Unix;

/** AF_UNIX between two ends: pairs and connections, unix(7). */
public abstract class UnixContract extends Contract {
    private final Unix door = Unix.hidden("sockshell-" + System.nanoTime());

    protected UnixContract(Kernel kernel) {
        super(kernel);
    }

    private Fd unix(String type) {
        return socket("AF_UNIX", type);
    }

    private Result<Integer> connect(Fd fd, SockAddr peer) {
        return kernel.sockets().connect(fd, peer);
    }

    private Fd bound(String type) {
        Fd socket = unix(type);
        ok(kernel.sockets().bind(socket, door));
        return socket;
    }

    private Fd listening(String type, int backlog) {
        Fd listener = bound(type);
        ok(kernel.sockets().listen(listener, backlog));
        return listener;
    }

    private Fd connected(String type) {
        Fd client = unix(type);
        ok(connect(client, door));
        return client;
    }

    private Fd accepted(Fd listener) {
        return keep(ok(kernel.sockets().accept(listener)).fd());
    }

    @Test
    void a_stream_pair_carries_both_ways() {
        Pair pair = streamPair();
        ok(send(pair.first(), "there"));
        ok(send(pair.second(), "back"));
        assertThat(received(pair.second(), 10)).isEqualTo("there");
        assertThat(received(pair.first(), 10)).isEqualTo("back");
    }

    @Test
    void a_stream_pair_keeps_no_borders() {
        Pair pair = streamPair();
        ok(send(pair.first(), "one"));
        ok(send(pair.first(), "two"));
        assertThat(received(pair.second(), 100)).isEqualTo("onetwo");
    }

    @Test
    void a_stream_pair_keeps_the_rest_for_the_next_recv() {
        Pair pair = streamPair();
        ok(send(pair.first(), "hello"));
        assertThat(received(pair.second(), 2)).isEqualTo("he");
        assertThat(received(pair.second(), 100)).isEqualTo("llo");
    }

    @Test
    void a_datagram_pair_keeps_borders() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "one"));
        ok(send(pair.first(), "two"));
        assertThat(received(pair.second(), 100)).isEqualTo("one");
        assertThat(received(pair.second(), 100)).isEqualTo("two");
    }

    @Test
    void a_seqpacket_pair_keeps_borders_and_cuts_what_is_too_long() {
        Pair pair = pair("SOCK_SEQPACKET");
        ok(send(pair.first(), "hello"));
        ok(send(pair.first(), "two"));
        assertThat(received(pair.second(), 4)).isEqualTo("hell");
        assertThat(received(pair.second(), 4)).isEqualTo("two");
    }

    @Test
    void a_seqpacket_pair_ends_with_0() {
        Pair pair = pair("SOCK_SEQPACKET");
        ok(send(pair.first(), "last"));
        ok(close(pair.first()));
        assertThat(received(pair.second(), 10)).isEqualTo("last");
        assertThat(received(pair.second(), 10)).isEmpty();
    }

    @Test
    void a_stream_pair_ends_with_0() {
        Pair pair = streamPair();
        ok(send(pair.first(), "last"));
        ok(close(pair.first()));
        assertThat(received(pair.second(), 10)).isEqualTo("last");
        assertThat(received(pair.second(), 10)).isEmpty();
    }

    @Test
    void SHUT_WR_ends_one_direction_only() {
        Pair pair = streamPair();
        ok(kernel.sockets().shutdown(pair.first(), n("SHUT_WR")));
        assertThat(received(pair.second(), 10)).isEmpty();
        ok(send(pair.second(), "still"));
        assertThat(received(pair.first(), 10)).isEqualTo("still");
    }

    @Test
    void the_ends_of_a_pair_have_no_name() {
        Pair pair = streamPair();
        assertThat(nameOf(pair.first())).isEqualTo(Unix.UNNAMED);
        assertThat(ok(kernel.sockets().getpeername(pair.first()))).isEqualTo(Unix.UNNAMED);
    }

    @Test
    void a_pair_of_internet_sockets_is_EOPNOTSUPP() {
        fails(kernel.sockets().socketpair(n("AF_INET"), n("SOCK_STREAM"), 0), "EOPNOTSUPP");
    }

    @Test
    void a_pair_of_an_unknown_type_is_ESOCKTNOSUPPORT() {
        fails(kernel.sockets().socketpair(n("AF_UNIX"), 9, 0), "ESOCKTNOSUPPORT");
    }

    @Test
    void a_pair_of_another_protocol_is_EPROTONOSUPPORT() {
        int tcp = n("IPPROTO_TCP");
        fails(kernel.sockets().socketpair(n("AF_UNIX"), n("SOCK_STREAM"), tcp), "EPROTONOSUPPORT");
    }

    @Test
    void SOCK_CLOEXEC_and_SOCK_NONBLOCK_count_for_both_ends_of_a_pair() {
        int type = n("SOCK_STREAM") | n("SOCK_CLOEXEC") | n("SOCK_NONBLOCK");
        Pair pair = keep(ok(kernel.sockets().socketpair(n("AF_UNIX"), type, 0)));
        for (Fd end : new Fd[] {pair.first(), pair.second()}) {
            assertThat(ok(kernel.descriptors().fcntl(end, n("F_GETFD"), 0)))
                    .isEqualTo(n("FD_CLOEXEC"));
            assertThat(ok(kernel.descriptors().fcntl(end, n("F_GETFL"), 0)))
                    .isEqualTo(n("O_NONBLOCK") | n("O_RDWR"));
        }
    }

    @Test
    void send_to_a_closed_end_is_EPIPE() {
        Pair pair = streamPair();
        ok(close(pair.second()));
        fails(send(pair.first(), "x", n("MSG_NOSIGNAL")), "EPIPE");
    }

    @Test
    void send_to_a_closed_end_of_a_seqpacket_pair_is_EPIPE() {
        Pair pair = pair("SOCK_SEQPACKET");
        ok(close(pair.second()));
        fails(send(pair.first(), "x", n("MSG_NOSIGNAL")), "EPIPE");
    }

    @Test
    void send_to_a_closed_end_of_a_datagram_pair_is_ECONNREFUSED_and_then_ENOTCONN() {
        Pair pair = pair("SOCK_DGRAM");
        ok(close(pair.second()));
        fails(send(pair.first(), "x"), "ECONNREFUSED");
        fails(send(pair.first(), "x"), "ENOTCONN");
    }

    @Test
    void an_end_closed_with_unread_data_is_ECONNRESET_for_the_other_and_then_the_end() {
        Pair pair = streamPair();
        ok(send(pair.first(), "unread"));
        ok(close(pair.second()));
        fails(recvNow(pair.first()), "ECONNRESET");
        assertThat(received(pair.first(), 10)).isEmpty();
    }

    @Test
    void a_full_stream_is_EAGAIN_until_something_is_read() {
        Pair pair = streamPair();
        assertThat(fill(pair.first(), "x".repeat(4096))).isPositive();
        drain(pair.second());
        ok(send(pair.first(), "x"));
    }

    @Test
    void a_datagram_longer_than_the_send_buffer_is_EMSGSIZE() {
        int size = 1 << 20;
        Fd sender = pair("SOCK_DGRAM").first();
        fails(kernel.transfers().send(sender, kernel.buffer(size), size, 0), "EMSGSIZE");
    }

    @Test
    void a_datagram_for_a_full_queue_is_EAGAIN_until_one_is_taken() {
        Fd receiver = bound("SOCK_DGRAM");
        Fd sender = connected("SOCK_DGRAM");
        assertThat(fill(sender, "x")).isPositive();
        assertThat(received(receiver, 10)).isEqualTo("x");
        ok(send(sender, "y"));
    }

    @Test
    void a_datagram_waits_for_room_in_a_full_queue() {
        Fd receiver = bound("SOCK_DGRAM");
        Fd sender = connected("SOCK_DGRAM");
        fill(sender, "x");
        ok(kernel.descriptors().fcntl(sender, n("F_SETFL"), 0));
        var sending = blocked(() -> send(sender, "y"));
        assertThat(received(receiver, 10)).isEqualTo("x");
        assertThat(ok(sending.result())).isEqualTo(1);
    }

    @Test
    void accept_waits_for_a_connection() {
        Fd listener = listening("SOCK_STREAM", 5);
        var accepting = blocked(() -> kernel.sockets().accept(listener));
        Fd client = connected("SOCK_STREAM");
        Fd server = keep(ok(accepting.result()).fd());
        ok(send(client, "hello"));
        assertThat(received(server, 10)).isEqualTo("hello");
    }

    @Test
    void the_peer_that_accept_gives_is_unnamed() {
        Fd listener = listening("SOCK_STREAM", 5);
        connected("SOCK_STREAM");
        var accepted = ok(kernel.sockets().accept(listener));
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(Unix.UNNAMED);
    }

    @Test
    void the_peer_that_accept_gives_has_the_name_it_bound() {
        Fd listener = listening("SOCK_STREAM", 5);
        Fd client = unix("SOCK_STREAM");
        ok(kernel.sockets().bind(client, Unix.UNNAMED));
        ok(connect(client, door));
        var accepted = ok(kernel.sockets().accept(listener));
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
    }

    @Test
    void an_accepted_socket_has_the_name_of_the_listener() {
        Fd listener = listening("SOCK_STREAM", 5);
        Fd client = connected("SOCK_STREAM");
        assertThat(nameOf(accepted(listener))).isEqualTo(door);
        assertThat(ok(kernel.sockets().getpeername(client))).isEqualTo(door);
    }

    @Test
    void accept4_sets_what_its_flags_say_and_refuses_others() {
        Fd listener = listening("SOCK_STREAM", 5);
        connected("SOCK_STREAM");
        fails(kernel.sockets().accept4(listener, 1), "EINVAL");
        Fd server = keep(ok(kernel.sockets().accept4(listener, n("SOCK_NONBLOCK"))).fd());
        fails(kernel.transfers().read(server, kernel.buffer(1), 1), "EAGAIN");
    }

    @Test
    void data_sent_before_accept_is_there_after() {
        Fd listener = listening("SOCK_STREAM", 5);
        ok(send(connected("SOCK_STREAM"), "early"));
        assertThat(received(accepted(listener), 10)).isEqualTo("early");
    }

    @Test
    void seqpacket_sockets_connect_and_keep_borders() {
        Fd listener = listening("SOCK_SEQPACKET", 5);
        Fd client = connected("SOCK_SEQPACKET");
        ok(send(client, "one"));
        ok(send(client, "two"));
        assertThat(received(accepted(listener), 10)).isEqualTo("one");
    }

    @Test
    void a_connect_beyond_the_backlog_is_EAGAIN() {
        listening("SOCK_STREAM", 0);
        connected("SOCK_STREAM");
        Fd late = unix("SOCK_STREAM");
        nonBlocking(late);
        fails(connect(late, door), "EAGAIN");
    }

    @Test
    void a_connect_beyond_the_backlog_waits_for_an_accept() {
        Fd listener = listening("SOCK_STREAM", 0);
        connected("SOCK_STREAM");
        Fd late = unix("SOCK_STREAM");
        var connecting = blocked(() -> connect(late, door));
        accepted(listener);
        ok(connecting.result());
    }

    @Test
    void connect_to_who_does_not_listen_is_ECONNREFUSED() {
        bound("SOCK_STREAM");
        fails(connect(unix("SOCK_STREAM"), door), "ECONNREFUSED");
    }

    @Test
    void closing_the_listener_resets_who_was_not_accepted() {
        Fd listener = listening("SOCK_STREAM", 5);
        Fd client = connected("SOCK_STREAM");
        ok(close(listener));
        fails(recvNow(client), "ECONNRESET");
    }

    @Test
    void a_second_connect_is_EISCONN() {
        listening("SOCK_STREAM", 5);
        fails(connect(connected("SOCK_STREAM"), door), "EISCONN");
    }

    @Test
    void listen_without_a_name_is_EINVAL() {
        fails(kernel.sockets().listen(unix("SOCK_STREAM"), 5), "EINVAL");
    }

    @Test
    void listen_on_a_datagram_socket_is_EOPNOTSUPP() {
        fails(kernel.sockets().listen(bound("SOCK_DGRAM"), 5), "EOPNOTSUPP");
    }

    @Test
    void accept_on_who_does_not_listen_is_EINVAL() {
        fails(kernel.sockets().accept(bound("SOCK_STREAM")), "EINVAL");
    }

    @Test
    void abstract_names_of_different_types_are_different_names() {
        bound("SOCK_DGRAM");
        fails(connect(unix("SOCK_STREAM"), door), "ECONNREFUSED");
        assertThat(nameOf(bound("SOCK_STREAM"))).isEqualTo(door);
    }

    @Test
    void send_without_a_connection_is_ENOTCONN() {
        fails(send(unix("SOCK_STREAM"), "x"), "ENOTCONN");
        fails(send(unix("SOCK_DGRAM"), "x"), "ENOTCONN");
    }

    @Test
    void sendto_on_a_stream_is_EISCONN_with_a_connection_and_EOPNOTSUPP_without() {
        fails(sendto(streamPair().first(), "x", door), "EISCONN");
        fails(sendto(unix("SOCK_STREAM"), "x", door), "EOPNOTSUPP");
    }

    @Test
    void recvfrom_says_who_sent_a_datagram() {
        Fd receiver = bound("SOCK_DGRAM");
        Fd sender = unix("SOCK_DGRAM");
        ok(kernel.sockets().bind(sender, Unix.UNNAMED));
        ok(sendto(sender, "hello", door));
        assertThat(ok(recvfrom(receiver, 10)).from()).contains(nameOf(sender));
    }

    @Test
    void recvfrom_has_no_address_of_an_unnamed_sender() {
        Fd receiver = bound("SOCK_DGRAM");
        ok(sendto(unix("SOCK_DGRAM"), "hello", door));
        assertThat(ok(recvfrom(receiver, 10)).from()).isEmpty();
    }

    @Test
    void a_connected_datagram_socket_is_EPERM_for_strangers() {
        Fd receiver = bound("SOCK_DGRAM");
        Fd friend = unix("SOCK_DGRAM");
        ok(kernel.sockets().bind(friend, Unix.UNNAMED));
        ok(connect(receiver, nameOf(friend)));
        fails(sendto(unix("SOCK_DGRAM"), "x", door), "EPERM");
        ok(sendto(friend, "x", door));
    }
}
