package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.SockAddr;

/** C's address structures, and that nobody swaps a byte of them. */
class AddressCallsTest extends Calling {

    private SockAddr.Raw raw(String name, Object... arguments) {
        return (SockAddr.Raw) ((Value.Address) call(name, arguments).value()).address();
    }

    @Test
    void with_htons_it_is_the_address_that_was_meant() {
        SockAddr.Raw raw =
                raw(
                        "sockaddr_in",
                        "AF_INET",
                        number("htons", 12000),
                        number("inet_addr", "127.0.0.1"));
        assertThat(kernel.decode(raw)).isEqualTo(new SockAddr.Inet4(0x7f000001, 12000));
        assertThat(raw.length()).isEqualTo(16);
    }

    @Test
    void without_htons_it_is_the_port_that_C_gives() {
        SockAddr.Raw raw =
                raw("sockaddr_in", "AF_INET", 12000, call("inet_aton", "127.0.0.1").value());
        assertThat(kernel.decode(raw))
                .isEqualTo(new SockAddr.Inet4(0x7f000001, (int) number("htons", 12000)));
        assertThat(remarks).isEmpty();
    }

    @Test
    void a_port_beyond_16_bits_is_cut_and_that_is_remarked_on() {
        assertThat(raw("sockaddr_in", "AF_INET", 70000, 0))
                .isEqualTo(raw("sockaddr_in", "AF_INET", 4464, 0));
        assertThat(remarks).containsExactly("sin_port has 16 bits: 70000 is cut to 4464.");
    }

    @Test
    void an_IPv6_address_has_16_bytes_or_is_0_for_any() {
        Value one = call("inet_pton", "AF_INET6", "::1").value();
        SockAddr.Raw raw =
                raw("sockaddr_in6", "AF_INET6", number("htons", 80), number("htonl", 5), one, 7);
        assertThat(kernel.decode(raw)).isEqualTo(new SockAddr.Inet6(0, 1, 80, 5, 7));
        assertThat(kernel.decode(raw("sockaddr_in6", "AF_INET6", 0, 0, 0)))
                .isEqualTo(new SockAddr.Inet6(0, 0, 0));
        assertThatThrownBy(() -> call("sockaddr_in6", "AF_INET6", 0, 0, 1))
                .hasMessageContaining("16 bytes");
        assertThatThrownBy(() -> call("sockaddr_in", "AF_INET", 0, one))
                .hasMessageContaining("4 bytes");
    }

    @Test
    void the_NUL_behind_a_path_counts_and_an_abstract_name_has_none() {
        SockAddr.Raw path = raw("sockaddr_un", "AF_UNIX", "/tmp/x");
        assertThat(path.length()).isEqualTo(2 + 6 + 1);
        assertThat(kernel.decode(path)).isEqualTo(SockAddr.Unix.path("/tmp/x"));
        SockAddr.Raw hidden = raw("sockaddr_un", "AF_UNIX", "\0x");
        assertThat(hidden.length()).isEqualTo(2 + 2);
        assertThat(kernel.decode(hidden)).isEqualTo(SockAddr.Unix.hidden("x"));
    }

    @Test
    void a_raw_structure_binds() {
        int s = tcp();
        Value address = call("sockaddr_in", "AF_INET", 0, number("inet_addr", "127.0.0.1")).value();
        fails("EINVAL", "bind", s, address, 3);
        assertThat(number("bind", s, address)).isZero();
        assertThat(((Value.Address) call("getsockname", s).value()).address())
                .isInstanceOfSatisfying(
                        SockAddr.Inet4.class,
                        inet -> assertThat(inet.address()).isEqualTo(0x7f000001));
    }

    @Test
    void a_path_longer_than_its_field_is_for_the_kernel_to_refuse() {
        int s = made("socket", "AF_UNIX", "SOCK_STREAM");
        Value address = call("sockaddr_un", "AF_UNIX", "x".repeat(200)).value();
        fails("EINVAL", "bind", s, address);
    }
}
