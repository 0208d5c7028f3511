package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sockshell.sys.Bytes;
import sockshell.sys.Descriptors.Ioctl;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** pipe(2), and ioctl(2) on whatever has a descriptor. */
public abstract class PipeContract extends FolderContract {
    /* linux/sockios.h knows no such request, nor does any driver of sockets */
    private static final long UNKNOWN = 0x1234;

    protected PipeContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Ioctl> ioctl(Fd fd, String request, Bytes argument) {
        return kernel.descriptors().ioctl(fd, n(request), argument);
    }

    /** The int that a request gives. */
    private int ask(Fd fd, String request) {
        Ioctl answer = ok(ioctl(fd, request, word(-1)));
        assertThat(answer.returned()).isEqualTo(0);
        return word(answer.argument());
    }

    private int writeUntilFull(Fd fd, int chunk) {
        nonBlocking(fd);
        int written = 0;
        while (write(fd, "x".repeat(chunk)) instanceof Result.Ok<Integer>(Integer count)) {
            written += count;
        }
        fails(write(fd, "x"), "EAGAIN");
        return written;
    }

    @Test
    void what_is_written_at_one_end_is_read_at_the_other() {
        Pair pipe = pipe();
        ok(write(pipe.second(), "one"));
        ok(write(pipe.second(), "two"));
        assertThat(read(pipe.first(), 4)).isEqualTo("onet");
        assertThat(read(pipe.first(), 100)).isEqualTo("wo");
    }

    @Test
    void a_pipe_goes_one_way_only() {
        Pair pipe = pipe();
        fails(write(pipe.first(), "x"), "EBADF");
        fails(kernel.transfers().read(pipe.second(), kernel.buffer(1), 1), "EBADF");
    }

    @Test
    void a_pipe_without_writers_ends_after_its_data() {
        Pair pipe = pipe();
        ok(write(pipe.second(), "last"));
        ok(close(pipe.second()));
        assertThat(read(pipe.first(), 10)).isEqualTo("last");
        assertThat(read(pipe.first(), 10)).isEmpty();
    }

    @Test
    void a_pipe_without_readers_is_EPIPE() {
        Pair pipe = pipe();
        ok(close(pipe.first()));
        fails(write(pipe.second(), "x"), "EPIPE");
    }

    @Test
    void read_waits_for_data() {
        Pair pipe = pipe();
        var reading = blocked(() -> kernel.transfers().read(pipe.first(), kernel.buffer(9), 9));
        ok(write(pipe.second(), "late"));
        assertThat(ok(reading.result())).isEqualTo(4);
    }

    @Test
    void read_waits_for_the_last_writer_to_go() {
        Pair pipe = pipe();
        var reading = blocked(() -> kernel.transfers().read(pipe.first(), kernel.buffer(9), 9));
        ok(close(pipe.second()));
        assertThat(ok(reading.result())).isEqualTo(0);
    }

    @Test
    void an_empty_pipe_is_EAGAIN_if_non_blocking() {
        Pair pipe = pipe();
        nonBlocking(pipe.first());
        fails(kernel.transfers().read(pipe.first(), kernel.buffer(1), 1), "EAGAIN");
    }

    @Test
    void a_pipe_holds_as_much_as_F_GETPIPE_SZ_says() {
        Pair pipe = pipe();
        int size = ok(kernel.descriptors().fcntl(pipe.first(), n("F_GETPIPE_SZ"), 0));
        assertThat(size).isPositive();
        assertThat(writeUntilFull(pipe.second(), 4096)).isEqualTo(size);
    }

    @Test
    void F_SETPIPE_SZ_gives_the_size_it_set() {
        Pair pipe = pipe();
        int size = 1 << 17;
        assertThat(ok(kernel.descriptors().fcntl(pipe.first(), n("F_SETPIPE_SZ"), size)))
                .isEqualTo(size);
        assertThat(writeUntilFull(pipe.second(), 4096)).isEqualTo(size);
    }

    @Test
    void write_waits_for_room() {
        Pair pipe = pipe();
        writeUntilFull(pipe.second(), 4096);
        ok(kernel.descriptors().fcntl(pipe.second(), n("F_SETFL"), 0));
        var writing = blocked(() -> write(pipe.second(), "late"));
        read(pipe.first(), 1 << 20);
        assertThat(ok(writing.result())).isEqualTo(4);
    }

    @Test
    void a_pipe_is_no_socket() {
        Fd fd = pipe().first();
        fails(kernel.sockets().getsockname(fd), "ENOTSOCK");
        fails(send(fd, "x"), "ENOTSOCK");
    }

    @Test
    void FIONREAD_counts_the_bytes_to_be_read() {
        Pair pipe = pipe();
        assertThat(ask(pipe.first(), "FIONREAD")).isEqualTo(0);
        ok(write(pipe.second(), "hello"));
        assertThat(ask(pipe.first(), "FIONREAD")).isEqualTo(5);
    }

    @Test
    void FIONREAD_of_a_file_counts_to_its_end() {
        Fd file = readable("file", "0123456789");
        read(file, 3);
        assertThat(ask(file, "FIONREAD")).isEqualTo(7);
    }

    @Test
    void SIOCINQ_counts_all_of_a_stream() {
        Pair pair = streamPair();
        ok(send(pair.first(), "one"));
        ok(send(pair.first(), "three"));
        assertThat(ask(pair.second(), "SIOCINQ")).isEqualTo(8);
    }

