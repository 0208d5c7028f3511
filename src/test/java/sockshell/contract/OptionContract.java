package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/** getsockopt and setsockopt: what they take and give, and how long it is. */
public abstract class OptionContract extends TcpContract {
    private static final String SOCKET = "SOL_SOCKET";
    private static final String TCP = "IPPROTO_TCP";
    private static final String IP = "IPPROTO_IP";

    protected OptionContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Bytes> get(Fd fd, String level, String option, int length) {
        return kernel.sockets().getsockopt(fd, n(level), n(option), length);
    }

    private int lengthGiven(Fd fd, String level, String option, int length) {
        return ok(get(fd, level, option, length)).length();
    }

    private Result<Integer> setCut(Fd fd, String option, Bytes value, int length) {
        return kernel.sockets().setsockopt(fd, n(SOCKET), n(option), value, length);
    }

    private Map<String, Long> read(Fd fd, String option, String name) {
        Struct struct = struct(name);
        return struct.numbers(ok(get(fd, SOCKET, option, struct.size())));
    }

    @Test
    void a_flag_is_off_then_on_then_off() {
        Fd fd = tcp();
        assertThat(option(fd, SOCKET, "SO_REUSEADDR")).isZero();
        option(fd, SOCKET, "SO_REUSEADDR", 1);
        assertThat(option(fd, SOCKET, "SO_REUSEADDR")).isEqualTo(1);
        option(fd, SOCKET, "SO_REUSEADDR", 0);
        assertThat(option(fd, SOCKET, "SO_REUSEADDR")).isZero();
    }

    @Test
    void a_flag_set_to_any_number_is_1() {
        Fd fd = tcp();
        option(fd, SOCKET, "SO_REUSEADDR", 77);
        option(fd, TCP, "TCP_NODELAY", -5);
        assertThat(option(fd, SOCKET, "SO_REUSEADDR")).isEqualTo(1);
        assertThat(option(fd, TCP, "TCP_NODELAY")).isEqualTo(1);
    }

    @Test
    void options_of_one_socket_are_not_those_of_another() {
        Fd one = tcp();
        option(one, TCP, "TCP_NODELAY", 1);
        assertThat(option(tcp(), TCP, "TCP_NODELAY")).isZero();
    }

    @Test
    void a_duplicate_has_the_same_options() {
        Fd fd = tcp();
        Fd duplicate = keep(ok(kernel.descriptors().dup(fd)));
        option(fd, SOCKET, "SO_KEEPALIVE", 1);
        assertThat(option(duplicate, SOCKET, "SO_KEEPALIVE")).isEqualTo(1);
    }

    @Test
    void getting_with_too_little_room_cuts_the_value() {
        Fd fd = tcp();
        for (int room = 0; room <= 4; room++) {
            assertThat(lengthGiven(fd, SOCKET, "SO_TYPE", room)).isEqualTo(room);
            assertThat(lengthGiven(fd, TCP, "TCP_NODELAY", room)).isEqualTo(room);
        }
    }

    @Test
    void getting_with_more_room_gives_what_there_is() {
        Fd fd = tcp();
        assertThat(lengthGiven(fd, SOCKET, "SO_TYPE", 64)).isEqualTo(4);
        assertThat(lengthGiven(fd, TCP, "TCP_NODELAY", 64)).isEqualTo(4);
        assertThat(lengthGiven(fd, IP, "IP_TTL", 64)).isEqualTo(4);
    }

    @Test
    void getting_with_a_negative_length_is_EINVAL() {
        Fd fd = tcp();
        fails(get(fd, SOCKET, "SO_TYPE", -1), "EINVAL");
        fails(get(fd, TCP, "TCP_NODELAY", Integer.MIN_VALUE), "EINVAL");
    }

    @Test
    void an_IP_option_that_fits_into_a_byte_is_cut_to_one() {
        assertThat(ok(get(tcp(), IP, "IP_TTL", 3))).isEqualTo(Bytes.of((byte) 64));
    }

    @Test
    void setting_with_too_few_bytes_is_EINVAL() {
        Fd fd = tcp();
        for (int length = 0; length < 4; length++) {
            fails(setCut(fd, "SO_REUSEADDR", word(1), length), "EINVAL");
            fails(set(fd, TCP, "TCP_NODELAY", word(1).slice(0, length)), "EINVAL");
        }
    }

