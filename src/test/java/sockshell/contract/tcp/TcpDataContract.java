package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/** A stream of bytes: what is sent arrives once, in order, and without any borders in it. */
public abstract class TcpDataContract extends TcpContract {
    protected TcpDataContract(Kernel kernel) {
        super(kernel);
    }

    private Connection sent(String data) {
        Connection connection = connection();
        ok(send(connection.client(), data));
        awaitReceived(connection.server(), data.length());
        return connection;
    }

    private int request(Fd fd, String request) {
        var answer = ok(kernel.descriptors().ioctl(fd, n(request), Bytes.zeros(4)));
        return (int) Struct.number(answer.argument(), INT);
    }

    private static final Struct.Field INT = new Struct.Field("int", 0, 4, Struct.Form.SIGNED);

    @Test
    void sending_returns_how_many_bytes_were_taken() {
        assertThat(ok(send(connection().client(), "hello"))).isEqualTo(5);
    }

    @Test
    void both_ends_can_send() {
        Connection connection = connection();
        ok(send(connection.client(), "question"));
        ok(send(connection.server(), "answer"));
        assertThat(received(connection.server(), 99)).isEqualTo("question");
        assertThat(received(connection.client(), 99)).isEqualTo("answer");
    }

    @Test
    void two_sends_can_be_one_receive() {
        Connection connection = sent("ab");
        ok(send(connection.client(), "cd"));
        awaitReceived(connection.server(), 4);
        assertThat(received(connection.server(), 99)).isEqualTo("abcd");
    }

    @Test
    void one_send_can_be_several_receives() {
        Fd server = sent("abcdef").server();
        assertThat(received(server, 4)).isEqualTo("abcd");
        assertThat(received(server, 4)).isEqualTo("ef");
    }

    @Test
    void a_byte_is_received_once() {
        Fd server = sent("once").server();
        received(server, 99);
        fails(recv(server, n("MSG_DONTWAIT")), "EAGAIN");
    }

    @Test
    void write_and_read_do_what_send_and_recv_do() {
        Connection connection = connection();
        Buffer data = buffer("plain");
        assertThat(ok(kernel.transfers().write(connection.client(), data, 5))).isEqualTo(5);
        Buffer into = kernel.buffer(9);
        assertThat(ok(kernel.transfers().read(connection.server(), into, 9))).isEqualTo(5);
        assertThat(into.get(0, 5).text()).isEqualTo("plain");
    }

    @Test
    void receiving_leaves_the_rest_of_the_buffer_as_it_was() {
        Fd server = sent("ab").server();
        Buffer into = buffer("......");
        assertThat(ok(kernel.transfers().recv(server, into, 6, 0))).isEqualTo(2);
        assertThat(into.get(0, 6).text()).isEqualTo("ab....");
    }

    @Test
    void only_as_many_bytes_go_as_the_length_says() {
        Connection connection = connection();
        assertThat(ok(kernel.transfers().send(connection.client(), buffer("abcdef"), 3, 0)))
                .isEqualTo(3);
        assertThat(received(connection.server(), 99)).isEqualTo("abc");
    }

    @Test
    void recvfrom_tells_no_address() {
        Fd server = sent("x").server();
        var received = ok(kernel.transfers().recvfrom(server, kernel.buffer(9), 9, 0));
        assertThat(received.count()).isEqualTo(1);
        assertThat(received.from()).isEmpty();
    }

    @Test
    void sendto_does_not_look_at_the_address_once_connected() {
        Connection connection = connection();
        ok(kernel.transfers().sendto(connection.client(), buffer("x"), 1, 0, loopback(1)));
        assertThat(received(connection.server(), 9)).isEqualTo("x");
    }

    @Test
    void peeking_leaves_the_data() {
        Fd server = sent("look").server();
        assertThat(received(server, 2, n("MSG_PEEK"))).isEqualTo("lo");
        assertThat(received(server, 99, n("MSG_PEEK"))).isEqualTo("look");
        assertThat(received(server, 99)).isEqualTo("look");
    }

