package sockshell.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Enter runs what is typed, and when it goes on with the next line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContinuationTest {
    private final Stage stage = Stage.of();

    @AfterAll
    void end() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "bind(s,; )",
                "poll([(s, POLLIN; )",
                "poll([; ]",
                "loop {; }",
                "srv> loop {; }",
                "loop; {",
                "if x == 0; {",
                "print \"abc; \"",
                "print 'abc; '",
                "print 'a\"b; '",
                "loop {\\n  print(\"}\"; )",
                "print \"abc\\ndef; \"",
            })
    void what_is_open_goes_on(String text, String missing) {
        assertThat(new Continuation(stage.context().language()).missing(text.replace("\\n", "\n")))
                .contains(missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``",
                "srv>",
                "bind(s, 1)",
                "bind(s, ))",
                "print \"(\"",
                "close(s) # (",
                "/save (",
                "loop {\\n close(s)\\n}",
                "srv> loop {\\n close(s)\\n}",
                "print \"abc\\ndef\"",
                "close(s)\\nsrv> close(l)",
            })
    void what_is_whole_runs(String text) {
        assertThat(new Continuation(stage.context().language()).missing(text.replace("\\n", "\n")))
                .isEmpty();
    }

    @Test
    void the_end_of_a_line_within_quotes_becomes_an_escape() {
        assertThat(Continuation.joined("print \"a\nb\nc\"\nprint 'd'"))
                .isEqualTo("print \"a\\nb\\nc\"\nprint 'd'");
        assertThat(Continuation.joined("print \"a")).isEqualTo("print \"a");
    }
}
