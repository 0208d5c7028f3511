package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.sys.ByteOrders;
import sockshell.sys.Bytes;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Kernel;
import sockshell.sys.Names;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Addresses as text and back, inet(3), inet_pton(3), inet_ntop(3); errors as text. */
public abstract class NamesContract extends Contract {
    private static final long LOOPBACK = ByteOrders.htonl(0x7f000001);

    protected NamesContract(Kernel kernel) {
        super(kernel);
    }

    private Names names() {
        return kernel.names();
    }

    private Optional<String> pton(String family, String text) {
        return ok(names().inet_pton(n(family), text)).map(Bytes::hex);
    }

    private Result<String> ntop(String family, String hex, int length) {
        return names().inet_ntop(n(family), bytes(hex), length);
    }

    private static Bytes bytes(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 7f000001",
        "0.0.0.0, 00000000",
        "255.255.255.255, ffffffff",
        "192.168.1.200, c0a801c8",
    })
    void inet_pton_takes_four_numbers(String text, String hex) {
        assertThat(pton("AF_INET", text)).contains(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "010.0.0.1",
                "0x7f.0.0.1",
                "1.2.3.",
                "1..2.3",
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.4x",
                "-1.2.3.4",
                "localhost",
                "::1",
                "2130706433"
            })
    void inet_pton_takes_nothing_else_for_IPv4(String text) {
        assertThat(pton("AF_INET", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
        "1:2:3::7:8, 00010002000300000000000000070008",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::2:3:4:5:6:7:8, 00000002000300040005000600070008",
        "FE80::aBcD, fe80000000000000000000000000abcd",
        "0001::0000, 00010000000000000000000000000000",
        "::ffff:1.2.3.4, 00000000000000000000ffff01020304",
        "::1.2.3.4, 00000000000000000000000001020304",
        "64:ff9b::192.0.2.1, 0064ff9b0000000000000000c0000201",
    })
    void inet_pton_takes_every_form_of_RFC_4291(String text, String hex) {
        assertThat(pton("AF_INET6", text)).contains(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::",
                ":1", "1:", "::1%lo", "::1/128", "[::1]", "::1.2.3", "::256.1.1.1", "1.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4", " ::1", "::1 "
            })
    void inet_pton_takes_nothing_else_for_IPv6(String text) {
        assertThat(pton("AF_INET6", text)).isEmpty();
    }

    @Test
    void inet_pton_of_another_family_is_EAFNOSUPPORT() {
        fails(names().inet_pton(n("AF_UNIX"), "127.0.0.1"), "EAFNOSUPPORT");
        fails(names().inet_pton(-1, "127.0.0.1"), "EAFNOSUPPORT");
    }

    @Test
    void a_text_with_a_NUL_is_refused_by_its_name() {
        assertThatThrownBy(() -> names().inet_pton(n("AF_INET"), "127.0.0.1\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> names().inet_aton("\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
    }

    @ParameterizedTest
    @CsvSource({"7f000001, 127.0.0.1", "00000000, 0.0.0.0", "ffffffff, 255.255.255.255"})
    void inet_ntop_writes_four_numbers(String hex, String text) {
        assertThat(ok(ntop("AF_INET", hex, 16))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "00010000000000000000000000000000, 1::",
        "00010002000300040005000600070008, 1:2:3:4:5:6:7:8",
        "00010000000300040005000600070008, 1:0:3:4:5:6:7:8",
        "00010000000000040000000000070008, 1::4:0:0:7:8",
        "00010000000000040000000000000008, 1:0:0:4::8",
        "fe80000000000000000000000000abcd, fe80::abcd",
        "00000000000000000000ffff01020304, ::ffff:1.2.3.4",
        "00000000000000000000000001020304, ::1.2.3.4",
    })
    void inet_ntop_writes_the_short_form_of_RFC_5952(String hex, String text) {
        assertThat(ok(ntop("AF_INET6", hex, 46))).isEqualTo(text);
    }

    @Test
    void inet_ntop_without_room_for_the_text_is_ENOSPC() {
        assertThat(ok(ntop("AF_INET", "ffffffff", 16))).hasSize(15);
        fails(ntop("AF_INET", "ffffffff", 15), "ENOSPC");
        fails(ntop("AF_INET", "ffffffff", 0), "ENOSPC");
    }

    @Test
    void inet_ntop_needs_no_more_room_than_the_text() {
        assertThat(ok(ntop("AF_INET", "01020304", 8))).isEqualTo("1.2.3.4");
        fails(ntop("AF_INET", "01020304", 7), "ENOSPC");
        assertThat(ok(ntop("AF_INET6", "0".repeat(31) + "1", 4))).isEqualTo("::1");
        fails(ntop("AF_INET6", "0".repeat(31) + "1", 3), "ENOSPC");
    }

    /** socklen_t has no sign: -1 is more room than any text needs. */
    @Test
    void inet_ntop_told_of_more_room_than_there_is_harms_nothing() {
        for (int size = 40_000; size < 80_000; size += 64) {
            Bytes address = bytes("fe".repeat(size));
            assertThat(ok(names().inet_ntop(n("AF_INET6"), address, -1))).hasSize(39);
        }
    }

    @Test
    void inet_ntop_of_another_family_is_EAFNOSUPPORT() {
        fails(ntop("AF_UNIX", "7f000001", 16), "EAFNOSUPPORT");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 7f000001",
        "127.1, 7f000001",
        "127.0.1, 7f000001",
        "127.65535, 7f00ffff",
        "127.65536, 7f010000",
        "1.16777215, 01ffffff",
        "0x7f.1, 7f000001",
        "0X7F.1, 7f000001",
        "0x7f000001, 7f000001",
        "2130706433, 7f000001",
        "4294967295, ffffffff",
        "010.0.0.1, 08000001",
        "0177.1, 7f000001",
        "255.255.255.255, ffffffff",
        "0, 00000000",
        "'1.2.3.4 and more', 01020304",
    })
    void inet_aton_takes_short_octal_and_hexadecimal_forms(String text, String hex) {
        long address = ByteOrders.htonl(Long.parseLong(hex, 16));
        assertThat(names().inet_aton(text)).contains(address);
        assertThat(names().inet_addr(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " 1.2.3.4", "1.2.3.4x", "1.2.3.4.5", "1.2.3.", "1..2", "256.0.0.1", "1.256.3.4",
                "1.2.3.256", "1.16777216", "4294967296", "08.0.0.1", "0xg", "-1", "localhost", "::1"
            })
    void inet_aton_refuses_the_rest_and_inet_addr_gives_minus_1(String text) {
        assertThat(names().inet_aton(text)).isEmpty();
        assertThat(names().inet_addr(text)).isEqualTo(0xffffffffL);
    }

    @Test
    void inet_ntoa_writes_an_address_in_network_order() {
        assertThat(names().inet_ntoa(LOOPBACK)).isEqualTo("127.0.0.1");
        assertThat(names().inet_ntoa(ByteOrders.htonl(0x01020304))).isEqualTo("1.2.3.4");
        assertThat(names().inet_ntoa(0xffffffffL)).isEqualTo("255.255.255.255");
    }

    @Test
    void inet_ntoa_cuts_to_32_bits() {
        assertThat(names().inet_ntoa(LOOPBACK | 0x5L << 32)).isEqualTo("127.0.0.1");
        assertThat(names().inet_ntoa(-1)).isEqualTo("255.255.255.255");
    }

    @Test
    void the_text_of_an_IPv4_address_is_that_of_inet_ntop() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            SockAddr.Inet4 address = new SockAddr.Inet4(random.nextInt(), 80);
            Bytes bytes = Bytes.of(bigEndian(address.address(), 4));
            assertThat(address.toString())
                    .isEqualTo(ok(names().inet_ntop(n("AF_INET"), bytes, 16)) + ":80");
        }
    }

    @Test
    void the_text_of_an_IPv6_address_is_that_of_inet_ntop() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            SockAddr.Inet6 address = new SockAddr.Inet6(sparse(random), sparse(random), 80);
            Bytes bytes =
                    Bytes.of(bigEndian(address.high(), 8))
                            .plus(Bytes.of(bigEndian(address.low(), 8)));
            assertThat(address.toString())
                    .isEqualTo("[" + ok(names().inet_ntop(n("AF_INET6"), bytes, 46)) + "]:80");
        }
    }

    /** Four groups of which most are 0 and some are all ones or small. */
    private static long sparse(Random random) {
        long groups = 0;
        for (int i = 0; i < 4; i++) {
            int group =
                    switch (random.nextInt(8)) {
                        case 0 -> random.nextInt(1 << 16);
                        case 1 -> random.nextInt(16);
                        case 2 -> 0xffff;
                        default -> 0;
                    };
            groups = groups << 16 | group;
        }
        return groups;
    }

    private static byte[] bigEndian(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> (8 * (size - 1 - i)));
        }
        return bytes;
    }

    @Test
    void strerror_says_something_else_of_every_error() {
        List<Long> numbers =
                kernel.constants().of(Kind.ERRNO).stream().map(Constant::value).distinct().toList();
        assertThat(numbers.stream().map(number -> names().strerror(number.intValue())))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void strerror_of_an_unknown_number_names_the_number() {
        assertThat(names().strerror(98765)).contains("98765");
    }

    @Test
    void gai_strerror_says_something_else_of_every_error() {
        assertThat(
                        kernel.constants().of(Kind.LOOKUP_ERROR).stream()
                                .map(error -> names().gai_strerror((int) error.value())))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void gethostname_without_room_for_the_name_is_ENAMETOOLONG() {
        String name = ok(names().gethostname(256));
        assertThat(name).isNotEmpty();
        assertThat(ok(names().gethostname(name.length() + 1))).isEqualTo(name);
        fails(names().gethostname(name.length()), "ENAMETOOLONG");
        fails(names().gethostname(0), "ENAMETOOLONG");
    }

    @Test
    void a_negative_length_is_refused_by_its_name() {
        assertThatThrownBy(() -> names().gethostname(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length");
    }
}