    @Test
    void receiving_nothing_with_MSG_DONTWAIT_is_EAGAIN() {
        fails(recv(connection().client(), n("MSG_DONTWAIT")), "EAGAIN");
    }

    @Test
    void receiving_nothing_on_a_nonblocking_socket_is_EAGAIN() {
        Fd client = connection().client();
        ok(kernel.descriptors().fcntl(client, n("F_SETFL"), n("O_NONBLOCK")));
        fails(recv(client, 0), "EAGAIN");
    }

    @Test
    void MSG_TRUNC_throws_the_data_away_and_leaves_the_buffer_alone() {
        Fd server = sent("abcdef").server();
        Buffer into = buffer("....");
        assertThat(ok(kernel.transfers().recv(server, into, 4, n("MSG_TRUNC")))).isEqualTo(4);
        assertThat(into.get(0, 4).text()).isEqualTo("....");
        assertThat(received(server, 99)).isEqualTo("ef");
    }

    @Test
    void receiving_into_no_room_takes_nothing() {
        Fd server = sent("abc").server();
        assertThat(received(server, 0)).isEmpty();
        assertThat(received(server, 99)).isEqualTo("abc");
    }

    @Test
    void receiving_into_no_room_waits_for_data_all_the_same() {
        Fd client = connection().client();
        fails(kernel.transfers().recv(client, kernel.buffer(0), 0, n("MSG_DONTWAIT")), "EAGAIN");
    }

    @Test
    void sending_nothing_is_0_and_nothing_arrives() {
        Connection connection = connection();
        assertThat(ok(send(connection.client(), ""))).isZero();
        ok(send(connection.client(), "x"));
        assertThat(received(connection.server(), 99)).isEqualTo("x");
    }

    @Test
    void FIONREAD_counts_what_waits() {
        assertThat(request(sent("12345").server(), "FIONREAD")).isEqualTo(5);
    }

    @Test
    void more_than_the_buffers_take_is_a_short_count() {
        Fd client = connection().client();
        Buffer much = kernel.buffer(16 << 20);
        int count = ok(kernel.transfers().send(client, much, 16 << 20, n("MSG_DONTWAIT")));
        assertThat(count).isBetween(1, (16 << 20) - 1);
    }

    @Test
    void full_buffers_are_EAGAIN_until_something_is_read() {
        Fd client = connection().client();
        assertThat(fill(client)).isPositive();
        assertThat(isWritable(client)).isFalse();
    }

    @Test
    void reading_makes_room_to_write_again() {
        Connection connection = connection();
        fill(connection.client());
        await("room", () -> readSome(connection.server()) && isWritable(connection.client()));
        ok(send(connection.client(), "x", n("MSG_DONTWAIT")));
    }

    private boolean readSome(Fd fd) {
        Buffer into = kernel.buffer(1 << 20);
        return kernel.transfers().recv(fd, into, 1 << 20, n("MSG_DONTWAIT")) instanceof Result.Ok;
    }

    private boolean isWritable(Fd fd) {
        return eventsNow(fd, n("POLLOUT")) != 0;
    }

    @Test
    void a_megabyte_arrives_as_it_was_sent() {
        Connection connection = connection();
        Bytes data = pattern(1 << 20);
        var sending = kernel.buffer(data.length());
        sending.put(0, data);
        var sender =
                started(() -> kernel.transfers().send(connection.client(), sending, 1 << 20, 0));
        assertThat(all(connection.server(), 1 << 20)).isEqualTo(data);
        assertThat(ok(sender.result())).isEqualTo(1 << 20);
    }

