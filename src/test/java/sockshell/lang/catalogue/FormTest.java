package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** How what a person wrote is arranged for the form that was meant. */
class FormTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Value NONE = Value.Nothing.NONE;
    private static final Value HOST = Value.Text.of("127.0.0.1");
    private static final Value DATA = Value.Text.of("x");
    private static final Value RAW = new Value.Address(new SockAddr.Raw(Bytes.zeros(16)));

    private static Value n(long number) {
        return Value.Whole.of(number);
    }

    private static Value pair(Value... members) {
        return new Value.Items(List.of(members), true);
    }

    /** The first form that fits, and its arguments; empty where there is none. */
    private static List<Value> arranged(String name, Value... given) {
        return fitting(name, given)
                .flatMap(form -> form.arrange(given))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Form> fitting(String name, Value... given) {
        return CATALOGUE.find(name).orElseThrow().forms(given.length).stream()
                .filter(form -> form.arrange(given).isPresent())
                .findFirst();
    }

    private static int formOf(String name, Value... given) {
        return fitting(name, given)
                .map(CATALOGUE.find(name).orElseThrow().forms()::indexOf)
                .orElse(-1);
    }

    @Test
    void an_address_is_host_and_port_or_a_pair_of_them() {
        assertThat(arranged("bind", n(3), HOST, n(80))).containsExactly(n(3), pair(HOST, n(80)));
        assertThat(arranged("bind", n(3), pair(HOST, n(80))))
                .containsExactly(n(3), pair(HOST, n(80)));
    }

    @Test
    void a_path_stands_alone() {
        assertThat(arranged("connect", n(3), Value.Text.of("/tmp/x")))
                .containsExactly(n(3), Value.Text.of("/tmp/x"));
    }

    @Test
    void a_raw_structure_may_have_its_length_behind_it() {
        assertThat(arranged("bind", n(3), RAW)).containsExactly(n(3), RAW);
        assertThat(arranged("bind", n(3), RAW, n(3))).containsExactly(n(3), pair(RAW, n(3)));
    }

    @Test
    void what_is_left_out_is_there() {
        assertThat(arranged("socket", n(2), n(1))).containsExactly(n(2), n(1), n(0));
        assertThat(arranged("listen", n(3))).containsExactly(n(3), n(128));
        assertThat(arranged("getaddrinfo", NONE))
                .containsExactly(NONE, NONE, n(0), n(0), n(0), n(0));
        assertThat(arranged("sendmsg", n(3), new Value.Items(List.of(DATA), false)))
                .containsExactly(n(3), new Value.Items(List.of(DATA), false), n(0), NONE);
    }

    @Test
    void send_has_the_way_of_Python_and_that_of_C() {
        assertThat(formOf("send", n(3), DATA)).isZero();
        assertThat(formOf("send", n(3), DATA, n(0))).isZero();
        assertThat(formOf("send", n(3), DATA, n(1), n(0))).isEqualTo(1);
    }

    @Test
    void sendto_has_three_ways() {
        Value to = pair(HOST, n(9000));
        assertThat(formOf("sendto", n(3), DATA, to)).isZero();
        assertThat(formOf("sendto", n(3), DATA, HOST, n(9000))).isZero();
        assertThat(formOf("sendto", n(3), DATA, n(0), to)).isEqualTo(1);
        assertThat(formOf("sendto", n(3), DATA, n(0), HOST, n(9000))).isEqualTo(1);
        assertThat(formOf("sendto", n(3), DATA, n(1), n(0), to)).isEqualTo(2);
        assertThat(formOf("sendto", n(3), DATA, n(1), n(0), RAW, n(16))).isEqualTo(2);
        assertThat(arranged("sendto", n(3), DATA, n(1), n(0), RAW, n(16)))
                .containsExactly(n(3), DATA, n(1), n(0), pair(RAW, n(16)));
    }

    @Test
    void sendmsg_takes_host_and_port_and_control_behind_them() {
        Value list = new Value.Items(List.of(DATA), false);
        assertThat(arranged("sendmsg", n(3), list, n(0), HOST, n(80)))
                .containsExactly(n(3), list, n(0), pair(HOST, n(80)));
        Value rights = new Value.Structure(Map.of("rights", list));
        assertThat(arranged("sendmsg", n(3), list, n(0), HOST, n(80), rights, rights))
                .containsExactly(n(3), list, n(0), pair(HOST, n(80)), rights, rights);
        assertThat(arranged("sendmsg", n(3), list, n(0), NONE, n(5))).isEmpty();
    }

    @Test
    void poll_and_select_take_the_count_of_C() {
        Value list = new Value.Items(List.of(n(3)), false);
        assertThat(formOf("poll", list)).isZero();
        assertThat(formOf("poll", list, n(100))).isZero();
        assertThat(formOf("poll", list, n(1), n(100))).isEqualTo(1);
        assertThat(formOf("select", list, list, list)).isZero();
        assertThat(formOf("select", n(4), list, NONE, NONE, n(1))).isEqualTo(1);
        assertThat(formOf("select", list, list, list, new Value.Fraction(0.5))).isZero();
    }

    @Test
    void what_fits_nowhere_is_not_arranged() {
        assertThat(formOf("bind", n(3), n(4))).isEqualTo(-1);
        assertThat(formOf("bind", n(3))).isEqualTo(-1);
        assertThat(formOf("settimeout", n(3), DATA)).isEqualTo(-1);
        assertThat(formOf("settimeout", n(3))).isEqualTo(-1);
    }

    @Test
    void a_signature_shows_what_may_be_left_out() {
        assertThat(CATALOGUE.find("send").orElseThrow().forms().getFirst().signature())
                .isEqualTo("(s, data, flags = 0)");
    }
}
