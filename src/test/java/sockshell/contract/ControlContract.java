package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message.Control;
import sockshell.sys.Message.Control.Other;
import sockshell.sys.Message.Control.Rights;
import sockshell.sys.Message.Incoming;
import sockshell.sys.Message.Outgoing;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Control messages, cmsg(3): descriptors that go along, and what the kernel adds to data. */
public abstract class ControlContract extends Contract {
    private static final int ROOM = 512;

    protected ControlContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Integer> sendWith(Fd fd, String data, Control... control) {
        return sendWith(fd, Optional.empty(), data, control);
    }

    private Result<Integer> sendWith(
            Fd fd, Optional<SockAddr> to, String data, Control... control) {
        var message = new Outgoing(List.of(buffer(data)), to, List.of(control));
        return kernel.transfers().sendmsg(fd, message, 0);
    }

    private Incoming receive(Fd fd, int room, int flags) {
        return ok(kernel.transfers().recvmsg(fd, List.of(kernel.buffer(100)), room, flags));
    }

    private static Control rights(Fd... fds) {
        return new Rights(List.of(fds));
    }

    /** The descriptors that came along, to be closed after the test. */
    private List<Fd> descriptors(Incoming message) {
        List<Fd> all =
                message.control().stream()
                        .flatMap(each ->
                                each instanceof Rights(var fds) ? fds.stream() : Stream.of())
                        .toList();
        all.forEach(this::keep);
        return all;
    }

    /** Sends descriptors through a pair and takes them out on the other side. */
    private List<Fd> passed(Fd... fds) {
        Pair pair = streamPair();
        ok(sendWith(pair.first(), "x", rights(fds)));
        return descriptors(receive(pair.second(), ROOM, 0));
    }

    private static Other other(Incoming message) {
        return (Other) message.control().getFirst();
    }

    private int descriptorFlags(Fd fd) {
        return ok(kernel.descriptors().fcntl(fd, n("F_GETFD"), 0));
    }

    @Test
    void a_passed_descriptor_is_a_new_number_for_the_same_thing() {
        Pair pipe = pipe();
        Fd got = passed(pipe.second()).getFirst();
        assertThat(got).isNotEqualTo(pipe.second());
        ok(kernel.transfers().write(got, buffer("through"), 7));
        Buffer buffer = kernel.buffer(7);
        ok(kernel.transfers().read(pipe.first(), buffer, 7));
        assertThat(buffer.get(0, 7).text()).isEqualTo("through");
    }

    @Test
    void a_passed_descriptor_shares_its_status_flags() {
        Pair pipe = pipe();
        nonBlocking(passed(pipe.first()).getFirst());
        assertThat(ok(kernel.descriptors().fcntl(pipe.first(), n("F_GETFL"), 0)))
                .isEqualTo(n("O_NONBLOCK"));
    }

    @Test
    void several_descriptors_come_in_the_order_sent() {
        Pair first = streamPair();
        Pair second = streamPair();
        List<Fd> got = passed(first.first(), second.first());
        ok(send(got.get(0), "one"));
        ok(send(got.get(1), "two"));
        assertThat(received(first.second(), 10)).isEqualTo("one");
        assertThat(received(second.second(), 10)).isEqualTo("two");
    }

    @Test
    void a_descriptor_may_be_closed_while_it_is_under_way() {
        Pair pair = pair("SOCK_DGRAM");
        Pair pipe = pipe();
        ok(sendWith(pair.first(), "x", rights(pipe.second())));
        ok(close(pipe.second()));
        Fd got = descriptors(receive(pair.second(), ROOM, 0)).getFirst();
        assertThat(ok(kernel.transfers().write(got, buffer("x"), 1))).isEqualTo(1);
    }

