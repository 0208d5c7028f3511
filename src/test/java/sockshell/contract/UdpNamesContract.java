package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Which UDP socket has which name, and so gets which datagram; broadcasts; IPv6. */
public abstract class UdpNamesContract extends Contract {
    private static final int OTHER_LOOPBACK = 0x7f000002;
    private static final int LOOPBACK_BROADCAST = 0x7fffffff;
    /* ::ffff:0:0/96, RFC 4291, 2.5.5.2 */
    private static final long MAPPED = 0xffff_0000_0000L;

    protected UdpNamesContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Integer> bind(Fd fd, SockAddr name) {
        return kernel.sockets().bind(fd, name);
    }

    private int portOf(Fd fd) {
        return switch (nameOf(fd)) {
            case SockAddr.Inet4 name -> name.port();
            case SockAddr.Inet6 name -> name.port();
            case SockAddr.Unix _, SockAddr.Raw _ -> 0;
        };
    }

    private static SockAddr.Inet4 everywhere(int port) {
        return new SockAddr.Inet4(0, port);
    }

    private static SockAddr.Inet6 everywhere6(int port) {
        return new SockAddr.Inet6(0, 0, port);
    }

    private Fd udp6() {
        return socket("AF_INET6", "SOCK_DGRAM");
    }

    /** A socket that shares its name with others of the same option. */
    private Fd sharing(String option) {
        Fd socket = udp();
        option(socket, "SOL_SOCKET", option, 1);
        return socket;
    }

    @Test
    void a_port_taken_is_EADDRINUSE() {
        Fd first = boundUdp();
        fails(bind(udp(), nameOf(first)), "EADDRINUSE");
    }

    @Test
    void a_port_taken_on_one_address_is_taken_for_the_wildcard() {
        Fd first = boundUdp();
        fails(bind(udp(), everywhere(portOf(first))), "EADDRINUSE");
    }

    @Test
    void a_port_taken_on_one_address_is_free_on_another() {
        Fd first = boundUdp();
        ok(bind(udp(), new SockAddr.Inet4(OTHER_LOOPBACK, portOf(first))));
    }

    @Test
    void a_port_of_TCP_is_free_for_UDP() {
        Fd listener = listener(5);
        Fd datagrams = udp();
        ok(bind(datagrams, nameOf(listener)));
        assertThat(nameOf(datagrams)).isEqualTo(nameOf(listener));
    }

    @Test
    void a_closed_socket_gives_its_port_back_at_once() {
        Fd first = boundUdp();
        SockAddr name = nameOf(first);
        ok(close(first));
        ok(bind(udp(), name));
    }

    @Test
    void a_second_bind_is_EINVAL() {
        fails(bind(boundUdp(), loopback(0)), "EINVAL");
    }

    @Test
    void an_address_of_another_machine_is_EADDRNOTAVAIL() {
        /* 192.0.2.1 is for documentation only, RFC 5737 */
        fails(bind(udp(), new SockAddr.Inet4(0xc0000201, 0)), "EADDRNOTAVAIL");
    }

    @Test
    void an_IPv6_address_for_an_IPv4_socket_is_EAFNOSUPPORT() {
        fails(bind(udp(), loopback6(0)), "EAFNOSUPPORT");
    }

    @Test
    void sockets_that_all_have_SO_REUSEADDR_share_a_port() {
        Fd first = sharing("SO_REUSEADDR");
        ok(bind(first, loopback(0)));
        ok(bind(sharing("SO_REUSEADDR"), nameOf(first)));
    }

    @Test
    void SO_REUSEADDR_of_one_alone_does_not_help() {
        Fd first = boundUdp();
        fails(bind(sharing("SO_REUSEADDR"), nameOf(first)), "EADDRINUSE");
    }

    @Test
    void sockets_that_all_have_SO_REUSEPORT_share_a_port() {
        Fd first = sharing("SO_REUSEPORT");
        ok(bind(first, loopback(0)));
        ok(bind(sharing("SO_REUSEPORT"), nameOf(first)));
    }

    @Test
    void SO_REUSEPORT_of_one_alone_does_not_help() {
        Fd first = sharing("SO_REUSEPORT");
        ok(bind(first, loopback(0)));
        fails(bind(udp(), nameOf(first)), "EADDRINUSE");
    }

    @Test
    void a_datagram_goes_to_one_only_of_those_that_share_a_port() {
        Fd first = sharing("SO_REUSEPORT");
        ok(bind(first, loopback(0)));
        Fd second = sharing("SO_REUSEPORT");
        ok(bind(second, nameOf(first)));
        ok(sendto(udp(), "x", nameOf(first)));
        assertThat(datagrams(first) + datagrams(second)).isEqualTo(1);
    }

    /** How many wait in it, taken out. */
    private int datagrams(Fd fd) {
        int count = 0;
        while (recvNow(fd) instanceof Result.Ok<Integer>) {
            count++;
        }
        return count;
    }

