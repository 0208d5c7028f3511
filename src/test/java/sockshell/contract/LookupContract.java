package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.sys.ByteOrders;
import sockshell.sys.Bytes;
import sockshell.sys.Kernel;
import sockshell.sys.Names.AddressInfo;
import sockshell.sys.Names.Hints;
import sockshell.sys.Names.Host;
import sockshell.sys.Names.NameInfo;
import sockshell.sys.Names.Service;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Names looked up, getaddrinfo(3) and its family, as far as it needs no network. */
public abstract class LookupContract extends Contract {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> TCP = Optional.of("tcp");

    private int stream;

    protected LookupContract(Kernel kernel) {
        super(kernel);
    }

    @BeforeEach
    void setUp() {
        stream = n("SOCK_STREAM");
    }

    private Result<List<AddressInfo>> lookUp(String node, String service, Hints hints) {
        return kernel.names().getaddrinfo(Optional.of(node), Optional.of(service), hints);
    }

    private Hints hints(int flags, String family) {
        return new Hints(flags, n(family), stream, 0);
    }

    private List<SockAddr> addresses(String node, String service, Hints hints) {
        return ok(lookUp(node, service, hints)).stream().map(AddressInfo::address).toList();
    }

    private List<SockAddr> addressesWithoutNode(String service, Hints hints) {
        return ok(kernel.names().getaddrinfo(NONE, Optional.of(service), hints)).stream()
                .map(AddressInfo::address)
                .toList();
    }

    private Result<NameInfo> nameOf(SockAddr address, int host, int service, String... flags) {
        int all = 0;
        for (String flag : flags) {
            all |= n(flag);
        }
        return kernel.names().getnameinfo(address, host, service, all);
    }

    private Result<NameInfo> numeric(SockAddr address, int host, int service) {
        return nameOf(address, host, service, "NI_NUMERICHOST", "NI_NUMERICSERV");
    }

    /** The table of services is a file, and some systems have none. */
    private void assumeServices() {
        assumeThat(kernel.names().getservbyname("http", TCP)).isPresent();
    }

    private static int network(int port) {
        return ByteOrders.htons(port);
    }

    @Test
    void a_number_is_looked_up_without_asking_anybody() {
        assertThat(ok(lookUp("127.0.0.1", "80", hints(0, "AF_UNSPEC"))))
                .containsExactly(
                        new AddressInfo(
                                n("AF_INET"), stream, n("IPPROTO_TCP"), loopback(80), NONE));
    }

    @Test
    void hints_of_zeros_ask_for_every_type() {
        assertThat(ok(lookUp("127.0.0.1", "80", Hints.NONE)))
                .extracting(AddressInfo::type)
                .contains(stream, n("SOCK_DGRAM"));
    }

    @Test
    void a_protocol_in_the_hints_picks_the_type() {
        Hints udp = new Hints(0, 0, 0, n("IPPROTO_UDP"));
        assertThat(ok(lookUp("127.0.0.1", "80", udp)))
                .extracting(AddressInfo::type)
                .containsExactly(n("SOCK_DGRAM"));
    }

    @Test
    void an_IPv6_number_gives_an_IPv6_address() {
        assertThat(addresses("::1", "80", hints(0, "AF_UNSPEC"))).containsExactly(loopback6(80));
    }

    @Test
    void a_number_behind_the_percent_sign_is_the_scope() {
        SockAddr scoped = new SockAddr.Inet6(0xfe80L << 48, 1, 80, 0, 7);
        assertThat(addresses("fe80::1%7", "80", hints(0, "AF_UNSPEC"))).containsExactly(scoped);
    }

    @Test
    void the_short_forms_of_inet_aton_are_numbers_too() {
        assertThat(addresses("0x7f.1", "80", hints(n("AI_NUMERICHOST"), "AF_INET")))
                .containsExactly(loopback(80));
    }

    @Test
    void no_service_is_port_0() {
        var found = kernel.names().getaddrinfo(Optional.of("127.0.0.1"), NONE, hints(0, "AF_INET"));
        assertThat(ok(found)).extracting(AddressInfo::address).containsExactly(loopback(0));
    }

    @Test
    void no_node_is_loopback() {
        assertThat(addressesWithoutNode("80", hints(0, "AF_INET"))).containsExactly(loopback(80));
        assertThat(addressesWithoutNode("80", hints(0, "AF_INET6"))).containsExactly(loopback6(80));
    }

