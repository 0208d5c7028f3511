package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.sys.SockAddr.Inet4;
import sockshell.sys.SockAddr.Inet6;
import sockshell.sys.SockAddr.Raw;
import sockshell.sys.SockAddr.Unix;

class SockAddrTest {
    private static final long LINK_LOCAL = 0xfe80L << 48;

    @ParameterizedTest
    @CsvSource({
        "0x7f000001, 127.0.0.1:80",
        "0, 0.0.0.0:80",
        "-1, 255.255.255.255:80",
        "0x0a141e28, 10.20.30.40:80",
    })
    void IPv4_is_four_numbers_and_a_port(String address, String text) {
        assertThat(new Inet4(Integer.decode(address), 80)).hasToString(text);
    }

    /** The examples of RFC 5952, 4 and 5, and the borders between them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, ::",
        "0, 1, ::1",
        "0, ffff, ::ffff",
        "0, 10000, ::0.1.0.0",
        "0, 1020304, ::1.2.3.4",
        "0, ffff01020304, ::ffff:1.2.3.4",
        "0, fffe01020304, ::fffe:102:304",
        "1, ffff01020304, ::1:0:ffff:102:304",
        "1000000000000, 0, 1::",
        "1000000000000, 1, 1::1",
        "20010db800000000, 1, 2001:db8::1",
        "20010db800000000, 1000000000001, 2001:db8::1:0:0:1",
        "20010db800000001, 1000100010001, 2001:db8:0:1:1:1:1:1",
        "2001000000000001, 1, 2001:0:0:1::1",
        "1000200030004, 5000600070008, 1:2:3:4:5:6:7:8",
        "200030004, 5000600070008, 0:2:3:4:5:6:7:8",
        "1000200030004, 5000600070000, 1:2:3:4:5:6:7:0",
        "1000200030004, 5000600000000, 1:2:3:4:5:6::",
    })
    void IPv6_is_written_as_RFC_5952_says(String high, String low, String text) {
        Inet6 address =
                new Inet6(Long.parseUnsignedLong(high, 16), Long.parseUnsignedLong(low, 16), 80);
        assertThat(address).hasToString("[" + text + "]:80");
    }

    @Test
    void the_scope_stands_behind_a_percent_sign() {
        assertThat(new Inet6(LINK_LOCAL, 1, 80, 0, 2)).hasToString("[fe80::1%2]:80");
        assertThat(new Inet6(LINK_LOCAL, 1, 80, 0, -1)).hasToString("[fe80::1%4294967295]:80");
    }

    @Test
    void the_flow_is_not_told_and_counts_all_the_same() {
        Inet6 flowing = new Inet6(0, 1, 80, 5, 0);
        assertThat(flowing).hasToString("[::1]:80").isNotEqualTo(new Inet6(0, 1, 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536, 70000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_port_has_16_bits(int port) {
        assertThatThrownBy(() -> new Inet4(0, port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port: " + port + " is not within 0 to 65535");
        assertThatThrownBy(() -> new Inet6(0, 0, port))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_highest_and_the_lowest_port_are_ports() {
        assertThat(new Inet4(0, 0)).hasToString("0.0.0.0:0");
        assertThat(new Inet6(0, 0, 65535)).hasToString("[::]:65535");
    }

    @Test
    void a_path_is_itself() {
        assertThat(Unix.path("/tmp/door")).hasToString("/tmp/door");
        assertThat(Unix.path("/tmp/door").isAbstract()).isFalse();
    }

    @Test
    void an_abstract_name_begins_with_an_at_sign() {
        Unix name = Unix.hidden("door");
        assertThat(name).hasToString("@door");
        assertThat(name.isAbstract()).isTrue();
        assertThat(name.name()).isEqualTo(Bytes.of("\0door"));
    }

    @Test
    void no_name_is_unnamed_and_not_abstract() {
        assertThat(Unix.UNNAMED).hasToString("(unnamed)");
        assertThat(Unix.UNNAMED.isAbstract()).isFalse();
        assertThat(Unix.path("")).isEqualTo(Unix.UNNAMED);
    }

    @Test
    void raw_bytes_are_as_long_as_they_are_unless_told_otherwise() {
        assertThat(new Raw(Bytes.zeros(16)).length()).isEqualTo(16);
        assertThat(new Raw(Bytes.zeros(16), -1).length()).isEqualTo(-1);
    }
}
