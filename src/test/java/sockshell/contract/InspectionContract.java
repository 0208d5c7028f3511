package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Inspection;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.Made;
import sockshell.sys.Inspection.State;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Looking at sockets: every state there is, what waits in them, and that looking takes nothing. */
public abstract class InspectionContract extends TcpContract {
    protected InspectionContract(Kernel kernel) {
        super(kernel);
    }

    private Made made(String family, String type, String protocol) {
        return new Made(n(family), n(type), n(protocol));
    }

    private AcceptQueue acceptQueue(Fd fd) {
        return look(fd).acceptQueue().orElseThrow();
    }

    private long drops(Fd fd) {
        return look(fd).queues().drops().orElseThrow();
    }

    private long unsent(Fd fd) {
        return look(fd).queues().unsent().orElseThrow();
    }

    @Test
    void a_new_TCP_socket_is_in_CLOSE() {
        var view = look(tcp());
        assertThat(view.state()).isEqualTo(State.CLOSE);
        assertThat(view.ends()).isEqualTo(new Ends(new SockAddr.Inet4(0, 0), Optional.empty()));
        assertThat(view.acceptQueue()).isEmpty();
    }

    @Test
    void a_socket_shows_what_it_was_made_as() {
        assertThat(look(tcp()).made()).isEqualTo(made("AF_INET", "SOCK_STREAM", "IPPROTO_TCP"));
        assertThat(look(socket("AF_INET6", "SOCK_DGRAM")).made())
                .isEqualTo(made("AF_INET6", "SOCK_DGRAM", "IPPROTO_UDP"));
        assertThat(look(streamPair().first()).made())
                .isEqualTo(made("AF_UNIX", "SOCK_STREAM", "IPPROTO_IP"));
    }

    @Test
    void a_bound_socket_is_still_in_CLOSE() {
        Fd fd = tcp();
        ok(bind(fd, loopback(0)));
        assertThat(state(fd)).isEqualTo(State.CLOSE);
    }

    @Test
    void a_listening_socket_is_in_LISTEN() {
        assertThat(state(listener(1))).isEqualTo(State.LISTEN);
    }

    @Test
    void a_socket_without_an_answer_is_in_SYN_SENT() {
        FullQueue full = fullQueue();
        assertThat(state(full.left())).isEqualTo(State.SYN_SENT);
    }

    @Test
    void both_ends_of_a_connection_are_in_ESTABLISHED() {
        Connection connection = connection();
        assertThat(state(connection.client())).isEqualTo(State.ESTABLISHED);
        assertThat(state(connection.server())).isEqualTo(State.ESTABLISHED);
    }

    @Test
    void a_connection_shows_both_its_ends() {
        Connection connection = connection();
        SockAddr client = nameOf(connection.client());
        SockAddr server = nameOf(connection.server());
        assertThat(look(connection.client()).ends())
                .isEqualTo(new Ends(client, Optional.of(server)));
        assertThat(look(connection.server()).ends())
                .isEqualTo(new Ends(server, Optional.of(client)));
    }

