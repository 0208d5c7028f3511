package sockshell.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of lines. */
class LineTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", new Line.Prose("")),
                Arguments.of(" \t", new Line.Prose(" \t")),
                Arguments.of("# srv> x", new Line.Prose("# srv> x")),
                Arguments.of("%end ok", new Line.Directive("end", "ok")),
                Arguments.of("%processes srv  cli ", new Line.Directive("processes", "srv  cli")),
                Arguments.of("%end", new Line.Directive("end", "")),
                Arguments.of("%", new Line.Directive("", "")),
                Arguments.of("srv> x = 5", new Line.Spoken("srv", "x = 5")),
                Arguments.of("srv>", new Line.Spoken("srv", "")),
                Arguments.of("srv.1.2> close(l)", new Line.Spoken("srv.1.2", "close(l)")),
                Arguments.of("a_1>  x ", new Line.Spoken("a_1", " x ")),
                Arguments.of("1> x", new Line.Spoken("1", "x")),
                Arguments.of("srv|   }", new Line.Continued("srv", "  }")),
                Arguments.of("srv= 0", new Line.Result("srv", "0", true)),
                Arguments.of("srv= -1 EINVAL", new Line.Result("srv", "-1 EINVAL", true)),
                Arguments.of("srv= ! no", new Line.Result("srv", "! no", true)),
                Arguments.of("srv=~ 5", new Line.Result("srv", "5", false)),
                Arguments.of("srv=", new Line.Result("srv", "", true)),
                Arguments.of("srv* accept", new Line.Blocked("srv", "accept")),
                Arguments.of("srv: a: b", new Line.Printed("srv", "a: b")),
                Arguments.of("srv:", new Line.Printed("srv", "")),
                Arguments.of("~ 0.31", new Line.Pause("0.31")),
                Arguments.of("~ 2", new Line.Pause("2")),
                Arguments.of("a> \u2028b\rc\u0085", new Line.Spoken("a", "\u2028b\rc\u0085")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void the_beginning_says_what_a_line_is(String text, Line line) {
        assertThat(Line.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x= 5", "x> 5", "x| 5", "x* 5", "x: 5", "x=~ 5"})
    void with_a_mark_and_a_blank_behind_it_a_line_belongs_to_a_process(String text) {
        assertThat(Line.of(text)).isNotInstanceOf(Line.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 5",
                "x=5",
                "x > 5",
                "x>5",
                "x|5",
                "x== 5",
                "x=~5",
                "x>> 5",
                " srv> x",
                "srv\t> x",
                "srv>\tx",
                "s-v> x",
                "> x",
                "= 5",
                "~0.3",
                "~ 1e3",
                "~ -1",
                "~ x",
                "~ 0.3 ",
                "\u00e4> x",
                "bind s *:80",
            })
    void the_space_decides(String text) {
        assertThat(Line.of(text)).isEqualTo(new Line.Other(text));
    }
}