    @Test
    void no_node_with_AI_PASSIVE_is_every_address() {
        int passive = n("AI_PASSIVE");
        assertThat(addressesWithoutNode("80", hints(passive, "AF_INET")))
                .containsExactly(new SockAddr.Inet4(0, 80));
        assertThat(addressesWithoutNode("80", hints(passive, "AF_INET6")))
                .containsExactly(new SockAddr.Inet6(0, 0, 80));
    }

    @Test
    void AI_CANONNAME_gives_the_name_as_well() {
        Hints hints = hints(n("AI_CANONNAME"), "AF_INET");
        assertThat(ok(lookUp("127.0.0.1", "80", hints)).getFirst().canonical())
                .contains("127.0.0.1");
    }

    @Test
    void AI_V4MAPPED_makes_IPv6_of_IPv4() {
        Hints hints = hints(n("AI_V4MAPPED"), "AF_INET6");
        assertThat(addresses("127.0.0.1", "80", hints))
                .containsExactly(new SockAddr.Inet6(0, 0xffff_7f00_0001L, 80));
    }

    @Test
    void an_address_of_the_other_family_is_EAI_ADDRFAMILY() {
        fails(lookUp("127.0.0.1", "80", hints(0, "AF_INET6")), "EAI_ADDRFAMILY");
        fails(lookUp("::1", "80", hints(0, "AF_INET")), "EAI_ADDRFAMILY");
    }

    @Test
    void localhost_is_loopback() {
        assertThat(addresses("localhost", "80", hints(0, "AF_INET"))).contains(loopback(80));
    }

    @Test
    void a_name_with_AI_NUMERICHOST_is_EAI_NONAME() {
        fails(lookUp("localhost", "80", hints(n("AI_NUMERICHOST"), "AF_UNSPEC")), "EAI_NONAME");
    }

    @Test
    void a_bad_number_with_AI_NUMERICHOST_is_EAI_NONAME() {
        fails(lookUp("256.1.1.1", "80", hints(n("AI_NUMERICHOST"), "AF_INET")), "EAI_NONAME");
    }

    @Test
    void neither_node_nor_service_is_EAI_NONAME() {
        fails(kernel.names().getaddrinfo(NONE, NONE, Hints.NONE), "EAI_NONAME");
    }

    @Test
    void a_service_by_name_with_AI_NUMERICSERV_is_EAI_NONAME() {
        fails(lookUp("127.0.0.1", "http", hints(n("AI_NUMERICSERV"), "AF_INET")), "EAI_NONAME");
    }

    @Test
    void a_service_by_name_is_its_port() {
        assumeServices();
        assertThat(addresses("127.0.0.1", "http", hints(0, "AF_INET")))
                .containsExactly(loopback(80));
    }

    @Test
    void an_unknown_service_is_EAI_SERVICE() {
        fails(lookUp("127.0.0.1", "no-such-service", hints(0, "AF_INET")), "EAI_SERVICE");
    }

    @Test
    void a_service_by_name_for_a_raw_socket_is_EAI_SERVICE() {
        Hints raw = new Hints(0, 0, n("SOCK_RAW"), 0);
        fails(lookUp("127.0.0.1", "http", raw), "EAI_SERVICE");
    }

    @Test
    void an_unknown_family_is_EAI_FAMILY() {
        fails(lookUp("127.0.0.1", "80", new Hints(0, 999, stream, 0)), "EAI_FAMILY");
    }

    @Test
    void an_unknown_type_is_EAI_SOCKTYPE() {
        fails(lookUp("127.0.0.1", "80", new Hints(0, 0, 99, 0)), "EAI_SOCKTYPE");
    }

    @Test
    void a_type_that_does_not_fit_the_protocol_is_EAI_SOCKTYPE() {
        Hints confused = new Hints(0, 0, stream, n("IPPROTO_UDP"));
        fails(lookUp("127.0.0.1", "80", confused), "EAI_SOCKTYPE");
    }

    @Test
    void unknown_flags_are_EAI_BADFLAGS() {
        fails(lookUp("127.0.0.1", "80", hints(1 << 30, "AF_INET")), "EAI_BADFLAGS");
    }

    @Test
    void AI_CANONNAME_without_a_node_is_EAI_BADFLAGS() {
        Hints hints = hints(n("AI_CANONNAME"), "AF_INET");
        var found = kernel.names().getaddrinfo(NONE, Optional.of("80"), hints);
        fails(found, "EAI_BADFLAGS");
    }

    @Test
    void getnameinfo_gives_numbers() {
        assertThat(ok(numeric(loopback(80), 100, 100))).isEqualTo(new NameInfo("127.0.0.1", "80"));
        assertThat(ok(numeric(loopback6(80), 100, 100))).isEqualTo(new NameInfo("::1", "80"));
    }

