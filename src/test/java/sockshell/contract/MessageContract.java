package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message.Incoming;
import sockshell.sys.Message.Outgoing;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** sendmsg(2) and recvmsg(2): data in several buffers, addresses, and the flags of the result. */
public abstract class MessageContract extends Contract {
    /** UIO_MAXIOV of Linux, IOV_MAX of POSIX. */
    private static final int MOST_BUFFERS = 1024;

    protected MessageContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Integer> sendmsg(Fd fd, Buffer... parts) {
        return kernel.transfers().sendmsg(fd, new Outgoing(parts), 0);
    }

    private Result<Integer> sendmsg(Fd fd, SockAddr to, Buffer... parts) {
        var message = new Outgoing(List.of(parts), Optional.of(to), List.of());
        return kernel.transfers().sendmsg(fd, message, 0);
    }

    private Result<Incoming> recvmsg(Fd fd, int flags, Buffer... into) {
        return kernel.transfers().recvmsg(fd, List.of(into), 0, flags);
    }

    private static String text(Buffer buffer) {
        return buffer.get(0, buffer.size()).text();
    }

    @Test
    void several_buffers_make_one_datagram() {
        Pair pair = pair("SOCK_DGRAM");
        assertThat(ok(sendmsg(pair.first(), buffer("ga"), buffer("th"), buffer("er"))))
                .isEqualTo(6);
        assertThat(received(pair.second(), 100)).isEqualTo("gather");
    }