    @Test
    void setting_with_a_negative_length_is_EINVAL() {
        fails(setCut(tcp(), "SO_REUSEADDR", word(1), -1), "EINVAL");
    }

    @Test
    void setting_with_too_many_bytes_uses_the_first() {
        Fd fd = tcp();
        ok(set(fd, SOCKET, "SO_KEEPALIVE", word(1).plus(word(0))));
        assertThat(option(fd, SOCKET, "SO_KEEPALIVE")).isEqualTo(1);
    }

    @Test
    void a_length_may_reach_beyond_the_bytes_given_into_zeros() {
        Fd fd = tcp();
        option(fd, SOCKET, "SO_KEEPALIVE", 1);
        ok(setCut(fd, "SO_KEEPALIVE", Bytes.EMPTY, 4));
        assertThat(option(fd, SOCKET, "SO_KEEPALIVE")).isZero();
    }

    @Test
    void an_IP_option_can_be_set_by_one_byte() {
        Fd fd = tcp();
        ok(set(fd, IP, "IP_TTL", Bytes.of((byte) 9)));
        assertThat(option(fd, IP, "IP_TTL")).isEqualTo(9);
    }

    @Test
    void IP_TTL_is_from_1_to_255_and_minus_1_is_the_default() {
        Fd fd = tcp();
        fails(set(fd, IP, "IP_TTL", word(0)), "EINVAL");
        fails(set(fd, IP, "IP_TTL", word(256)), "EINVAL");
        option(fd, IP, "IP_TTL", 255);
        option(fd, IP, "IP_TTL", -1);
        assertThat(option(fd, IP, "IP_TTL")).isEqualTo(64);
    }

    @Test
    void options_that_only_tell_are_ENOPROTOOPT_to_set() {
        Fd fd = tcp();
        var telling =
                List.of(
                        "SO_TYPE",
                        "SO_ERROR",
                        "SO_ACCEPTCONN",
                        "SO_PROTOCOL",
                        "SO_DOMAIN",
                        "SO_PEERCRED",
                        "SO_MEMINFO",
                        "SO_SNDLOWAT");
        telling.forEach(name -> fails(set(fd, SOCKET, name, word(1)), "ENOPROTOOPT"));
    }

    @Test
    void an_unknown_option_is_ENOPROTOOPT() {
        Fd fd = tcp();
        for (String level : List.of(SOCKET, TCP, IP)) {
            fails(kernel.sockets().getsockopt(fd, n(level), 9999, 4), "ENOPROTOOPT");
            fails(kernel.sockets().setsockopt(fd, n(level), 9999, word(1), 4), "ENOPROTOOPT");
        }
    }

    @Test
    void a_negative_option_is_ENOPROTOOPT() {
        fails(kernel.sockets().getsockopt(tcp(), n(SOCKET), -1, 4), "ENOPROTOOPT");
    }

    @Test
    void an_unknown_level_is_EOPNOTSUPP_to_get_and_ENOPROTOOPT_to_set() {
        Fd fd = tcp();
        fails(kernel.sockets().getsockopt(fd, 9999, 1, 4), "EOPNOTSUPP");
        fails(kernel.sockets().setsockopt(fd, 9999, 1, word(1), 4), "ENOPROTOOPT");
    }

    @Test
    void TCP_options_are_not_for_others() {
        fails(get(udp(), TCP, "TCP_NODELAY", 4), "EOPNOTSUPP");
        fails(set(udp(), TCP, "TCP_NODELAY", word(1)), "ENOPROTOOPT");
        fails(get(streamPair().first(), TCP, "TCP_NODELAY", 4), "EOPNOTSUPP");
        fails(set(streamPair().first(), TCP, "TCP_NODELAY", word(1)), "EOPNOTSUPP");
    }

    @Test
    void IPv6_options_are_not_for_IPv4() {
        fails(get(tcp(), "IPPROTO_IPV6", "IPV6_V6ONLY", 4), "EOPNOTSUPP");
        assertThat(lengthGiven(tcp6(), "IPPROTO_IPV6", "IPV6_V6ONLY", 4)).isEqualTo(4);
    }

    @Test
    void a_socket_tells_what_it_was_made_as() {
        Fd fd = socket("AF_INET6", "SOCK_DGRAM");
        assertThat(option(fd, SOCKET, "SO_DOMAIN")).isEqualTo(n("AF_INET6"));
        assertThat(option(fd, SOCKET, "SO_TYPE")).isEqualTo(n("SOCK_DGRAM"));
        assertThat(option(fd, SOCKET, "SO_PROTOCOL")).isEqualTo(n("IPPROTO_UDP"));
    }

