package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** The same over IPv6, and both at once: addresses of IPv4 in those of IPv6, RFC 4291, 2.5.5.2. */
public abstract class TcpOverIpv6Contract extends TcpContract {
    /** RFC 3849: an address for documents, which no machine has. */
    private static final SockAddr ELSEWHERE = new SockAddr.Inet6(0x20010db800000000L, 1, 0);

    protected TcpOverIpv6Contract(Kernel kernel) {
        super(kernel);
    }

    private static SockAddr.Inet6 anywhere(int port) {
        return new SockAddr.Inet6(0, 0, port);
    }

    /** ::ffff:127.0.0.1 */
    private static SockAddr.Inet6 mapped(int port) {
        return new SockAddr.Inet6(0, 0xffff7f000001L, port);
    }

    private Fd listening(SockAddr address, int v6only) {
        Fd fd = tcp6();
        option(fd, "IPPROTO_IPV6", "IPV6_V6ONLY", v6only);
        ok(bind(fd, address));
        ok(listen(fd, 5));
        return fd;
    }

    private Connection connection6() {
        Fd listener = listening(loopback6(0), 0);
        Fd client = tcp6();
        ok(connect(client, nameOf(listener)));
        return new Connection(listener, client, accept(listener));
    }

    @Test
    void a_new_socket_has_no_address_and_no_port() {
        assertThat(nameOf(tcp6())).isEqualTo(anywhere(0));
    }

    @Test
    void each_end_is_the_peer_of_the_other() {
        Connection connection = connection6();
        assertThat(nameOf(connection.client())).isEqualTo(loopback6(portOf(connection.client())));
        assertThat(peerOf(connection.server())).isEqualTo(nameOf(connection.client()));
        assertThat(peerOf(connection.client())).isEqualTo(nameOf(connection.listener()));
    }

    @Test
    void accepting_tells_the_peer() {
        Fd listener = listening(loopback6(0), 0);
        Fd client = tcp6();
        ok(connect(client, nameOf(listener)));
        var accepted = ok(kernel.sockets().accept(listener));
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
    }

    @Test
    void data_arrives_and_ends() {
        Connection connection = connection6();
        ok(send(connection.client(), "six"));
        ok(shutdown(connection.client(), "SHUT_WR"));
        assertThat(received(connection.server(), 99)).isEqualTo("six");
        assertEnded(connection.server());
    }

    @Test
    void connecting_where_nobody_listens_is_ECONNREFUSED() {
        Fd bound = tcp6();
        ok(bind(bound, loopback6(0)));
        fails(connect(tcp6(), nameOf(bound)), "ECONNREFUSED");
    }

    @Test
    void connecting_twice_is_EISCONN() {
        Connection connection = connection6();
        fails(connect(connection.client(), nameOf(connection.listener())), "EISCONN");
    }

    @Test
    void binding_to_an_address_of_another_machine_is_EADDRNOTAVAIL() {
        fails(bind(tcp6(), ELSEWHERE), "EADDRNOTAVAIL");
    }

    @Test
    void connecting_to_the_wildcard_reaches_loopback() {
        Fd listener = listening(anywhere(0), 0);
        Fd client = tcp6();
        ok(connect(client, nameOf(listener)));
        assertThat(peerOf(client)).isEqualTo(loopback6(portOf(listener)));
    }

    @Test
    void an_address_of_IPv4_is_too_short_and_so_EINVAL() {
        fails(bind(tcp6(), loopback(0)), "EINVAL");
        fails(connect(tcp6(), loopback(1)), "EINVAL");
    }

    @Test
    void an_address_of_IPv4_made_long_enough_is_EAFNOSUPPORT() {
        Bytes bytes = kernel.encode(loopback(1)).bytes().plus(Bytes.zeros(12));
        fails(connect(tcp6(), new SockAddr.Raw(bytes)), "EAFNOSUPPORT");
    }

    @Test
    void an_address_without_a_scope_is_long_enough() {
        Fd listener = listening(loopback6(0), 0);
        Bytes whole = kernel.encode(nameOf(listener)).bytes();
        ok(connect(tcp6(), new SockAddr.Raw(whole.slice(0, 24))));
        fails(connect(tcp6(), new SockAddr.Raw(whole.slice(0, 23))), "EINVAL");
    }

    @Test
    void a_wildcard_accepts_IPv4_as_a_mapped_address() {
        Fd listener = listening(anywhere(0), 0);
        Fd client = tcp();
        ok(connect(client, loopback(portOf(listener))));
        Fd server = accept(listener);
        assertThat(peerOf(server)).isEqualTo(mapped(portOf(client)));
        assertThat(nameOf(server)).isEqualTo(mapped(portOf(listener)));
    }

    @Test
    void a_wildcard_takes_the_port_for_IPv4_as_well() {
        int port = portOf(listening(anywhere(0), 0));
        fails(bind(tcp(), loopback(port)), "EADDRINUSE");
    }

    @Test
    void with_IPV6_V6ONLY_a_wildcard_refuses_IPv4() {
        int port = portOf(listening(anywhere(0), 1));
        fails(connect(tcp(), loopback(port)), "ECONNREFUSED");
    }

    @Test
    void with_IPV6_V6ONLY_both_can_have_the_port() {
        await("a port that IPv4 has free as well", this::bothListen);
    }

    /** Where not, what other tests have left behind is in the way of IPv4. */
    private boolean bothListen() {
        Fd six = listening(anywhere(0), 1);
        Fd four = tcp();
        if (bind(four, new SockAddr.Inet4(0, portOf(six))) instanceof Result.Ok) {
            return ok(listen(four, 1)) == 0;
        }
        ok(close(six));
        ok(close(four));
        return false;
    }

    @Test
    void IPV6_V6ONLY_is_EINVAL_once_bound() {
        Fd fd = tcp6();
        ok(bind(fd, loopback6(0)));
        fails(set(fd, "IPPROTO_IPV6", "IPV6_V6ONLY", word(1)), "EINVAL");
    }

    @Test
    void connecting_to_a_mapped_address_reaches_IPv4() {
        Fd listener = listener(1);
        Fd client = tcp6();
        ok(connect(client, mapped(portOf(listener))));
        assertThat(peerOf(client)).isEqualTo(mapped(portOf(listener)));
        assertThat(nameOf(client)).isEqualTo(mapped(portOf(client)));
        assertThat(peerOf(accept(listener))).isEqualTo(loopback(portOf(client)));
    }

    @Test
    void binding_to_a_mapped_address_listens_for_IPv4() {
        Fd listener = listening(mapped(0), 0);
        ok(connect(tcp(), loopback(portOf(listener))));
    }

    @Test
    void with_IPV6_V6ONLY_a_mapped_address_is_out_of_reach() {
        Fd fd = tcp6();
        option(fd, "IPPROTO_IPV6", "IPV6_V6ONLY", 1);
        fails(connect(fd, mapped(portOf(listener(1)))), "ENETUNREACH");
        fails(bind(fd, mapped(0)), "EINVAL");
    }

    @Test
    void an_IPv6_socket_that_speaks_IPv4_is_one_of_IPv6_all_the_same() {
        Fd client = tcp6();
        ok(connect(client, mapped(portOf(listener(1)))));
        assertThat(option(client, "SOL_SOCKET", "SO_DOMAIN")).isEqualTo(n("AF_INET6"));
    }
}