    @Test
    void MSG_CMSG_CLOEXEC_closes_received_descriptors_upon_exec() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", rights(pair.first())));
        Incoming got = receive(pair.second(), ROOM, n("MSG_CMSG_CLOEXEC"));
        assertThat(descriptorFlags(descriptors(got).getFirst())).isEqualTo(n("FD_CLOEXEC"));
    }

    @Test
    void without_it_they_stay_open() {
        assertThat(descriptorFlags(passed(udp()).getFirst())).isEqualTo(0);
    }

    @Test
    void a_closed_descriptor_can_not_be_passed() {
        fails(sendWith(streamPair().first(), "x", rights(closedFd())), "EBADF");
    }

    @Test
    void as_many_as_253_descriptors_may_be_passed_at_once() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", new Rights(Collections.nCopies(253, pair.first()))));
        assertThat(descriptors(receive(pair.second(), 2048, 0)))
                .hasSize(253)
                .doesNotHaveDuplicates();
        Control more = new Rights(Collections.nCopies(254, pair.first()));
        fails(sendWith(pair.first(), "x", more), "EINVAL");
    }

    @Test
    void recv_receives_the_data_and_drops_the_descriptors() {
        Pair pair = streamPair();
        Pair pipe = pipe();
        ok(sendWith(pair.first(), "data", rights(pipe.second())));
        ok(close(pipe.second()));
        assertThat(received(pair.second(), 10)).isEqualTo("data");
        assertThat(ok(kernel.transfers().read(pipe.first(), kernel.buffer(1), 1))).isEqualTo(0);
    }

    @Test
    void no_room_for_control_messages_is_marked_MSG_CTRUNC() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", rights(pair.first())));
        Incoming got = receive(pair.second(), 0, 0);
        assertThat(got.flags()).isEqualTo(n("MSG_CTRUNC"));
        assertThat(got.control()).isEmpty();
        assertThat(got.count()).isEqualTo(1);
    }

    @Test
    void room_for_one_descriptor_of_two_gives_one_and_is_marked_MSG_CTRUNC() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", rights(pair.first(), pair.second())));
        Incoming got = receive(pair.second(), struct("cmsghdr").size() + 4, 0);
        assertThat(got.flags()).isEqualTo(n("MSG_CTRUNC"));
        assertThat(descriptors(got)).hasSize(1);
    }

    @Test
    void enough_room_is_not_marked() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", rights(pair.first())));
        Incoming got = receive(pair.second(), struct("cmsghdr").size() + 4, 0);
        assertThat(got.flags()).isEqualTo(0);
        assertThat(descriptors(got)).hasSize(1);
    }

    @Test
    void data_with_descriptors_is_not_joined_with_data_behind_it() {
        Pair pair = streamPair();
        ok(sendWith(pair.first(), "with", rights(pair.first())));
        ok(send(pair.first(), "without"));
        Incoming got = receive(pair.second(), ROOM, 0);
        assertThat(descriptors(got)).hasSize(1);
        assertThat(got.count()).isEqualTo(4);
        assertThat(receive(pair.second(), ROOM, 0).control()).isEmpty();
    }

    @Test
    void MSG_PEEK_gives_the_descriptors_as_well_and_again() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", rights(pair.first())));
        Fd peeked = descriptors(receive(pair.second(), ROOM, n("MSG_PEEK"))).getFirst();
        Fd taken = descriptors(receive(pair.second(), ROOM, 0)).getFirst();
        assertThat(peeked).isNotEqualTo(taken);
    }

    @Test
    void an_unknown_control_message_of_a_pair_is_EINVAL() {
        Control unknown = new Other(n("SOL_SOCKET"), 99, word(0));
        fails(sendWith(streamPair().first(), "x", unknown), "EINVAL");
    }

    @Test
    void a_control_message_of_another_level_goes_by() {
        Pair pair = streamPair();
        Control foreign = new Other(n("IPPROTO_IP"), n("IP_TTL"), word(7));
        assertThat(ok(sendWith(pair.first(), "x", foreign))).isEqualTo(1);
    }

    @Test
    void SO_PASSCRED_says_which_process_sent() {
        Pair pair = pair("SOCK_DGRAM");
        option(pair.second(), "SOL_SOCKET", "SO_PASSCRED", 1);
        ok(send(pair.first(), "x"));
        assertThat(receive(pair.second(), ROOM, 0).control()).containsExactly(credentials());
    }

    private Other credentials() {
        Pair pair = streamPair();
        int size = struct("ucred").size();
        int option = n("SO_PEERCRED");
        Bytes own = ok(kernel.sockets().getsockopt(pair.first(), n("SOL_SOCKET"), option, size));
        return new Other(n("SOL_SOCKET"), n("SCM_CREDENTIALS"), own);
    }

    @Test
    void without_SO_PASSCRED_nobody_is_told_who_sent() {
        Pair pair = pair("SOCK_DGRAM");
        ok(sendWith(pair.first(), "x", credentials()));
        assertThat(receive(pair.second(), ROOM, 0).control()).isEmpty();
    }

    @Test
    void credentials_and_descriptors_come_together() {
        Pair pair = pair("SOCK_DGRAM");
        option(pair.second(), "SOL_SOCKET", "SO_PASSCRED", 1);
        ok(sendWith(pair.first(), "x", rights(pair.first()), credentials()));
        Incoming got = receive(pair.second(), ROOM, 0);
        assertThat(got.control()).hasSize(2).contains(credentials());
        assertThat(descriptors(got)).hasSize(1);
    }

    @Test
    void credentials_of_nobody_are_refused() {
        Bytes nobody = struct("ucred").pack(Map.of("pid", 0x7ffffffeL));
        Control made = new Other(n("SOL_SOCKET"), n("SCM_CREDENTIALS"), nobody);
        assertThat(sendWith(streamPair().first(), "x", made)).isInstanceOf(Result.Err.class);
    }

    @Test
    void IP_PKTINFO_says_where_a_datagram_was_sent_to() {
        Fd receiver = boundUdp();
        option(receiver, "IPPROTO_IP", "IP_PKTINFO", 1);
        ok(sendto(udp(), "x", nameOf(receiver)));
        Other info = other(receive(receiver, ROOM, 0));
        assertThat(info.level()).isEqualTo(n("IPPROTO_IP"));
        assertThat(info.type()).isEqualTo(n("IP_PKTINFO"));
        /* struct in_pktinfo: the interface, the local address, the address in the header */
        assertThat(info.data().length()).isEqualTo(12);
        assertThat(info.data().slice(8, 12).hex()).isEqualTo("7f000001");
    }

    @Test
    void IP_RECVTTL_says_what_was_left_of_the_time_to_live() {
        Fd receiver = boundUdp();
        option(receiver, "IPPROTO_IP", "IP_RECVTTL", 1);
        Fd sender = udp();
        option(sender, "IPPROTO_IP", "IP_TTL", 7);
        ok(sendto(sender, "x", nameOf(receiver)));
        assertThat(receive(receiver, ROOM, 0).control())
                .containsExactly(new Other(n("IPPROTO_IP"), n("IP_TTL"), word(7)));
    }

    @Test
    void IPV6_RECVHOPLIMIT_says_it_for_IPv6() {
        Fd receiver = socket("AF_INET6", "SOCK_DGRAM");
        option(receiver, "IPPROTO_IPV6", "IPV6_RECVHOPLIMIT", 1);
        ok(kernel.sockets().bind(receiver, loopback6(0)));
        Fd sender = socket("AF_INET6", "SOCK_DGRAM");
        option(sender, "IPPROTO_IPV6", "IPV6_UNICAST_HOPS", 9);
        ok(sendto(sender, "x", nameOf(receiver)));
        Other limit = other(receive(receiver, ROOM, 0));
        assertThat(limit.level()).isEqualTo(n("IPPROTO_IPV6"));
        assertThat(limit.data()).isEqualTo(word(9));
    }

    @Test
    void several_control_messages_are_heeded_all() {
        Fd receiver = boundUdp();
        option(receiver, "IPPROTO_IP", "IP_RECVTTL", 1);
        option(receiver, "IPPROTO_IP", "IP_RECVTOS", 1);
        Control ttl = new Other(n("IPPROTO_IP"), n("IP_TTL"), word(5));
        Control tos = new Other(n("IPPROTO_IP"), n("IP_TOS"), word(0x10));
        ok(sendWith(udp(), Optional.of(nameOf(receiver)), "x", ttl, tos));
        Control tosByte = new Other(n("IPPROTO_IP"), n("IP_TOS"), Bytes.of((byte) 0x10));
        assertThat(receive(receiver, ROOM, 0).control()).containsExactlyInAnyOrder(ttl, tosByte);
    }

    @Test
    void control_messages_that_find_no_room_are_marked_and_the_first_is_whole() {
        Fd receiver = boundUdp();
        option(receiver, "IPPROTO_IP", "IP_PKTINFO", 1);
        option(receiver, "IPPROTO_IP", "IP_RECVTTL", 1);
        ok(sendto(udp(), "x", nameOf(receiver)));
        Incoming got = receive(receiver, struct("cmsghdr").size() + 16, 0);
        assertThat(got.flags()).isEqualTo(n("MSG_CTRUNC"));
        assertThat(got.control()).hasSize(1);
        assertThat(other(got).type()).isEqualTo(n("IP_PKTINFO"));
    }
}
