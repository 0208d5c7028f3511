package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Readiness;
import sockshell.sys.Readiness.FdSets;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Transfers;

/** Whatever is asked, the answer is the kernel's error or a refused argument, never a crash. */
public abstract class BadInputContract extends TcpContract {
    private static final int LARGEST = 16 << 20;

    /* above the highest number that a process can have: never anybody's descriptor */
    private static final Fd HUGE = new Fd(1 << 20);

    protected BadInputContract(Kernel kernel) {
        super(kernel);
    }

    private static void isRefused(String argument, Supplier<Result<?>> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call::get)
                .withMessageStartingWith(argument + ":");
    }

    @Test
    void the_message_flag_of_32_bit_programs_is_EINVAL_before_the_descriptor_is_looked_at() {
        var message = new Message.Outgoing(kernel.buffer(1));
        fails(kernel.transfers().sendmsg(HUGE, message, Integer.MIN_VALUE), "EINVAL");
        fails(kernel.transfers().recvmsg(HUGE, List.of(), 0, Integer.MIN_VALUE), "EINVAL");
    }

    @Test
    void poll_skips_negative_descriptors_and_marks_unknown_ones() {
        var interests = List.of(new Interest(new Fd(-1), -1), new Interest(HUGE, n("POLLIN")));
        assertThat(ok(kernel.readiness().poll(interests, -1)))
                .isEqualTo(new Readiness.Polled(1, List.of(0, n("POLLNVAL"))));
    }

    @Test
    void select_refuses_what_no_set_can_hold() {
        var negative = new FdSets(List.of(new Fd(-1)), List.of(), List.of());
        isRefused("descriptor", () -> select(1, negative));
        var huge = new FdSets(List.of(), List.of(new Fd(Integer.MAX_VALUE)), List.of());
        isRefused("descriptor", () -> select(1, huge));
        isRefused("nfds", () -> select(Integer.MAX_VALUE, noSets()));
        fails(select(-1, noSets()), "EINVAL");
    }

    private Result<?> select(int nfds, FdSets sets) {
        return kernel.readiness().select(nfds, sets, Optional.of(Duration.ZERO));
    }

    private static FdSets noSets() {
        return new FdSets(List.of(), List.of(), List.of());
    }

    @Test
    void a_socket_of_an_unknown_family_is_EAFNOSUPPORT() {
        for (int family : new int[] {-1, 9999, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            fails(kernel.sockets().socket(family, 1, 0), "EAFNOSUPPORT");
            fails(kernel.sockets().socketpair(family, 1, 0), "EAFNOSUPPORT");
        }
    }

    @Test
    void a_socket_of_an_unknown_type_is_EINVAL_or_ESOCKTNOSUPPORT() {
        fails(kernel.sockets().socket(n("AF_INET"), -1, 0), "EINVAL");
        fails(kernel.sockets().socket(n("AF_INET"), 15, 0), "EINVAL");
        fails(kernel.sockets().socket(n("AF_INET"), 9, 0), "ESOCKTNOSUPPORT");
        fails(kernel.sockets().socketpair(n("AF_UNIX"), 9, 0), "ESOCKTNOSUPPORT");
    }

    @Test
    void a_socket_of_an_unknown_protocol_is_EINVAL_or_EPROTONOSUPPORT() {
        fails(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), -1), "EINVAL");
        fails(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), 9999), "EINVAL");
        fails(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), 17), "EPROTONOSUPPORT");
        fails(kernel.sockets().socket(n("AF_UNIX"), n("SOCK_STREAM"), 9), "EPROTONOSUPPORT");
    }

    @Test
    void a_pair_of_internet_sockets_is_EOPNOTSUPP() {
        fails(kernel.sockets().socketpair(n("AF_INET"), n("SOCK_STREAM"), 0), "EOPNOTSUPP");
    }

    @Test
    void socket_calls_on_a_pipe_are_ENOTSOCK() {
        Fd pipe = keep(ok(kernel.descriptors().pipe())).first();
        fails(listen(pipe, 1), "ENOTSOCK");
        fails(kernel.sockets().accept(pipe), "ENOTSOCK");
        fails(recv(pipe, 0), "ENOTSOCK");
        fails(kernel.sockets().getsockname(pipe), "ENOTSOCK");
    }

    /** 127.0.0.1 with port 0, and zeros behind it, as many bytes as asked for. */
    private SockAddr.Raw lengthened(SockAddr address, int length) {
        Bytes whole = kernel.encode(address).bytes().plus(Bytes.zeros(300));
        return new SockAddr.Raw(whole.slice(0, Math.max(length, 0)), length);
    }

    /** The lengths from -1 to 300 at which the answer changes, and what it changes to. */
    private static Map<Integer, String> changes(IntFunction<Result<?>> call) {
        Map<Integer, String> changes = new LinkedHashMap<>();
        String before = "";
        for (int length = -1; length <= 300; length++) {
            String answer = call.apply(length) instanceof Result.Err<?>(Errno e) ? e.name() : "ok";
            if (!answer.equals(before)) {
                changes.put(length, answer);
            }
            before = answer;
        }
        return changes;
    }

    private Result<Integer> fresh(Fd fd, Function<Fd, Result<Integer>> call) {
        Result<Integer> result = call.apply(fd);
        ok(close(fd));
        return result;
    }

    @Test
    void bind_takes_addresses_of_16_to_128_bytes() {
        assertThat(changes(n -> fresh(tcp(), fd -> bind(fd, lengthened(loopback(0), n)))))
                .isEqualTo(Map.of(-1, "EINVAL", 16, "ok", 129, "EINVAL"));
    }

    @Test
    void bind_takes_IPv6_addresses_of_24_to_128_bytes() {
        assertThat(changes(n -> fresh(tcp6(), fd -> bind(fd, lengthened(loopback6(0), n)))))
                .isEqualTo(Map.of(-1, "EINVAL", 24, "ok", 129, "EINVAL"));
    }

    @Test
    void connect_takes_addresses_of_16_to_128_bytes() {
        assertThat(changes(n -> fresh(tcp(), fd -> connect(fd, lengthened(loopback(0), n)))))
                .isEqualTo(Map.of(-1, "EINVAL", 16, "ECONNREFUSED", 129, "EINVAL"));
    }

    @Test
    void connect_takes_paths_up_to_108_bytes_behind_the_family() {
        SockAddr nothing = SockAddr.Unix.path("/nonexistent");
        assertThat(changes(n -> fresh(local(), fd -> connect(fd, lengthened(nothing, n)))))
                .as("with 3 bytes the path is the root, which is no socket")
                .isEqualTo(Map.of(-1, "EINVAL", 3, "ECONNREFUSED", 4, "ENOENT", 111, "EINVAL"));
    }

    private Fd local() {
        return socket("AF_UNIX", "SOCK_STREAM");
    }

    @Test
    void sendto_takes_addresses_of_16_to_128_bytes() {
        Fd to = udp();
        ok(bind(to, loopback(0)));
        SockAddr name = nameOf(to);
        Fd from = udp();
        assertThat(
                        changes(n ->
                                kernel.transfers()
                                        .sendto(from, buffer("x"), 1, 0, lengthened(name, n))))
                .isEqualTo(Map.of(-1, "EINVAL", 16, "ok", 129, "EINVAL"));
    }

    @Test
    void an_address_of_an_unknown_family_is_EAFNOSUPPORT() {
        byte[] bytes = new byte[28];
        Arrays.fill(bytes, (byte) 0xff);
        fails(connect(tcp(), new SockAddr.Raw(Bytes.of(bytes))), "EAFNOSUPPORT");
        fails(bind(tcp(), new SockAddr.Raw(Bytes.of(bytes))), "EAFNOSUPPORT");
        fails(connect(udp(), new SockAddr.Raw(Bytes.of(bytes))), "EAFNOSUPPORT");
    }

    @Test
    void a_length_beyond_the_buffer_is_refused() {
        Transfers transfers = kernel.transfers();
        Fd fd = connection().client();
        Buffer buffer = kernel.buffer(4);
        isRefused("length", () -> transfers.send(fd, buffer, 5, 0));
        isRefused("length", () -> transfers.sendto(fd, buffer, 5, 0, loopback(0)));
        isRefused("length", () -> transfers.write(fd, buffer, 5));
        isRefused("length", () -> transfers.recv(fd, buffer, 5, 0));
        isRefused("length", () -> transfers.recvfrom(fd, buffer, 5, 0));
        isRefused("length", () -> transfers.read(fd, buffer, Integer.MAX_VALUE));
    }

    @Test
    void a_negative_length_is_refused() {
        Fd fd = connection().client();
        isRefused("length", () -> kernel.transfers().send(fd, kernel.buffer(4), -1, 0));
        isRefused("length", () -> kernel.transfers().read(fd, kernel.buffer(4), -1));
        isRefused("length", () -> kernel.transfers().recv(fd, kernel.nowhere(), -1, 0));
    }

    @Test
    void an_argument_of_more_than_16_MiB_is_refused() {
        Fd fd = tcp();
        isRefused("length", () -> kernel.sockets().getsockopt(fd, 1, 1, LARGEST + 1));
        isRefused("length", () -> kernel.sockets().setsockopt(fd, 1, 1, Bytes.EMPTY, LARGEST + 1));
        isRefused("most", () -> kernel.readiness().epoll_wait(fd, Integer.MAX_VALUE, 0));
        isRefused(
                "controlSpace",
                () -> kernel.transfers().recvmsg(fd, List.of(), Integer.MAX_VALUE, 0));
    }

    /** SIOCGIFCONF, netdevice(7): a length, and an address that the kernel writes to. */
    @Test
    void an_argument_that_could_hold_an_address_is_refused() {
        Bytes pointing = word(64).plus(word(0)).plus(word(0x10000)).plus(word(0));
        isRefused("argument", () -> kernel.descriptors().ioctl(udp(), SIOCGIFCONF, pointing));
        Bytes toNowhere = word(64).plus(Bytes.zeros(12));
        assertThat(ok(kernel.descriptors().ioctl(udp(), SIOCGIFCONF, toNowhere)).returned())
                .isZero();
    }

    private static final int SIOCGIFCONF = 0x8912;

    @Test
    void a_buffer_of_more_than_16_MiB_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.buffer(LARGEST + 1))
                .withMessageStartingWith("size:");
    }

    @Test
    void a_buffer_may_have_no_bytes_or_many() {
        assertThat(kernel.buffer(0).size()).isZero();
        Buffer large = kernel.buffer(LARGEST);
        large.put(LARGEST - 1, Bytes.of((byte) 7));
        assertThat(large.get(LARGEST - 2, 2)).isEqualTo(Bytes.of((byte) 0, (byte) 7));
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.buffer(-1));
    }

    @Test
    void nowhere_is_EFAULT_where_bytes_are_sent_from_it() {
        Fd client = connection().client();
        fails(kernel.transfers().send(client, kernel.nowhere(), 4, 0), "EFAULT");
        fails(kernel.transfers().write(client, kernel.nowhere(), Integer.MAX_VALUE), "EFAULT");
        assertThat(ok(kernel.transfers().send(client, kernel.nowhere(), 0, 0))).isZero();
    }

    @Test
    void nowhere_is_EFAULT_where_bytes_would_go_and_they_are_kept() {
        Connection connection = connection();
        ok(send(connection.client(), "kept"));
        awaitReceived(connection.server(), 4);
        fails(kernel.transfers().recv(connection.server(), kernel.nowhere(), 4, 0), "EFAULT");
        fails(kernel.transfers().read(connection.server(), kernel.nowhere(), 4), "EFAULT");
        assertThat(received(connection.server(), 99)).isEqualTo("kept");
    }

    @Test
    void a_path_that_is_empty_is_ENOENT_whatever_the_flags() {
        Random numbers = new Random(5);
        for (int i = 0; i < 1000; i++) {
            var opened = kernel.descriptors().open("", numbers.nextInt(), numbers.nextInt());
            assertThat(opened).isInstanceOf(Result.Err.class);
        }
        fails(kernel.descriptors().unlink(""), "ENOENT");
        isRefused("path", () -> kernel.descriptors().unlink("a\0b"));
    }
}
