package sockshell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(
                args,
                new Main.Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8)));
    }

    @Test
    void version_is_one_line_and_never_null() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("SockShell ").hasLineCount(1);
        assertThat(out.toString(UTF_8)).doesNotContain("null");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void help_lists_what_there_is() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--help", "--version");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void an_unknown_argument_is_named_in_one_line_and_exits_with_2() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--nonsense", "--help").hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void no_argument_and_no_terminal_is_a_script_from_standard_input() {
        assertThat(run()).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_second_argument_is_refused_and_not_overlooked() {
        assertThat(run("--version", "--help")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void control_characters_of_an_argument_do_not_reach_the_terminal() {
        assertThat(run("--a\n\u001b[2J")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--a??[2J").hasLineCount(1);
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_exits_with_2() {
        assertThat(run("no-such-file.skt")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("no-such-file.skt").hasLineCount(1);
    }

    @Test
    void a_deadline_without_seconds_is_refused() {
        assertThat(run("-e", "htons(1)", "--deadline")).isEqualTo(2);
        assertThat(run("-e", "htons(1)", "--deadline", "soon")).isEqualTo(2);
    }

    @Test
    void options_may_stand_behind_the_script() {
        assertThat(run("-e", "htons(1)", "--deadline", "0.5", "--stop")).isZero();
        assertThat(out.toString(UTF_8)).endsWith("main= 256\n");
    }
}
