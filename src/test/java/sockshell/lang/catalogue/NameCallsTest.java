package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** Names, addresses and numbers; nothing here asks a name server. */
class NameCallsTest extends Calling {
    private static final Value LOOPBACK =
            new Value.Text(Bytes.of((byte) 127, (byte) 0, (byte) 0, (byte) 1));

    @Test
    void inet_pton_gives_the_bytes_of_an_address() {
        assertThat(call("inet_pton", "AF_INET", "127.0.0.1").value()).isEqualTo(LOOPBACK);
        assertThat(text("inet_ntop", "AF_INET6", call("inet_pton", "AF_INET6", "::1").value()))
                .isEqualTo("::1");
    }

    @Test
    void inet_pton_of_what_is_no_address_is_0() {
        assertThat(number("inet_pton", "AF_INET", "localhost")).isZero();
    }

    @Test
    void inet_pton_of_another_family_is_EAFNOSUPPORT() {
        fails("EAFNOSUPPORT", "inet_pton", "AF_UNIX", "/tmp");
        fails("EAFNOSUPPORT", "inet_ntop", "AF_UNIX", "/tmp");
    }

    @Test
    void inet_ntop_needs_room_and_enough_bytes() {
        assertThat(text("inet_ntop", "AF_INET", LOOPBACK)).isEqualTo("127.0.0.1");
        fails("ENOSPC", "inet_ntop", "AF_INET", LOOPBACK, 9);
        assertThatThrownBy(() -> call("inet_ntop", "AF_INET6", LOOPBACK))
                .hasMessageContaining("16 bytes");
    }

    @Test
    void inet_addr_lies_in_memory_as_the_address_does() {
        assertThat(number("inet_addr", "127.0.0.1")).isEqualTo(number("htonl", 0x7f000001));
        assertThat(remarks).isEmpty();
        assertThat(number("inet_addr", "x")).isEqualTo(0xffffffffL);
        assertThat(remarks).singleElement().asString().contains("INADDR_NONE");
    }

    @Test
    void inet_aton_gives_bytes_or_0() {
        assertThat(call("inet_aton", "127.1").value()).isEqualTo(LOOPBACK);
        assertThat(number("inet_aton", "x")).isZero();
    }

    @Test
    void inet_ntoa_takes_a_number_or_bytes() {
        assertThat(text("inet_ntoa", number("inet_addr", "127.0.0.1"))).isEqualTo("127.0.0.1");
        assertThat(text("inet_ntoa", LOOPBACK)).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> call("inet_ntoa", "12345")).hasMessageContaining("4 bytes");
    }

    @Test
    void getaddrinfo_has_the_arguments_of_Python() {
        Outcome.Found found =
                (Outcome.Found)
                        call("getaddrinfo", "127.0.0.1", 80, "AF_INET", "SOCK_STREAM", 0, 0);
        assertThat(found.addresses())
                .singleElement()
                .satisfies(info ->
                        assertThat(info.address()).isEqualTo(new SockAddr.Inet4(0x7f000001, 80)));
        assertThat(((Outcome.Found) call("getaddrinfo", "127.0.0.1")).addresses()).isNotEmpty();
    }

    @Test
    void without_a_host_it_is_the_own_machine() {
        Outcome.Found found =
                (Outcome.Found)
                        call("getaddrinfo", Value.Nothing.NONE, "80", "AF_INET", "SOCK_DGRAM");
        assertThat(found.addresses())
                .singleElement()
                .satisfies(info ->
                        assertThat(info.address()).isEqualTo(new SockAddr.Inet4(0x7f000001, 80)));
    }

    @Test
    void a_lookup_fails_with_the_names_of_EAI() {
        fails("EAI_NONAME", "getaddrinfo", Value.Nothing.NONE, Value.Nothing.NONE);
        fails("EAI_NONAME", "getaddrinfo", "x y", 80, 0, 0, 0, "AI_NUMERICHOST");
        fails("EAI_FAMILY", "getaddrinfo", "127.0.0.1", 80, 4711);
    }

    @Test
    void getnameinfo_gives_two_texts() {
        SockAddr address = new SockAddr.Inet4(0x7f000001, 9);
        int numeric = (int) (n("NI_NUMERICHOST") | n("NI_NUMERICSERV"));
        Value texts = pair("127.0.0.1", "9");
        assertThat(call("getnameinfo", address, numeric).value()).isEqualTo(texts);
        assertThat(call("getnameinfo", pair("127.0.0.1", 9), numeric).value()).isEqualTo(texts);
    }

    @Test
    void getnameinfo_takes_a_port_behind_a_host() {
        assertThat(call("getnameinfo", "127.0.0.1", 4711).parts().getLast())
                .isEqualTo(Value.Text.of("4711"));
    }

    @Test
    void gethostbyname_gives_the_first_address() {
        assertThat(text("gethostbyname", "localhost")).isEqualTo("127.0.0.1");
        assertThat(text("gethostname")).isNotEmpty();
    }

    /** A small machine may have no /etc/services. */
    private void assumeServices() {
        assumeThat(kernel.names().getservbyname("http", Optional.of("tcp"))).isPresent();
    }

    @Test
    void a_service_has_its_port_in_network_order() {
        assumeServices();
        assertThat(number("getservbyname", "http", "tcp")).isEqualTo(number("htons", 80));
        assertThat(remarks).containsExactly("20480 is in network order: htons(80).");
        assertThat(call("getservbyname", "nosuch").value()).isEqualTo(Value.Nothing.NONE);
    }

    @Test
    void a_port_in_host_order_is_remarked_on() {
        assumeServices();
        assertThat(text("getservbyport", number("htons", 80), "tcp")).isEqualTo("http");
        assertThat(remarks).isEmpty();
        assertThat(call("getservbyport", 80, "tcp").value()).isEqualTo(Value.Nothing.NONE);
        assertThat(remarks).singleElement().asString().contains("htons(80)");
    }

    @Test
    void strerror_says_it_in_words() {
        assertThat(text("strerror", "ECONNREFUSED")).isEqualTo("Connection refused");
    }

    @Test
    void a_name_with_a_NUL_is_a_slip() {
        for (String name : List.of("gethostbyname", "inet_addr", "inet_aton", "getservbyname")) {
            assertThatThrownBy(() -> call(name, "a\0b")).hasMessageContaining("first NUL");
        }
    }
}
