package sockshell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** lesson, lesson check, grade and new, as they are called from outside. */
class LessonCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir Path folder;

    private int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(
                args,
                new Main.Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8)));
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    @Test
    void the_lessons_are_listed_with_the_one_to_begin_with() {
        assertThat(run("lesson", "--lessons", "lessons")).isZero();
        assertThat(printed()).containsPattern("01 +next +first-socket +Your first socket");
    }

    @Test
    void those_that_are_shipped_hold() {
        assertThat(run("lesson", "check", "--lessons", "lessons")).isZero();
        assertThat(printed()).endsWith(" lessons, 0 problems\n");
    }

    @Test
    void one_that_does_not_hold_is_1_and_named_with_its_line() throws IOException {
        String text = Files.readString(Path.of("lessons/01-first-socket.md"));
        Files.writeString(
                folder.resolve("01-first-socket.md"), text.replaceFirst("main= 3", "main= 4"));
        assertThat(run("lesson", "check", "first-socket", "--lessons", folder.toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("01-first-socket.md:");
        assertThat(run("lesson", "check", "none", "--lessons", folder.toString())).isEqualTo(2);
    }

    @Test
    void a_new_one_has_only_its_blanks_left_to_fill() throws IOException {
        assertThat(run("lesson", "new", "mine", "--lessons", folder.toString())).isZero();
        assertThat(folder.resolve("01-mine.md")).exists();
        assertThat(run("lesson", "check", "mine", "--lessons", folder.toString())).isEqualTo(1);
        assertThat(printed().lines().toList())
                .allMatch(line -> line.contains("blank") || line.contains("lesson, "));
        assertThat(run("lesson", "new", "../mine")).isEqualTo(2);
    }

    @Test
    void a_recording_is_judged_step_by_step() throws IOException {
        Path recording = folder.resolve("mine.skt");
        Files.writeString(
                recording,
                """
                %sockshell-transcript 1
                main> x = socket(AF_INET, SOCK_STREAM)
                main= 3
                %end ok
                """);
        assertThat(
                        run(
                                "lesson",
                                "grade",
                                "first-socket",
                                recording.toString(),
                                "--lessons",
                                "lessons"))
                .isEqualTo(1);
        assertThat(printed()).containsPattern("done +Ask for a socket").contains("not done");
        assertThat(run("lesson", "grade", "first-socket", "/none")).isEqualTo(2);
        assertThat(run("lesson", "grade", "none", recording.toString())).isEqualTo(2);
    }
}