    @Test
    void the_socket_of_the_address_is_before_the_wildcard() {
        Fd wildcard = sharing("SO_REUSEADDR");
        ok(bind(wildcard, everywhere(0)));
        Fd specific = sharing("SO_REUSEADDR");
        ok(bind(specific, loopback(portOf(wildcard))));
        ok(sendto(udp(), "x", loopback(portOf(wildcard))));
        assertThat(received(specific, 10)).isEqualTo("x");
        fails(recvNow(wildcard), "EAGAIN");
    }

    @Test
    void the_wildcard_gets_what_goes_to_other_addresses() {
        Fd wildcard = sharing("SO_REUSEADDR");
        ok(bind(wildcard, everywhere(0)));
        Fd specific = sharing("SO_REUSEADDR");
        ok(bind(specific, loopback(portOf(wildcard))));
        ok(sendto(udp(), "y", new SockAddr.Inet4(OTHER_LOOPBACK, portOf(wildcard))));
        assertThat(received(wildcard, 10)).isEqualTo("y");
        fails(recvNow(specific), "EAGAIN");
    }

    @Test
    void the_socket_connected_to_the_sender_is_before_the_one_merely_bound() {
        Fd sender = boundUdp();
        Fd bound = sharing("SO_REUSEADDR");
        ok(bind(bound, loopback(0)));
        Fd connected = sharing("SO_REUSEADDR");
        ok(bind(connected, nameOf(bound)));
        ok(kernel.sockets().connect(connected, nameOf(sender)));
        ok(sendto(sender, "mine", nameOf(bound)));
        assertThat(received(connected, 10)).isEqualTo("mine");
        ok(sendto(udp(), "another's", nameOf(bound)));
        assertThat(received(bound, 10)).isEqualTo("another's");
    }

    @Test
    void a_broadcast_without_SO_BROADCAST_is_EACCES() {
        fails(sendto(udp(), "x", new SockAddr.Inet4(LOOPBACK_BROADCAST, 9)), "EACCES");
    }

    @Test
    void connect_to_a_broadcast_address_without_SO_BROADCAST_is_EACCES() {
        SockAddr everybody = new SockAddr.Inet4(LOOPBACK_BROADCAST, 9);
        fails(kernel.sockets().connect(udp(), everybody), "EACCES");
    }

    @Test
    void a_broadcast_reaches_every_socket_that_shares_the_port() {
        Fd first = sharing("SO_REUSEADDR");
        ok(bind(first, everywhere(0)));
        Fd second = sharing("SO_REUSEADDR");
        ok(bind(second, nameOf(first)));
        Fd sender = udp();
        option(sender, "SOL_SOCKET", "SO_BROADCAST", 1);
        ok(sendto(sender, "all", new SockAddr.Inet4(LOOPBACK_BROADCAST, portOf(first))));
        assertThat(received(first, 10)).isEqualTo("all");
        assertThat(received(second, 10)).isEqualTo("all");
    }

    @Test
    void datagrams_pass_over_IPv6() {
        Fd receiver = udp6();
        ok(bind(receiver, loopback6(0)));
        Fd sender = udp6();
        ok(bind(sender, loopback6(0)));
        ok(sendto(sender, "six", nameOf(receiver)));
        var got = ok(recvfrom(receiver, 10));
        assertThat(got.from()).contains(loopback6(portOf(sender)));
    }

    @Test
    void a_new_IPv6_socket_is_named_by_zeros() {
        assertThat(nameOf(udp6())).isEqualTo(everywhere6(0));
    }

    @Test
    void an_IPv6_socket_gets_IPv4_datagrams_from_mapped_addresses() {
        Fd receiver = udp6();
        option(receiver, "IPPROTO_IPV6", "IPV6_V6ONLY", 0);
        ok(bind(receiver, everywhere6(0)));
        Fd sender = boundUdp();
        ok(sendto(sender, "four", loopback(portOf(receiver))));
        SockAddr mapped = new SockAddr.Inet6(0, MAPPED | 0x7f000001, portOf(sender));
        assertThat(ok(recvfrom(receiver, 10)).from()).contains(mapped);
    }

    @Test
    void an_IPv6_socket_sends_over_IPv4_to_a_mapped_address() {
        Fd receiver = boundUdp();
        Fd sender = udp6();
        option(sender, "IPPROTO_IPV6", "IPV6_V6ONLY", 0);
        ok(sendto(sender, "four", new SockAddr.Inet6(0, MAPPED | 0x7f000001, portOf(receiver))));
        assertThat(ok(recvfrom(receiver, 10)).from()).contains(loopback(portOf(sender)));
    }

    @Test
    void the_wildcard_of_IPv6_takes_the_port_of_IPv4_as_well() {
        Fd both = udp6();
        option(both, "IPPROTO_IPV6", "IPV6_V6ONLY", 0);
        ok(bind(both, everywhere6(0)));
        fails(bind(udp(), everywhere(portOf(both))), "EADDRINUSE");
    }

    @Test
    void IPV6_V6ONLY_leaves_the_port_of_IPv4_free() {
        Fd six = udp6();
        option(six, "IPPROTO_IPV6", "IPV6_V6ONLY", 1);
        ok(bind(six, everywhere6(0)));
        ok(bind(udp(), everywhere(portOf(six))));
    }
}
