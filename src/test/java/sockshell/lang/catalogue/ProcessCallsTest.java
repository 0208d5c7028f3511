package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.sys.SockAddr;

/** What a process does besides sockets, and what works on values alone. */
class ProcessCallsTest extends Calling {
    private static final Value NONE = Value.Nothing.NONE;

    @Test
    void print_shows_text_as_its_characters_and_other_values_as_Python_does() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("l_onoff", Value.Whole.of(1));
        SockAddr address = new SockAddr.Inet4(0x7f000001, 80);
        assertThat(
                        call(
                                "print",
                                "a b",
                                3,
                                0.5,
                                true,
                                NONE,
                                address,
                                list(1, "x"),
                                pair(2, 3),
                                new Value.Structure(fields)))
                .isEqualTo(new Outcome.Did());
        assertThat(printed)
                .containsExactly("a b 3 0.5 True None 127.0.0.1:80 [1, \"x\"] (2, 3) {l_onoff: 1}");
    }

    @Test
    void print_of_nothing_is_an_empty_line() {
        call("print");
        assertThat(printed).containsExactly("");
    }

    @Test
    void input_asks_and_gives_the_line_or_nothing() {
        typed = Optional.of("hello");
        assertThat(text("input", "Sentence: ")).isEqualTo("hello");
        typed = Optional.empty();
        assertThat(text("raw_input")).isEmpty();
        assertThat(printed).containsExactly("Sentence: ", "");
        assertThat(canGoOn("input")).isFalse();
    }

    @Test
    void sleep_ends_with_its_time() {
        assertThat(call("sleep", 0.0001)).isEqualTo(new Outcome.Did());
        assertThat(canGoOn("sleep", 10)).isFalse();
        Call sleep = new Catalogue().find("sleep").orElseThrow();
        assertThat(sleep.waiting().orElseThrow().end().apply(trial(sleep, 0.25)))
                .contains(Duration.ofMillis(250));
        assertThatThrownBy(() -> call("sleep", -1)).isInstanceOf(Trial.Slip.class);
    }

    @Test
    void getpid_says_that_all_have_the_same() {
        assertThat(number("getpid")).isEqualTo(ProcessHandle.current().pid());
        assertThat(remarks).singleElement().asString().contains("threads");
    }

    @Test
    void fork_and_exit_are_the_process_own_matter() {
        assertThat(number("fork")).isEqualTo(1);
        assertThat(call("exit", 3)).isEqualTo(new Outcome.Did());
        assertThat(printed).containsExactly("exit");
    }

    @Test
    void a_number_beyond_the_parameter_is_cut_and_that_is_remarked_on() {
        assertThat(number("htons", 70000)).isEqualTo(number("htons", 4464));
        assertThat(number("ntohl", 0x100000001L)).isEqualTo(number("ntohl", 1));
        assertThat(remarks)
                .containsExactly(
                        "The parameter has 16 bits: 70000 is cut to 4464.",
                        "The parameter has 32 bits: 4294967297 is cut to 1.");
    }

    @Test
    void text_is_bytes_and_bytes_are_text() {
        assertThat(text("decode", call("encode", "hello").value(), "utf-8")).isEqualTo("hello");
        assertThat(text("upper", "hello, 1")).isEqualTo("HELLO, 1");
        assertThat(text("hex", "AB")).isEqualTo("4142");
        assertThat(number("len", list(1, 2))).isEqualTo(2);
    }
}