    @Test
    void SIOCINQ_counts_the_next_datagram_only() {
        Fd receiver = boundUdp();
        ok(sendto(udp(), "one", nameOf(receiver)));
        awaitEvents(receiver, "POLLIN");
        ok(sendto(udp(), "three", nameOf(receiver)));
        assertThat(ask(receiver, "SIOCINQ")).isEqualTo(3);
    }

    @Test
    void SIOCINQ_of_a_listener_is_EINVAL() {
        fails(ioctl(listener(5), "SIOCINQ", word(0)), "EINVAL");
    }

    @Test
    void SIOCOUTQ_is_more_than_0_until_the_peer_has_read() {
        Pair pair = streamPair();
        ok(send(pair.first(), "hello"));
        assertThat(ask(pair.first(), "SIOCOUTQ")).isPositive();
        received(pair.second(), 10);
        assertThat(ask(pair.first(), "SIOCOUTQ")).isEqualTo(0);
    }

    @Test
    void SIOCOUTQ_of_TCP_counts_the_bytes_not_acknowledged() {
        Connection connection = connection();
        ok(send(connection.client(), "hello"));
        await("the acknowledgement", () -> ask(connection.client(), "SIOCOUTQ") == 0);
        assertThat(ask(connection.server(), "SIOCINQ")).isEqualTo(5);
    }

    @Test
    void FIONBIO_sets_O_NONBLOCK_and_takes_it_back() {
        Fd fd = udp();
        ok(ioctl(fd, "FIONBIO", word(1)));
        fails(recvNow(fd), "EAGAIN");
        assertThat(ok(kernel.descriptors().fcntl(fd, n("F_GETFL"), 0)))
                .isEqualTo(n("O_RDWR") | n("O_NONBLOCK"));
        ok(ioctl(fd, "FIONBIO", word(0)));
        assertThat(ok(kernel.descriptors().fcntl(fd, n("F_GETFL"), 0))).isEqualTo(n("O_RDWR"));
    }

    @Test
    void an_unknown_request_is_ENOTTY() {
        fails(kernel.descriptors().ioctl(udp(), UNKNOWN, word(0)), "ENOTTY");
        fails(kernel.descriptors().ioctl(pipe().first(), UNKNOWN, word(0)), "ENOTTY");
    }

    @Test
    void a_request_for_sockets_on_a_pipe_is_ENOTTY() {
        fails(ioctl(pipe().first(), "SIOCOUTQ", word(0)), "ENOTTY");
    }

    @Test
    void a_request_on_a_closed_descriptor_is_EBADF() {
        fails(ioctl(closedFd(), "FIONREAD", word(0)), "EBADF");
    }

    @Test
    void an_argument_shorter_than_the_answer_is_filled_as_far_as_it_goes() {
        Pair pair = streamPair();
        ok(send(pair.first(), "hello"));
        Bytes answer = ok(ioctl(pair.second(), "FIONREAD", Bytes.zeros(2))).argument();
        assertThat(answer).isEqualTo(word(5).slice(0, 2));
    }

    /** A struct ifreq, netdevice(7): a name of 16 bytes and a union. */
    private Bytes interfaceNamed(String name) {
        int size = struct("ifreq").size();
        return Bytes.of(name).plus(Bytes.zeros(size - name.length()));
    }

    private Bytes askAboutLo(String request) {
        Bytes answer = ok(ioctl(udp(), request, interfaceNamed("lo"))).argument();
        assertThat(answer.slice(0, 3)).isEqualTo(Bytes.of("lo\0"));
        return answer.slice(struct("ifreq").field("ifr_ifru").offset(), answer.length());
    }

    @Test
    void SIOCGIFMTU_tells_how_much_lo_takes_at_once() {
        /* what IPv6 needs at least, RFC 8200, 5 */
        assertThat(word(askAboutLo("SIOCGIFMTU"))).isGreaterThanOrEqualTo(1280);
    }

    @Test
    void SIOCGIFFLAGS_tells_that_lo_is_up_and_leads_back() {
        int up = 1;
        int loopback = 8;
        assertThat(word(askAboutLo("SIOCGIFFLAGS")) & (up | loopback)).isEqualTo(up | loopback);
    }

    @Test
    void SIOCGIFADDR_tells_the_address_of_lo() {
        Bytes address = askAboutLo("SIOCGIFADDR").slice(0, 16);
        assertThat(kernel.decode(new SockAddr.Raw(address))).isEqualTo(loopback(0));
    }

    @Test
    void SIOCGIFNAME_makes_a_name_of_the_number_again() {
        Bytes number = askAboutLo("SIOCGIFINDEX").slice(0, 4);
        Bytes question = struct("ifreq").pack(Map.of()).slice(0, 16).plus(number);
        Bytes whole = question.plus(Bytes.zeros(struct("ifreq").size() - question.length()));
        Bytes answer = ok(ioctl(udp(), "SIOCGIFNAME", whole)).argument();
        assertThat(answer.slice(0, 3)).isEqualTo(Bytes.of("lo\0"));
    }

    @Test
    void an_interface_that_is_not_there_is_ENODEV() {
        fails(ioctl(udp(), "SIOCGIFMTU", interfaceNamed("nowhere0")), "ENODEV");
    }
}
