package sockshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import sockshell.cli.ScriptOutput.Keyboard;
import sockshell.cli.ScriptOutput.Streams;
import sockshell.libc.LibcKernel;
import sockshell.sys.Kernel;
import sockshell.transcript.LineReader;

/** Whole scripts, from the lines to the transcript, on the real kernel. */
class ScriptTest {
    private final Kernel kernel = new LibcKernel();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /* an abstract name that no other test run has, unix(7) */
    private final String name = "@" + kernel.getpid() + "-" + System.identityHashCode(this);

    private ExitCode run(String script, String... more) {
        byte[] bytes = script.replace("@name", name).getBytes(StandardCharsets.UTF_8);
        Options options = Options.parse(more).options();
        Streams streams = new Streams(printing(out), printing(err));
        Keyboard nobody = Optional::empty;
        ScriptOutput output = new ScriptOutput("test", kernel.constants(), streams, nobody);
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(bytes));
            return new Script(kernel, options, output, Optional.empty()).run(lines::next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String transcript() {
        return out.toString(StandardCharsets.UTF_8).replace(name, "@name");
    }

    /** The lines without results are typed, and the transcript has them all. */
    private void gives(String transcript) {
        String typed =
                transcript
                        .lines()
                        .filter(line -> !line.matches("[\\w.]+[=*:] ?.*"))
                        .map(line -> line.replaceFirst("^\\w+\\| ", ""))
                        .reduce("", (all, line) -> all + line + "\n");
        run(typed);
        assertThat(transcript()).isEqualTo(transcript);
        assertThat(errors()).isEmpty();
    }

    @Test
    void values_and_failures_are_written_as_a_transcript_has_them() {
        gives(
                """
                main> htons(12000)
                main= 57390
                main> s = socket(AF_INET, SOCK_STREAM)
                main= 3
                main> t = socket AF_INET SOCK_DGRAM
                main= 4
                main> s.getsockname()
                main= 0.0.0.0:0
                main> close(s)
                main= 0
                main> u = socket(AF_UNIX, SOCK_STREAM)
                main= 3
                main> "a\\n\\x00".upper()
                main= "A\\n\\x00"
                """);
    }

    @RepeatedTest(20)
    void a_blocked_process_goes_on_when_another_makes_it_ready() {
        gives(
                """
                srv> l = socket(AF_UNIX, SOCK_STREAM)
                srv= 3
                srv> bind l @name
                srv= 0
                srv> listen l 5
                srv= 0
                srv> c, addr = l.accept()
                srv* accept
                ann> a = socket(AF_UNIX, SOCK_STREAM)
                ann= 3
                ann> connect a @name
                ann= 0
                srv= 4 from (unnamed)
                srv> loop {
                srv|   m = recv(c, 1024)
                srv|   if len(m) == 0 { break }
                srv|   send(c, upper(m)) }
                srv* recv
                ann> send(a, "hello")
                ann= 5
                srv* recv
                ann> recv(a, 64)
                ann= 5 "HELLO"
                ann> close(a)
                ann= 0
                srv> close(c)
                srv= 0
                """);
    }

    @Test
    void a_mistake_is_said_in_its_place_and_the_rest_still_runs() {
        assertThat(run("lisen(3)\nx = (1,\n2)\nbind(3, 4)\nsend(1)\nx = 5"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(transcript())
                .contains("main= ! there is no call lisen")
                .contains("main= ! bind's address cannot be a number")
                .contains("main= ! send does not take 1 argument")
                .endsWith("main= 5\n");
    }

    @Test
    void a_mistake_is_pointed_at_with_a_hint_on_standard_error() {
        run("\nsrv> x = lisen(3); y = sned(4)");
        assertThat(errors())
                .isEqualTo(
                        """
                        test:2:10: there is no call lisen
                            x = lisen(3); y = sned(4)
                                ^
                            is listen meant?
                        test:2:24: there is no call sned
                            x = lisen(3); y = sned(4)
                                              ^
                            is send meant?
                        """);
    }

    @Test
    void nothing_of_a_line_with_a_mistake_is_done() {
        run("s = socket(AF_INET, SOCK_STREAM); close(t)\nsocket(AF_INET, SOCK_STREAM)");
        assertThat(transcript()).endsWith("main= 3\n");
    }

    @Test
    void a_block_that_never_ends_is_said_and_not_swallowed() {
        assertThat(run("loop {\nhtons(1)")).isEqualTo(ExitCode.FAILED);
        assertThat(transcript()).contains("main= ! this block has no end: a } is missing");
    }

    @Test
    void a_size_that_no_buffer_has_is_a_mistake_that_names_the_limit() {
        run("s = socket(AF_INET, SOCK_DGRAM)\nrecv(s, -1)\nrecv(s, 2147483648)\nhtons(1)");
        assertThat(transcript())
                .contains("main= ! there is no buffer of -1 bytes here")
                .contains("main= ! there is no buffer of 2147483648 bytes here")
                .endsWith("= 256\n");
        assertThat(errors()).contains("16 MiB");
    }

    @Test
    void a_script_that_ends_while_a_process_is_blocked_says_which_and_where() {
        String script = "srv> l = socket(AF_UNIX, SOCK_DGRAM)\nsrv> recv(l, 1)";
        assertThat(run(script, "--deadline", "0.01")).isEqualTo(ExitCode.WELL);
        assertThat(errors()).isEqualTo("sockshell: srv is blocked in recv.\n");
    }

    @Test
    void a_line_for_a_blocked_process_waits_and_is_left_out_in_the_end() {
        String script = "l = socket(AF_UNIX, SOCK_DGRAM)\nrecv(l, 1)\nclose(l)";
        assertThat(run(script, "--deadline", "0.01")).isEqualTo(ExitCode.FAILED);
        assertThat(errors()).contains("main is still blocked; the line was left out.");
    }

    @Test
    void with_stop_nothing_runs_behind_a_failure() {
        assertThat(run("close(3)\nhtons(1)", "--stop")).isEqualTo(ExitCode.FAILED);
        assertThat(transcript()).endsWith("-1 EBADF\n");
    }

    @Test
    void a_line_that_no_transcript_has_ends_a_recording_with_its_number() {
        assertThat(run("%sockshell-transcript 1\nmain> htons(1)\nhtons(1)"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(errors()).isEqualTo("test:3: this is no line of a transcript\n");
    }

    @Test
    void nothing_runs_behind_the_end_of_a_recording() {
        assertThat(run("%sockshell-transcript 1\n%end ok\n\nmain> htons(1)"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(errors()).isEqualTo("test:4: nothing may stand behind %end\n");
    }

    @Test
    void a_recording_without_its_end_is_unfinished() {
        assertThat(run("%sockshell-transcript 1\nmain> htons(1)")).isEqualTo(ExitCode.UNFINISHED);
    }

    @Test
    void what_is_no_text_is_refused_with_its_line() {
        assertThat(run("htons(1)\n" + "a".repeat(2 << 20) + "\n")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(errors()).isEqualTo("test:2: this line is longer than 1 MiB\n");
    }

    @Test
    void the_tags_of_a_recording_stand_for_what_is_now() {
        run(
                """
                srv> l = socket(AF_INET, SOCK_DGRAM)
                srv> bind(l, "127.0.0.1", 0)
                srv= 0
                srv> getsockname(l)
                srv= 127.0.0.1:<p=1>
                cli> d = socket(AF_INET, SOCK_DGRAM)
                cli> connect d 127.0.0.1:<p>
                cli> send(d, "<p>")
                srv> recv(l, 9)
                """);
        assertThat(transcript()).endsWith("srv= 3 \"<p>\"\n");
        assertThat(errors()).isEmpty();
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_module_of_Python_may_stand_in_front_of_its_names() {
        run("s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\nsocket.htons(1)\n");
        assertThat(transcript()).contains("main= 3\n", "main= 256\n");
    }

    @Test
    void words_of_other_shells_lead_to_ours() {
        run("quit\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/exit leaves");
    }
}
