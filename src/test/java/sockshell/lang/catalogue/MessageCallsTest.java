package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.Bytes;

/** sendall, sendmsg, recvmsg, and descriptors that travel. */
class MessageCallsTest extends Calling {
    private static final Value NONE = Value.Nothing.NONE;

    @Test
    void sendall_sends_all() {
        socketpair();
        assertThat(number("sendall", 3, "hello")).isEqualTo(5);
        assertThat(number("sendall", 3, "")).isZero();
        assertThat(text("recv", 4, 9)).isEqualTo("hello");
    }

    @Test
    void sendall_says_how_much_had_gone_when_it_fails() {
        socketpair();
        call("setblocking", 3, false);
        fails("EAGAIN", "sendall", 3, new Value.Text(Bytes.zeros(8 << 20)));
        assertThat(remarks).singleElement().asString().contains(" of 8388608 bytes had gone");
    }

    @Test
    void sendall_to_nobody_is_EPIPE() {
        socketpair();
        call("close", 4);
        fails("EPIPE", "sendall", 3, "x", "MSG_NOSIGNAL");
        assertThat(remarks).isEmpty();
    }

    @Test
    void several_buffers_are_sent_as_one() {
        socketpair();
        assertThat(number("sendmsg", 3, list("hello, ", "", "world"))).isEqualTo(12);
        assertThat(call("recvmsg", 4, 100))
                .isEqualTo(new Outcome.Received(12, Bytes.of("hello, world")));
    }

    @Test
    void a_message_goes_to_an_address_and_tells_where_it_came_from() {
        int to = udp();
        int from = udp();
        call("bind", to, "127.0.0.1", 0);
        call("bind", from, "127.0.0.1", 0);
        Value.Address address = (Value.Address) call("getsockname", to).value();
        Value.Address source = (Value.Address) call("getsockname", from).value();
        assertThat(number("sendmsg", from, list("x"), 0, address)).isEqualTo(1);
        assertThat(call("recvmsg", to, 9))
                .isEqualTo(
                        new Outcome.Received(
                                1, Bytes.of("x"), Optional.of(source.address()), 0, List.of()));
    }

    @Test
    void a_datagram_that_is_cut_has_MSG_TRUNC() {
        List<Integer> pair =
                ((Outcome.Made) call("socketpair", "AF_UNIX", "SOCK_DGRAM")).descriptors();
        call("send", pair.getFirst(), "hello");
        assertThat(call("recvmsg", pair.getLast(), 2))
                .isEqualTo(
                        new Outcome.Received(
                                2,
                                Bytes.of("he"),
                                Optional.empty(),
                                (int) n("MSG_TRUNC"),
                                List.of()));
    }

    @Test
    void a_descriptor_travels() {
        socketpair();
        call("pipe");
        Value rights = call("rights", 6).value();
        assertThat(rights).isEqualTo(new Value.Structure(Map.of("rights", list(6))));
        assertThat(number("sendmsg", 3, list("x"), 0, NONE, rights)).isEqualTo(1);
        assertThat(call("recvmsg", 4, 1))
                .isEqualTo(new Outcome.Received(1, Bytes.of("x"), Optional.empty(), 0, List.of(7)));
        call("write", 7, "through");
        assertThat(text("read", 5, 10)).isEqualTo("through");
    }

    @Test
    void a_descriptor_that_is_closed_does_not_travel() {
        socketpair();
        fails("EBADF", "sendmsg", 3, list("x"), 0, NONE, call("rights", 77).value());
    }

    @Test
    void nothing_else_travels() {
        socketpair();
        Value other = new Value.Structure(Map.of("lefts", list(3)));
        assertThatThrownBy(() -> call("sendmsg", 3, list("x"), 0, NONE, other))
                .hasMessageContaining("only descriptors");
        assertThatThrownBy(() -> call("sendmsg", 3, list(1))).hasMessageContaining("a buffer is");
    }

    @Test
    void a_message_can_be_waited_for() {
        socketpair();
        assertThat(canGoOn("recvmsg", 4, 1)).isFalse();
        assertThat(canGoOn("sendmsg", 3, list("x"))).isTrue();
        call("sendmsg", 3, list("x"));
        assertThat(canGoOn("recvmsg", 4, 1)).isTrue();
    }
}