    @Test
    void SO_ACCEPTCONN_is_1_while_listening() {
        assertThat(option(tcp(), SOCKET, "SO_ACCEPTCONN")).isZero();
        assertThat(option(listener(1), SOCKET, "SO_ACCEPTCONN")).isEqualTo(1);
    }

    @Test
    void reading_SO_ERROR_clears_it() {
        Fd fd = nonblockingTcp();
        fails(connect(fd, refusing()), "EINPROGRESS");
        awaitEvents(fd, "POLLERR");
        assertThat(option(fd, SOCKET, "SO_ERROR")).isEqualTo(n("ECONNREFUSED"));
        assertThat(option(fd, SOCKET, "SO_ERROR")).isZero();
    }

    @Test
    void buffer_sizes_are_doubled() {
        Fd fd = tcp();
        option(fd, SOCKET, "SO_RCVBUF", 5000);
        option(fd, SOCKET, "SO_SNDBUF", 6000);
        assertThat(option(fd, SOCKET, "SO_RCVBUF")).isEqualTo(10_000);
        assertThat(option(fd, SOCKET, "SO_SNDBUF")).isEqualTo(12_000);
    }

    @Test
    void buffer_sizes_have_a_least_and_a_most() {
        Fd fd = tcp();
        option(fd, SOCKET, "SO_RCVBUF", 0);
        assertThat(option(fd, SOCKET, "SO_RCVBUF")).isPositive();
        option(fd, SOCKET, "SO_RCVBUF", Integer.MAX_VALUE);
        assertThat(option(fd, SOCKET, "SO_RCVBUF")).isLessThan(Integer.MAX_VALUE);
    }

    @Test
    void SO_RCVLOWAT_0_is_1() {
        Fd fd = tcp();
        option(fd, SOCKET, "SO_RCVLOWAT", 0);
        assertThat(option(fd, SOCKET, "SO_RCVLOWAT")).isEqualTo(1);
    }

    @Test
    void SO_LINGER_is_a_structure() {
        Fd fd = tcp();
        assertThat(read(fd, "SO_LINGER", "linger")).containsExactlyEntriesOf(linger(0, 0));
        linger(fd, 5);
        assertThat(read(fd, "SO_LINGER", "linger")).containsExactlyEntriesOf(linger(1, 5));
    }

    private static Map<String, Long> linger(long on, long seconds) {
        return new TreeMap<>(Map.of("l_onoff", on, "l_linger", seconds)).descendingMap();
    }

    @Test
    void half_a_structure_is_EINVAL() {
        fails(set(tcp(), SOCKET, "SO_LINGER", word(1)), "EINVAL");
        fails(set(tcp(), SOCKET, "SO_RCVTIMEO", Bytes.zeros(15)), "EINVAL");
    }

    @Test
    void SO_RCVTIMEO_is_a_time_and_zero_is_none() {
        Fd fd = tcp();
        assertThat(read(fd, "SO_RCVTIMEO", "timeval")).containsEntry("tv_sec", 0L);
        structure(fd, "SO_RCVTIMEO", "timeval", Map.of("tv_sec", 3L, "tv_usec", 500_000L));
        assertThat(read(fd, "SO_RCVTIMEO", "timeval"))
                .containsEntry("tv_sec", 3L)
                .containsEntry("tv_usec", 500_000L);
        assertThat(read(fd, "SO_SNDTIMEO", "timeval")).containsEntry("tv_sec", 0L);
    }

    @Test
    void more_than_a_second_of_microseconds_is_EDOM() {
        Bytes value = struct("timeval").pack(Map.of("tv_usec", 1_000_000L));
        fails(set(tcp(), SOCKET, "SO_RCVTIMEO", value), "EDOM");
    }

    @Test
    void SO_PEERCRED_is_who_made_the_pair() {
        assertThat(read(streamPair().first(), "SO_PEERCRED", "ucred"))
                .containsEntry("pid", (long) kernel.getpid());
        assertThat(read(tcp(), "SO_PEERCRED", "ucred")).containsEntry("pid", 0L);
    }