    @Test
    void a_half_closed_connection_is_in_FIN_WAIT2_and_CLOSE_WAIT() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_WR"));
        awaitState(connection.client(), State.FIN_WAIT2);
        awaitState(connection.server(), State.CLOSE_WAIT);
    }

    @Test
    void a_FIN_behind_data_that_nobody_reads_is_FIN_WAIT1() {
        Connection connection = connection();
        fill(connection.client());
        ok(shutdown(connection.client(), "SHUT_WR"));
        assertThat(state(connection.client())).isEqualTo(State.FIN_WAIT1);
    }

    @Test
    void a_FIN_that_meets_another_is_CLOSING() {
        Connection connection = connection();
        fill(connection.client());
        ok(shutdown(connection.client(), "SHUT_WR"));
        ok(shutdown(connection.server(), "SHUT_WR"));
        awaitState(connection.client(), State.CLOSING);
    }

    @Test
    void the_second_FIN_behind_data_that_nobody_reads_is_LAST_ACK() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_WR"));
        awaitState(connection.server(), State.CLOSE_WAIT);
        fill(connection.server());
        ok(shutdown(connection.server(), "SHUT_WR"));
        assertThat(state(connection.server())).isEqualTo(State.LAST_ACK);
    }

    @Test
    void a_held_socket_goes_from_TIME_WAIT_to_CLOSE_at_once() {
        Connection connection = connection();
        ok(shutdown(connection.client(), "SHUT_WR"));
        ok(close(connection.server()));
        awaitState(connection.client(), State.CLOSE);
    }

    @Test
    void a_reset_socket_is_in_CLOSE() {
        Connection connection = connection();
        reset(connection.client());
        awaitState(connection.server(), State.CLOSE);
    }

    @Test
    void a_UDP_socket_is_UNCONNECTED_then_CONNECTED() {
        Fd fd = udp();
        assertThat(state(fd)).isEqualTo(State.UNCONNECTED);
        ok(bind(fd, loopback(0)));
        ok(connect(fd, nameOf(fd)));
        assertThat(state(fd)).isEqualTo(State.CONNECTED);
        assertThat(look(fd).ends().remote()).contains(nameOf(fd));
    }

    @Test
    void an_AF_UNIX_socket_is_UNCONNECTED_or_CONNECTED_or_in_LISTEN() {
        assertThat(state(socket("AF_UNIX", "SOCK_STREAM"))).isEqualTo(State.UNCONNECTED);
        assertThat(state(streamPair().first())).isEqualTo(State.CONNECTED);
        assertThat(state(unixListener(1))).isEqualTo(State.LISTEN);
    }

    /** unix(7), autobind: a bare family has the kernel choose an abstract name. */
    private Fd unixListener(int backlog) {
        Fd fd = socket("AF_UNIX", "SOCK_STREAM");
        ok(bind(fd, SockAddr.Unix.UNNAMED));
        ok(listen(fd, backlog));
        return fd;
    }

    @Test
    void an_accept_queue_grows_and_shrinks() {
        Fd listener = listener(5);
        assertThat(acceptQueue(listener)).isEqualTo(new AcceptQueue(0, 5));
        client(listener);
        client(listener);
        awaitWaiting(listener, 2);
        accept(listener);
        assertThat(acceptQueue(listener)).isEqualTo(new AcceptQueue(1, 5));
    }

    @Test
    void an_accept_queue_of_AF_UNIX_grows_and_shrinks() {
        Fd listener = unixListener(3);
        assertThat(acceptQueue(listener)).isEqualTo(new AcceptQueue(0, 3));
        ok(connect(socket("AF_UNIX", "SOCK_STREAM"), nameOf(listener)));
        assertThat(acceptQueue(listener)).isEqualTo(new AcceptQueue(1, 3));
        accept(listener);
        assertThat(acceptQueue(listener)).isEqualTo(new AcceptQueue(0, 3));
    }

    @Test
    void a_backlog_is_cut_to_what_the_system_allows() {
        long limit = acceptQueue(listener(Integer.MAX_VALUE)).limit();
        assertThat(limit).isLessThan(Integer.MAX_VALUE);
        assertThat(acceptQueue(unixListener(Integer.MAX_VALUE)).limit()).isEqualTo(limit);
    }

    @Test
    void a_connection_that_finds_no_room_is_a_drop() {
        FullQueue full = fullQueue();
        await("a drop", () -> drops(full.listener()) > 0);
    }

    @Test
    void received_bytes_wait_until_they_are_read() {
        Connection connection = connection();
        assertThat(look(connection.server()).queues().received()).hasValue(0);
        ok(send(connection.client(), "hello"));
        awaitReceived(connection.server(), 5);
        received(connection.server(), 2);
        assertThat(look(connection.server()).queues().received()).hasValue(3);
    }

    @Test
    void bytes_that_find_no_room_are_unsent() {
        Connection connection = connection();
        assertThat(unsent(connection.client())).isZero();
        long sent = fill(connection.client());
        await("the rest", () -> sent == unsent(connection.client()) + waiting(connection.server()));
        assertThat(unsent(connection.client())).isPositive();
    }

    private long waiting(Fd fd) {
        return look(fd).queues().received().orElseThrow();
    }

    @Test
    void a_listening_socket_has_no_bytes() {
        var queues = look(listener(1)).queues();
        assertThat(queues.received()).isEmpty();
        assertThat(queues.unsent()).isEmpty();
    }

    @Test
    void received_of_a_UDP_socket_is_the_next_datagram() {
        Fd fd = udp();
        ok(bind(fd, loopback(0)));
        Fd sender = udp();
        ok(connect(sender, nameOf(fd)));
        ok(send(sender, "one"));
        ok(send(sender, "three"));
        awaitReceived(fd, 3);
        received(fd, 99);
        awaitReceived(fd, 5);
    }

    @Test
    void what_waits_costs_memory() {
        Connection connection = connection();
        assertThat(look(connection.server()).queues().receiveMemory()).hasValue(0);
        ok(send(connection.client(), "x"));
        awaitReceived(connection.server(), 1);
        assertThat(look(connection.server()).queues().receiveMemory().orElseThrow())
                .isGreaterThan(1);
    }

    @Test
    void datagrams_that_find_no_room_are_drops() {
        Fd fd = udp();
        option(fd, "SOL_SOCKET", "SO_RCVBUF", 1);
        ok(bind(fd, loopback(0)));
        assertThat(drops(fd)).isZero();
        Fd sender = udp();
        ok(connect(sender, nameOf(fd)));
        await("a drop", () -> ok(send(sender, "some data")) > 0 && drops(fd) > 0);
    }

    @Test
    void looking_consumes_no_data() {
        Connection connection = connection();
        ok(send(connection.client(), "kept"));
        awaitReceived(connection.server(), 4);
        ok(kernel.inspection().options(connection.server()));
        ok(kernel.inspection().tcpInfo(connection.server()));
        ok(kernel.inspection().unheld());
        assertThat(received(connection.server(), 99)).isEqualTo("kept");
    }

    @Test
    void looking_does_not_clear_an_error() {
        Fd fd = nonblockingTcp();
        fails(connect(fd, refusing()), "EINPROGRESS");
        awaitEvents(fd, "POLLERR");
        look(fd);
        ok(kernel.inspection().options(fd));
        ok(kernel.inspection().tcpInfo(fd));
        assertThat(option(fd, "SOL_SOCKET", "SO_ERROR")).isEqualTo(n("ECONNREFUSED"));
    }

    @Test
    void looking_leaves_no_descriptor_open() {
        Fd fd = unixListener(1);
        int before = nextDescriptor(fd);
        for (int i = 0; i < 500; i++) {
            look(fd);
            ok(kernel.inspection().unheld());
        }
        /* the program itself may open a file meanwhile, but not so many */
        assertThat(nextDescriptor(fd)).isLessThan(before + 100);
    }

    /** A new descriptor gets the lowest number that is free. */
    private int nextDescriptor(Fd fd) {
        Fd next = ok(kernel.descriptors().dup(fd));
        ok(kernel.descriptors().close(next));
        return next.number();
    }

    private Stream<String> optionNames(Fd fd) {
        return ok(kernel.inspection().options(fd)).stream().map(Inspection.Option::name);
    }

    @Test
    void options_are_those_of_the_socket() {
        assertThat(optionNames(tcp()))
                .contains("SO_REUSEADDR", "SO_RCVBUF", "SO_LINGER", "TCP_NODELAY", "IP_TTL")
                .doesNotContain("SO_ERROR", "UDP_CORK", "IPV6_V6ONLY")
                .doesNotHaveDuplicates();
    }

    @Test
    void options_of_IPv6_UDP_and_AF_UNIX_are_their_own() {
        assertThat(optionNames(socket("AF_INET6", "SOCK_DGRAM")))
                .contains("SO_REUSEADDR", "IPV6_V6ONLY", "UDP_CORK")
                .doesNotContain("TCP_NODELAY");
        assertThat(optionNames(streamPair().first()))
                .contains("SO_PEERCRED", "SO_PASSCRED")
                .doesNotContain("TCP_NODELAY", "IP_TTL");
    }

    @Test
    void an_option_shows_its_level_and_value() {
        Fd fd = tcp();
        option(fd, "IPPROTO_TCP", "TCP_NODELAY", 1);
        assertThat(ok(kernel.inspection().options(fd)))
                .contains(new Inspection.Option("IPPROTO_TCP", "TCP_NODELAY", word(1)));
    }

    @Test
    void tcp_info_counts_what_was_sent_and_received() {
        Connection connection = connection();
        ok(send(connection.client(), "hello"));
        awaitReceived(connection.server(), 5);
        assertThat(ok(kernel.inspection().tcpInfo(connection.client())))
                .containsEntry("tcpi_state", 1L)
                .containsEntry("tcpi_bytes_sent", 5L)
                .containsEntry("tcpi_bytes_received", 0L);
        assertThat(ok(kernel.inspection().tcpInfo(connection.server())))
                .containsEntry("tcpi_bytes_received", 5L);
    }

    @Test
    void tcp_info_has_plausible_times_and_sizes() {
        var info = ok(kernel.inspection().tcpInfo(connection().client()));
        assertThat(info.get("tcpi_rto")).isBetween(1_000L, 120_000_000L);
        assertThat(info.get("tcpi_snd_mss")).isBetween(88L, 65_535L);
        assertThat(info.get("tcpi_snd_cwnd")).isBetween(1L, 1000L);
        assertThat(info.get("tcpi_pmtu")).isBetween(576L, 65_536L);
        assertThat(info.get("tcpi_snd_wnd")).isPositive();
    }

    @Test
    void tcp_info_is_for_TCP_only() {
        fails(kernel.inspection().tcpInfo(udp()), "EOPNOTSUPP");
        fails(kernel.inspection().tcpInfo(streamPair().first()), "EOPNOTSUPP");
    }

    private List<Result<?>> looks(Fd fd) {
        Inspection inspection = kernel.inspection();
        return List.of(inspection.look(fd), inspection.options(fd), inspection.tcpInfo(fd));
    }

    @Test
    void looking_at_a_pipe_is_ENOTSOCK() {
        Fd pipe = keep(ok(kernel.descriptors().pipe())).first();
        looks(pipe).forEach(result -> fails(result, "ENOTSOCK"));
    }

    @Test
    void looking_at_a_descriptor_that_is_not_open_is_EBADF() {
        looks(new Fd(1 << 20)).forEach(result -> fails(result, "EBADF"));
        looks(new Fd(-1)).forEach(result -> fails(result, "EBADF"));
    }
}
