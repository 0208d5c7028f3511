package sockshell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines belong together. */
class NestingTest {
    private final Nesting nesting = new Nesting();

    /** Lines with strokes between; one letter for each: open or closed behind it. */
    private String states(String lines) {
        StringBuilder states = new StringBuilder();
        for (String line : lines.split("\\|", -1)) {
            nesting.add(line);
            states.append(nesting.isOpen() ? 'o' : 'c');
        }
        return states.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "x = 1 => c",
                "loop {|x|} => ooc",
                "poll([|(c, POLLIN),|], 0) => ooc",
                "if x {|} else {|} => ooc",
                "loop { # }|} => oc",
                "print \"{\" => c",
                "print '(' + \"[\"|f( => co",
                "x = \"\\\"(\" => c",
                "/open ( => c",
                "loop {|/open (|} => ooo",
                "unlink /tmp/a[b] => c",
                "loop {||} => ooc",
            })
    void brackets_outside_of_quotes_and_comments_count(String lines, String states) {
        assertThat(states(lines)).isEqualTo(states);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send(c, \"abc", "f(\"\\q\"", "f(12ab", "( ?", "x\"0g\" ("})
    void a_line_that_cannot_be_read_opens_nothing(String line) {
        assertThat(states(line)).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send(c, \"abc", "} \"abc", "x = ?", "}}} ?"})
    void a_line_that_cannot_be_read_closes_no_block(String line) {
        assertThat(states("fork {|" + line + "|exit|}")).isEqualTo("oooc");
    }

    @Test
    void what_is_cleared_begins_anew() {
        nesting.add("((");
        nesting.clear();
        assertThat(nesting.isOpen()).isFalse();
        assertThat(states("(|)")).isEqualTo("oc");
    }
}