    @Test
    void SO_BINDTODEVICE_takes_a_name_with_or_without_NUL_and_gives_it_with_one() {
        Fd fd = tcp();
        assertThat(lengthGiven(fd, SOCKET, "SO_BINDTODEVICE", 16)).isZero();
        ok(set(fd, SOCKET, "SO_BINDTODEVICE", Bytes.of("lo")));
        Bytes given = ok(get(fd, SOCKET, "SO_BINDTODEVICE", 16));
        assertThat(given).isEqualTo(Bytes.of("lo\0"));
        ok(set(fd, SOCKET, "SO_BINDTODEVICE", given));
    }

    @Test
    void SO_BINDTODEVICE_needs_room_for_any_name() {
        Fd fd = tcp();
        ok(set(fd, SOCKET, "SO_BINDTODEVICE", Bytes.of("lo")));
        fails(get(fd, SOCKET, "SO_BINDTODEVICE", 15), "EINVAL");
    }

    @Test
    void SO_BINDTODEVICE_of_an_unknown_device_is_ENODEV() {
        fails(set(tcp(), SOCKET, "SO_BINDTODEVICE", Bytes.of("nodevice")), "ENODEV");
    }

    @Test
    void SO_COOKIE_tells_sockets_apart_and_needs_its_whole_length() {
        Fd fd = tcp();
        Bytes cookie = ok(get(fd, SOCKET, "SO_COOKIE", 8));
        assertThat(ok(get(fd, SOCKET, "SO_COOKIE", 8))).isEqualTo(cookie);
        assertThat(ok(get(tcp(), SOCKET, "SO_COOKIE", 8))).isNotEqualTo(cookie);
        fails(get(fd, SOCKET, "SO_COOKIE", 4), "EINVAL");
    }

    @Test
    void TCP_CONGESTION_is_a_name() {
        Fd fd = tcp();
        ok(set(fd, TCP, "TCP_CONGESTION", Bytes.of("reno")));
        assertThat(ok(get(fd, TCP, "TCP_CONGESTION", 16)).text()).startsWith("reno\0");
        fails(set(fd, TCP, "TCP_CONGESTION", Bytes.of("nonesuch")), "ENOENT");
    }

    @Test
    void TCP_INFO_is_as_long_as_asked_for_and_at_most_what_the_kernel_has() {
        Fd fd = tcp();
        assertThat(lengthGiven(fd, TCP, "TCP_INFO", 1)).isEqualTo(1);
        assertThat(lengthGiven(fd, TCP, "TCP_INFO", 104)).isEqualTo(104);
        assertThat(lengthGiven(fd, TCP, "TCP_INFO", 4096)).isBetween(104, 4095);
    }

    @Test
    void TCP_INFO_begins_with_the_state() {
        assertThat(ok(get(listener(1), TCP, "TCP_INFO", 1))).isEqualTo(Bytes.of((byte) 10));
    }

    @Test
    void TCP_KEEPIDLE_is_from_1_to_32767_seconds() {
        Fd fd = tcp();
        option(fd, TCP, "TCP_KEEPIDLE", 32_767);
        assertThat(option(fd, TCP, "TCP_KEEPIDLE")).isEqualTo(32_767);
        fails(set(fd, TCP, "TCP_KEEPIDLE", word(0)), "EINVAL");
        fails(set(fd, TCP, "TCP_KEEPIDLE", word(32_768)), "EINVAL");
    }

    @Test
    void TCP_MAXSEG_is_from_88_to_32767() {
        Fd fd = tcp();
        option(fd, TCP, "TCP_MAXSEG", 88);
        assertThat(option(fd, TCP, "TCP_MAXSEG")).isEqualTo(88);
        fails(set(fd, TCP, "TCP_MAXSEG", word(87)), "EINVAL");
        fails(set(fd, TCP, "TCP_MAXSEG", word(32_768)), "EINVAL");
    }

    @Test
    void SO_REUSEPORT_is_not_for_AF_UNIX() {
        fails(set(streamPair().first(), SOCKET, "SO_REUSEPORT", word(1)), "EOPNOTSUPP");
    }

    @Test
    void a_pipe_has_no_options() {
        Fd pipe = keep(ok(kernel.descriptors().pipe())).first();
        fails(get(pipe, SOCKET, "SO_TYPE", 4), "ENOTSOCK");
        fails(set(pipe, SOCKET, "SO_REUSEADDR", word(1)), "ENOTSOCK");
    }
}