    private static Bytes pattern(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (i * 31 + i / 251);
        }
        return Bytes.of(data);
    }

    private Bytes all(Fd fd, int size) {
        Buffer into = kernel.buffer(size);
        ok(kernel.transfers().recv(fd, into, size, n("MSG_WAITALL")));
        return into.get(0, size);
    }

    @Test
    void a_duplicate_reads_from_the_same_stream() {
        Fd server = sent("abcd").server();
        Fd duplicate = keep(ok(kernel.descriptors().dup(server)));
        assertThat(received(server, 2)).isEqualTo("ab");
        assertThat(received(duplicate, 2)).isEqualTo("cd");
    }

    @Test
    void SO_RCVLOWAT_keeps_poll_from_reporting_less() {
        Connection connection = connection();
        option(connection.server(), "SOL_SOCKET", "SO_RCVLOWAT", 5);
        ok(send(connection.client(), "abc"));
        awaitReceived(connection.server(), 3);
        assertThat(eventsNow(connection.server(), n("POLLIN"))).isZero();
        ok(send(connection.client(), "de"));
        assertThat(awaitEvents(connection.server(), "POLLIN")).isEqualTo(n("POLLIN"));
    }

    /** "ab", the urgent "X", and "cd" behind it. */
    private Fd urgent() {
        Connection connection = connection();
        ok(send(connection.client(), "ab"));
        ok(send(connection.client(), "X", n("MSG_OOB")));
        ok(send(connection.client(), "cd"));
        awaitReceived(connection.server(), 2);
        awaitEvents(connection.server(), "POLLPRI");
        return connection.server();
    }

    @Test
    void urgent_data_is_received_with_MSG_OOB_once() {
        Fd server = urgent();
        assertThat(received(server, 9, n("MSG_OOB"))).isEqualTo("X");
        fails(recv(server, n("MSG_OOB")), "EINVAL");
    }

    @Test
    void receiving_stops_before_the_urgent_byte_and_skips_it_after() {
        Fd server = urgent();
        assertThat(received(server, 9)).isEqualTo("ab");
        assertThat(received(server, 9)).isEqualTo("cd");
    }

    @Test
    void SIOCATMARK_is_1_where_the_urgent_byte_was() {
        Fd server = urgent();
        assertThat(request(server, "SIOCATMARK")).isZero();
        received(server, 9);
        assertThat(request(server, "SIOCATMARK")).isEqualTo(1);
        received(server, 9);
        assertThat(request(server, "SIOCATMARK")).isZero();
    }

    @Test
    void urgent_data_can_be_peeked_at() {
        Fd server = urgent();
        assertThat(received(server, 9, n("MSG_OOB") | n("MSG_PEEK"))).isEqualTo("X");
        assertThat(received(server, 9, n("MSG_OOB"))).isEqualTo("X");
    }

    @Test
    void of_urgent_data_only_the_last_byte_is_urgent() {
        Connection connection = connection();
        ok(send(connection.client(), "xyz", n("MSG_OOB")));
        awaitEvents(connection.server(), "POLLPRI");
        assertThat(received(connection.server(), 9)).isEqualTo("xy");
        assertThat(received(connection.server(), 9, n("MSG_OOB"))).isEqualTo("z");
    }

    @Test
    void with_SO_OOBINLINE_the_urgent_byte_is_in_the_stream() {
        Connection connection = connection();
        option(connection.server(), "SOL_SOCKET", "SO_OOBINLINE", 1);
        ok(send(connection.client(), "ab"));
        ok(send(connection.client(), "X", n("MSG_OOB")));
        awaitReceived(connection.server(), 3);
        assertThat(received(connection.server(), 9)).isEqualTo("ab");
        assertThat(received(connection.server(), 9)).isEqualTo("X");
        fails(recv(connection.server(), n("MSG_OOB")), "EINVAL");
    }

    @Test
    void receiving_urgent_data_where_there_is_none_is_EINVAL() {
        fails(recv(connection().client(), n("MSG_OOB")), "EINVAL");
    }
}