    @Test
    void one_datagram_fills_several_buffers_in_turn() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "scatter"));
        Buffer start = kernel.buffer(3);
        Buffer rest = kernel.buffer(4);
        assertThat(ok(recvmsg(pair.second(), 0, start, rest)).count()).isEqualTo(7);
        assertThat(text(start)).isEqualTo("sca");
        assertThat(text(rest)).isEqualTo("tter");
    }

    @Test
    void a_short_datagram_leaves_the_later_buffers_as_they_were() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "abcd"));
        Buffer first = buffer("...");
        Buffer second = buffer("...");
        Buffer third = buffer("...");
        assertThat(ok(recvmsg(pair.second(), 0, first, second, third)).count()).isEqualTo(4);
        assertThat(text(first) + text(second) + text(third)).isEqualTo("abcd.....");
    }

    @Test
    void empty_buffers_among_others_count_for_nothing() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendmsg(pair.first(), buffer(""), buffer("a"), buffer(""), buffer("b")));
        Buffer first = kernel.buffer(1);
        Buffer last = kernel.buffer(1);
        ok(recvmsg(pair.second(), 0, first, kernel.buffer(0), last));
        assertThat(text(first) + text(last)).isEqualTo("ab");
    }

    @Test
    void buffers_are_gathered_and_scattered_over_TCP() {
        Connection connection = connection();
        ok(sendmsg(connection.client(), buffer("one"), buffer("two")));
        Buffer first = kernel.buffer(2);
        Buffer second = kernel.buffer(4);
        int all = n("MSG_WAITALL");
        assertThat(ok(recvmsg(connection.server(), all, first, second)).count()).isEqualTo(6);
        assertThat(text(first) + "|" + text(second)).isEqualTo("on|etwo");
    }

    @Test
    void the_end_of_a_stream_is_0_bytes() {
        Pair pair = streamPair();
        ok(close(pair.first()));
        assertThat(ok(recvmsg(pair.second(), 0, kernel.buffer(10))))
                .isEqualTo(new Incoming(0, Optional.empty(), 0, List.of()));
    }

    @Test
    void an_empty_list_of_buffers_is_an_empty_datagram() {
        Pair pair = pair("SOCK_DGRAM");
        assertThat(ok(sendmsg(pair.first()))).isEqualTo(0);
        assertThat(ok(recvmsg(pair.second(), 0, kernel.buffer(10))).count()).isEqualTo(0);
    }

    @Test
    void an_empty_list_of_buffers_takes_a_datagram_and_loses_it() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "lost"));
        ok(send(pair.first(), "next"));
        assertThat(ok(recvmsg(pair.second(), 0)).flags()).isEqualTo(n("MSG_TRUNC"));
        assertThat(received(pair.second(), 10)).isEqualTo("next");
    }

    @Test
    void on_a_stream_an_empty_list_of_buffers_sends_nothing() {
        Pair pair = streamPair();
        assertThat(ok(sendmsg(pair.first()))).isEqualTo(0);
        fails(recvNow(pair.second()), "EAGAIN");
    }

    @Test
    void as_many_as_1024_buffers_pass() {
        Pair pair = pair("SOCK_DGRAM");
        Buffer[] many = Collections.nCopies(MOST_BUFFERS, buffer("x")).toArray(Buffer[]::new);
        assertThat(ok(sendmsg(pair.first(), many))).isEqualTo(MOST_BUFFERS);
        assertThat(ok(recvmsg(pair.second(), 0, many)).count()).isEqualTo(MOST_BUFFERS);
    }

    @Test
    void more_than_1024_buffers_are_EMSGSIZE() {
        Pair pair = pair("SOCK_DGRAM");
        Buffer[] many = Collections.nCopies(MOST_BUFFERS + 1, buffer("x")).toArray(Buffer[]::new);
        fails(sendmsg(pair.first(), many), "EMSGSIZE");
        ok(send(pair.first(), "x"));
        fails(recvmsg(pair.second(), 0, many), "EMSGSIZE");
    }

    @Test
    void sendmsg_goes_to_the_address_it_names() {
        Fd receiver = boundUdp();
        Fd sender = boundUdp();
        ok(sendmsg(sender, nameOf(receiver), buffer("hello")));
        Incoming got = ok(recvmsg(receiver, 0, kernel.buffer(10)));
        assertThat(got).isEqualTo(new Incoming(5, Optional.of(nameOf(sender)), 0, List.of()));
    }

    @Test
    void recvmsg_has_the_whole_address_over_IPv6() {
        Fd receiver = socket("AF_INET6", "SOCK_DGRAM");
        ok(kernel.sockets().bind(receiver, loopback6(0)));
        Fd sender = socket("AF_INET6", "SOCK_DGRAM");
        ok(kernel.sockets().bind(sender, loopback6(0)));
        ok(sendmsg(sender, nameOf(receiver), buffer("hello")));
        assertThat(ok(recvmsg(receiver, 0, kernel.buffer(10))).from()).contains(nameOf(sender));
    }

    @Test
    void sendmsg_without_an_address_goes_to_the_peer() {
        Fd receiver = boundUdp();
        Fd sender = udp();
        ok(kernel.sockets().connect(sender, nameOf(receiver)));
        ok(sendmsg(sender, buffer("hello")));
        assertThat(received(receiver, 10)).isEqualTo("hello");
    }

    @Test
    void sendmsg_without_address_and_peer_is_EDESTADDRREQ() {
        fails(sendmsg(udp(), buffer("x")), "EDESTADDRREQ");
    }

    @Test
    void sendmsg_without_a_connection_is_EPIPE_on_TCP() {
        var message = new Outgoing(buffer("x"));
        fails(kernel.transfers().sendmsg(tcp(), message, n("MSG_NOSIGNAL")), "EPIPE");
    }

    @Test
    void recvmsg_without_a_connection_is_ENOTCONN_on_TCP() {
        fails(recvmsg(tcp(), 0, kernel.buffer(10)), "ENOTCONN");
    }

    @Test
    void recvmsg_over_TCP_has_no_address() {
        Connection connection = connection();
        ok(send(connection.client(), "x"));
        assertThat(ok(recvmsg(connection.server(), 0, kernel.buffer(10))).from()).isEmpty();
    }

    @Test
    void a_datagram_cut_short_is_marked_MSG_TRUNC() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "hello"));
        Incoming got = ok(recvmsg(pair.second(), 0, kernel.buffer(2), kernel.buffer(1)));
        assertThat(got.flags()).isEqualTo(n("MSG_TRUNC"));
        assertThat(got.count()).isEqualTo(3);
    }

    @Test
    void a_datagram_cut_short_counts_whole_if_MSG_TRUNC_is_asked_for() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "hello"));
        Incoming got = ok(recvmsg(pair.second(), n("MSG_TRUNC"), kernel.buffer(2)));
        assertThat(got.flags()).isEqualTo(n("MSG_TRUNC"));
        assertThat(got.count()).isEqualTo(5);
    }

    @Test
    void a_datagram_that_just_fits_is_not_marked() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "hello"));
        assertThat(ok(recvmsg(pair.second(), 0, kernel.buffer(5))).flags()).isEqualTo(0);
    }

    @Test
    void sendmsg_heeds_its_flags() {
        Fd sender = udp();
        ok(kernel.sockets().connect(sender, nameOf(boundUdp())));
        var message = new Outgoing(buffer("x"));
        fails(kernel.transfers().sendmsg(sender, message, n("MSG_OOB")), "EOPNOTSUPP");
    }

    @Test
    void urgent_data_is_marked_MSG_OOB() {
        Connection connection = connection();
        ok(send(connection.client(), "!", n("MSG_OOB")));
        awaitEvents(connection.server(), "POLLPRI");
        Incoming got = ok(recvmsg(connection.server(), n("MSG_OOB"), kernel.buffer(1)));
        assertThat(got.flags()).isEqualTo(n("MSG_OOB"));
        assertThat(got.count()).isEqualTo(1);
    }

    @Test
    void recvmsg_with_MSG_PEEK_leaves_the_message_there() {
        Pair pair = pair("SOCK_DGRAM");
        ok(send(pair.first(), "hello"));
        Buffer peeked = kernel.buffer(5);
        ok(recvmsg(pair.second(), n("MSG_PEEK"), peeked));
        assertThat(text(peeked)).isEqualTo("hello");
        assertThat(received(pair.second(), 10)).isEqualTo("hello");
    }

    @Test
    void recvmsg_of_nothing_does_not_block_with_MSG_DONTWAIT() {
        fails(recvmsg(boundUdp(), n("MSG_DONTWAIT"), kernel.buffer(10)), "EAGAIN");
    }

    @Test
    void recvmsg_waits_for_a_message() {
        Pair pair = streamPair();
        var receiving = blocked(() -> recvmsg(pair.first(), 0, kernel.buffer(10)));
        ok(sendmsg(pair.second(), buffer("late")));
        assertThat(ok(receiving.result()).count()).isEqualTo(4);
    }

    @Test
    void sendmsg_waits_for_room() {
        Pair pair = streamPair();
        fill(pair.first(), "x".repeat(4096));
        ok(kernel.descriptors().fcntl(pair.first(), n("F_SETFL"), 0));
        var sending = blocked(() -> sendmsg(pair.first(), buffer("late")));
        await(
                "room for it",
                () -> {
                    drain(pair.second());
                    return sending.isDone();
                });
        assertThat(ok(sending.result())).isEqualTo(4);
    }

    @Test
    void recvmsg_on_a_closed_descriptor_is_EBADF() {
        fails(recvmsg(closedFd(), 0, kernel.buffer(1)), "EBADF");
    }

    @Test
    void sendmsg_on_a_file_is_ENOTSOCK() {
        fails(sendmsg(pipe().second(), buffer("x")), "ENOTSOCK");
    }
}
