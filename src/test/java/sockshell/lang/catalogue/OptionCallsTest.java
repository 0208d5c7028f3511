package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.Bytes;

/** Options, and Python's ways to say how long a call may wait. */
class OptionCallsTest extends Calling {

    private static Value.Structure structure(Object... namesAndNumbers) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            fields.put(
                    (String) namesAndNumbers[i], Value.Whole.of((Integer) namesAndNumbers[i + 1]));
        }
        return new Value.Structure(fields);
    }

    @Test
    void an_option_that_is_an_int_is_a_number() {
        int s = tcp();
        assertThat(number("setsockopt", s, "SOL_SOCKET", "SO_REUSEADDR", 1)).isZero();
        assertThat(number("getsockopt", s, "SOL_SOCKET", "SO_REUSEADDR")).isEqualTo(1);
    }

    @Test
    void the_level_tells_options_of_one_number_apart() {
        int s = tcp();
        call("setsockopt", s, "IPPROTO_TCP", "TCP_NODELAY", true);
        assertThat(number("getsockopt", s, "IPPROTO_TCP", "TCP_NODELAY")).isEqualTo(1);
        assertThat(number("getsockopt", s, "SOL_SOCKET", "SO_DEBUG")).isZero();
    }

    @Test
    void SO_ERROR_has_the_name_of_its_number() {
        int s = tcp();
        assertThat(call("getsockopt", s, "SOL_SOCKET", "SO_ERROR"))
                .isEqualTo(new Outcome.ErrorNumber(0, ""));
    }

    @Test
    void SO_ERROR_of_a_refused_datagram_is_ECONNREFUSED() {
        int s = udp();
        int other = udp();
        call("bind", other, "127.0.0.1", 0);
        call("connect", s, call("getsockname", other).value());
        call("close", other);
        call("send", s, "x");
        assertThat(call("getsockopt", s, "SOL_SOCKET", "SO_ERROR"))
                .isEqualTo(new Outcome.ErrorNumber((int) n("ECONNREFUSED"), "ECONNREFUSED"));
    }

    @Test
    void the_fields_of_a_structure_are_given_in_order_or_by_name() {
        int s = tcp();
        call("setsockopt", s, "SOL_SOCKET", "SO_LINGER", pair(1, 7));
        assertThat(call("getsockopt", s, "SOL_SOCKET", "SO_LINGER").value())
                .isEqualTo(structure("l_onoff", 1, "l_linger", 7));
        call("setsockopt", s, "SOL_SOCKET", "SO_LINGER", structure("l_linger", 9, "l_onoff", 1));
        assertThat(call("getsockopt", s, "SOL_SOCKET", "SO_LINGER").value())
                .isEqualTo(structure("l_onoff", 1, "l_linger", 9));
    }

    @Test
    void a_field_that_a_structure_does_not_have_is_a_slip() {
        int s = tcp();
        assertThatThrownBy(() ->
                        call("setsockopt", s, "SOL_SOCKET", "SO_LINGER", structure("linger", 1)))
                .hasMessageContaining("no field linger")
                .hasMessageContaining("l_onoff, l_linger");
        assertThatThrownBy(() -> call("setsockopt", s, "SOL_SOCKET", "SO_LINGER", pair(1, 2, 3)))
                .hasMessageContaining("3 fields");
    }

    @Test
    void a_number_where_a_structure_belongs_is_for_the_kernel_to_refuse() {
        fails("EINVAL", "setsockopt", tcp(), "SOL_SOCKET", "SO_LINGER", 1);
    }

    @Test
    void bytes_go_as_they_are() {
        int s = tcp();
        Value on = new Value.Text(Bytes.of((byte) 1, (byte) 0, (byte) 0, (byte) 0));
        assertThat(number("setsockopt", s, "SOL_SOCKET", "SO_KEEPALIVE", on)).isZero();
        assertThat(number("getsockopt", s, "SOL_SOCKET", "SO_KEEPALIVE")).isEqualTo(1);
    }

    @Test
    void a_wrong_length_is_for_the_kernel_to_refuse() {
        int s = tcp();
        fails("EINVAL", "setsockopt", s, "SOL_SOCKET", "SO_REUSEADDR", 1, 2);
        fails("EINVAL", "setsockopt", s, "SOL_SOCKET", "SO_REUSEADDR", 1, -1);
        fails("EINVAL", "getsockopt", s, "SOL_SOCKET", "SO_REUSEADDR", -1);
    }

    @Test
    void with_a_length_the_bytes_come_as_they_are() {
        int s = tcp();
        assertThat(call("getsockopt", s, "SOL_SOCKET", "SO_TYPE", 1).value())
                .isEqualTo(new Value.Text(Bytes.of((byte) 1)));
        assertThat(number("getsockopt", s, "SOL_SOCKET", "SO_TYPE", 4)).isEqualTo(1);
        assertThat(
                        ((Value.Text) call("getsockopt", s, "SOL_SOCKET", "SO_LINGER", 8).value())
                                .bytes()
                                .length())
                .isEqualTo(8);
    }

    @Test
    void an_option_without_a_name_is_a_number_or_bytes() {
        int s = tcp();
        assertThat(number("getsockopt", s, "SOL_SOCKET", 44)).isZero();
        fails("ENOPROTOOPT", "getsockopt", s, "SOL_SOCKET", 4711);
    }

    @Test
    void text_ends_before_the_NULs_that_fill_it() {
        assertThat(text("getsockopt", tcp(), "IPPROTO_TCP", "TCP_CONGESTION"))
                .isNotEmpty()
                .doesNotContain("\0");
    }

    @Test
    void TCP_INFO_is_a_structure() {
        Value.Structure info =
                (Value.Structure) call("getsockopt", tcp(), "IPPROTO_TCP", "TCP_INFO").value();
        assertThat(info.fields()).containsEntry("tcpi_state", Value.Whole.of(7));
    }

    @Test
    void the_credentials_of_a_peer_are_remarked_on() {
        Value.Structure peer =
                (Value.Structure)
                        call("getsockopt", socketpair().getFirst(), "SOL_SOCKET", "SO_PEERCRED")
                                .value();
        assertThat(peer.fields()).containsEntry("pid", Value.Whole.of(kernel.getpid()));
        assertThat(remarks).singleElement().asString().contains("threads");
    }

    @Test
    void a_socket_that_may_not_wait_says_EAGAIN() {
        int s = socketpair().getFirst();
        assertThat(call("setblocking", s, false)).isEqualTo(new Outcome.Did());
        fails("EAGAIN", "recv", s, 1);
        call("setblocking", s, true);
        assertThat(number("fcntl", s, "F_GETFL") & n("O_NONBLOCK")).isZero();
        assertThat(remarks).isEmpty();
    }

    @Test
    void a_time_limit_ends_a_call_with_EAGAIN() {
        int s = socketpair().getFirst();
        call("settimeout", s, 0.001);
        fails("EAGAIN", "recv", s, 1);
        assertThat(remarks).singleElement().asString().contains("SO_RCVTIMEO");
    }

    @Test
    void a_time_limit_is_known_to_those_who_wait() {
        int s = socketpair().getFirst();
        Call recv = new Catalogue().find("recv").orElseThrow();
        assertThat(recv.waiting().orElseThrow().end().apply(trial(recv, s, 1))).isEmpty();
        call("settimeout", s, 2.5);
        Optional<Duration> end = recv.waiting().orElseThrow().end().apply(trial(recv, s, 1));
        assertThat(end)
                .hasValueSatisfying(time ->
                        assertThat(time)
                                .isBetween(Duration.ofMillis(2490), Duration.ofMillis(2510)));
    }

    @Test
    void no_time_at_all_is_a_socket_that_may_not_wait() {
        int s = socketpair().getFirst();
        call("settimeout", s, 0);
        assertThat(number("fcntl", s, "F_GETFL") & n("O_NONBLOCK")).isNotZero();
        call("settimeout", s, Value.Nothing.NONE);
        assertThat(number("fcntl", s, "F_GETFL") & n("O_NONBLOCK")).isZero();
    }

    @Test
    void a_negative_time_is_a_slip() {
        assertThatThrownBy(() -> call("settimeout", tcp(), -1.0)).isInstanceOf(Trial.Slip.class);
    }

    @Test
    void a_closed_descriptor_is_EBADF() {
        fails("EBADF", "getsockopt", 77, "SOL_SOCKET", "SO_ERROR");
        fails("EBADF", "setsockopt", 77, "SOL_SOCKET", "SO_REUSEADDR", 1);
        fails("EBADF", "setblocking", 77, true);
        fails("EBADF", "settimeout", 77, 1);
    }
}