    @Test
    void what_getnameinfo_was_not_asked_for_is_empty() {
        assertThat(ok(numeric(loopback(80), 0, 100))).isEqualTo(new NameInfo("", "80"));
        assertThat(ok(numeric(loopback(80), 100, 0))).isEqualTo(new NameInfo("127.0.0.1", ""));
    }

    @Test
    void getnameinfo_gives_the_service_by_name() {
        assumeServices();
        assertThat(ok(nameOf(loopback(80), 100, 100, "NI_NUMERICHOST")).service())
                .isEqualTo("http");
    }

    @Test
    void NI_DGRAM_asks_for_the_service_of_UDP() {
        assumeThat(kernel.names().getservbyport(network(514), Optional.of("udp"))).isPresent();
        assertThat(ok(nameOf(loopback(514), 100, 100, "NI_NUMERICHOST", "NI_DGRAM")).service())
                .isEqualTo("syslog");
    }

    @Test
    void getnameinfo_without_room_is_EAI_OVERFLOW() {
        fails(numeric(loopback(80), 9, 100), "EAI_OVERFLOW");
        fails(numeric(loopback(80), 100, 2), "EAI_OVERFLOW");
        assertThat(ok(numeric(loopback(80), 10, 3))).isEqualTo(new NameInfo("127.0.0.1", "80"));
    }

    @Test
    void getnameinfo_of_an_unknown_family_is_EAI_FAMILY() {
        byte[] unknown = new byte[16];
        unknown[0] = 99;
        fails(numeric(new SockAddr.Raw(Bytes.of(unknown)), 100, 100), "EAI_FAMILY");
    }

    @Test
    void getnameinfo_of_an_address_too_short_is_EAI_FAMILY() {
        Bytes whole = kernel.encode(loopback(80)).bytes();
        fails(numeric(new SockAddr.Raw(whole, 8), 100, 100), "EAI_FAMILY");
    }

    @Test
    void getnameinfo_with_unknown_flags_is_EAI_BADFLAGS() {
        fails(kernel.names().getnameinfo(loopback(80), 100, 100, 1 << 30), "EAI_BADFLAGS");
    }

    @Test
    void a_number_where_NI_NAMEREQD_wants_a_name_is_EAI_NONAME() {
        fails(
                nameOf(loopback(80), 100, 100, "NI_NUMERICHOST", "NI_NUMERICSERV", "NI_NAMEREQD"),
                "EAI_NONAME");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 7f000001", "127.1, 7f000001", "1.2.3.4, 01020304"})
    void gethostbyname_of_a_number_is_that_number(String text, String hex) {
        Host host = ok(kernel.names().gethostbyname(text));
        assertThat(host.name()).isEqualTo(text);
        assertThat(host.family()).isEqualTo(n("AF_INET"));
        assertThat(host.addresses()).extracting(Bytes::hex).containsExactly(hex);
        assertThat(host.aliases()).isEmpty();
    }

    @Test
    void gethostbyname_of_localhost_is_loopback() {
        Host host = ok(kernel.names().gethostbyname("localhost"));
        assertThat(host.name()).startsWith("localhost");
        assertThat(host.addresses()).extracting(Bytes::hex).contains("7f000001");
    }

    @Test
    void gethostbyname_of_a_number_too_large_is_HOST_NOT_FOUND() {
        fails(kernel.names().gethostbyname("256.1.1.1"), "HOST_NOT_FOUND");
    }

    @Test
    void getservbyname_gives_the_port_in_network_order() {
        assumeServices();
        Service http = kernel.names().getservbyname("http", TCP).orElseThrow();
        assertThat(http.name()).isEqualTo("http");
        assertThat(http.port()).isEqualTo(network(80));
        assertThat(http.protocol()).isEqualTo("tcp");
    }

    @Test
    void getservbyname_finds_an_alias_and_a_service_of_any_protocol() {
        assumeServices();
        Service http = kernel.names().getservbyname("http", NONE).orElseThrow();
        for (String alias : http.aliases()) {
            assertThat(kernel.names().getservbyname(alias, TCP)).contains(http);
        }
    }

    @Test
    void getservbyname_tells_protocols_apart() {
        assumeServices();
        assertThat(kernel.names().getservbyname("http", Optional.of("no-protocol"))).isEmpty();
        assertThat(kernel.names().getservbyname("no-such-service", TCP)).isEmpty();
    }

    @Test
    void getservbyport_takes_the_port_in_network_order() {
        assumeServices();
        assertThat(kernel.names().getservbyport(network(80), TCP).map(Service::name))
                .contains("http");
        assertThat(kernel.names().getservbyport(80, TCP)).isEmpty();
    }
}
