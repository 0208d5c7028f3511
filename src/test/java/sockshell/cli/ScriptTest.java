package sockshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import sockshell.libc.LibcKernel;
import sockshell.sys.Kernel;

/** Whole scripts, from the lines to the transcript, on the real kernel. */
class ScriptTest {
    private final Kernel kernel = new LibcKernel();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /* an abstract name that no other test run has, unix(7) */
    private final String name = "@" + kernel.getpid() + "-" + System.identityHashCode(this);

    private boolean run(String script) {
        List<String> lines = script.replace("@name", name).lines().toList();
        return new Script(kernel, printing(out), printing(err)).run(lines);
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
                        .filter(line -> !line.matches("\\w+[=*] ?.*"))
                        .map(line -> line.replaceFirst("^\\w+\\| ", ""))
                        .reduce("", (all, line) -> all + line + "\n");
        run(typed);
        assertThat(transcript()).isEqualTo(transcript);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
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
                main> recv(s, 10)
                main= -1 ENOTCONN
                main> close(s)
                main= 0
                main> close(s)
                main= -1 EBADF
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
        assertThat(run("lisen(3)\nx = (1,\n2)\nbind(3, 4)\nsend(1)\nx = 5")).isFalse();
        assertThat(transcript())
                .contains("main= ! there is no call lisen")
                .contains("main= ! bind's address has to be something else")
                .contains("main= ! send does not take 1 arguments")
                .endsWith("main= 5\n");
    }

    @Test
    void a_mistake_is_pointed_at_with_a_hint_on_standard_error() {
        run("x = lisen(3)");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        x = lisen(3)
                            ^ there is no call lisen
                        is listen meant?
                        """);
    }

    @Test
    void a_block_that_never_ends_is_said_and_not_swallowed() {
        assertThat(run("loop {\nhtons(1)")).isFalse();
        assertThat(transcript()).contains("main= ! ");
    }

    @Test
    void a_size_that_no_buffer_has_is_a_mistake_and_no_crash() {
        run("s = socket(AF_INET, SOCK_DGRAM)\nrecv(s, -1)\nhtons(1)");
        assertThat(transcript()).contains("main= ! length: -1 does not fit").endsWith("= 256\n");
    }
}
