package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lesson.Classroom;
import sockshell.lesson.Lesson;
import sockshell.lesson.Variant;

/** Lessons at the real prompt, every key of them typed: as they stand, otherwise, and wrong. */
class LessonTest {
    @TempDir Path home;

    private final Classroom room = new Classroom();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-first-socket",
                "06-two-kinds-of-sockets",
                "03-udp-uppercase",
                "05-tcp-uppercase",
                "09-backlog",
            })
    void every_variant_is_taken_or_refused(String name) throws IOException {
        Path file = Path.of("lessons", name + ".md");
        Lesson lesson = room.lesson(Classroom.text(file));
        try (Pupil pupil = new Pupil(home, name.substring(3), lesson)) {
            assertThat(pupil.undone(Stream::of, "")).isEmpty();
            for (List<Variant> otherwise : Variant.together(Variant.of(file))) {
                assertThat(pupil.undone(Variant.typing(otherwise, lesson), ""))
                        .as(otherwise.toString())
                        .isEmpty();
            }
            for (Variant wrong : Variant.of(file)) {
                if (!wrong.isTaken()) {
                    String step = wrong.refused().get();
                    assertThat(pupil.undone(Variant.typing(List.of(wrong), lesson), step))
                            .as(wrong.toString())
                            .contains(step);
                }
            }
        }
    }

    @Test
    void who_comes_back_has_the_sockets_again_and_goes_on_where_it_ended() throws Exception {
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("/lesson fork-server").sees("1/13");
            person.enter("/skip").sees("2/13").enter("/skip").sees("3/13");
            person.enter("/skip").sees("4/13").enter("/exit");
            assertThat(person.exitCode()).isZero();
        }
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("/lesson fork-server").sees("[Y/n]").enter("y").sees("4/13");
            person.enter("srv> getsockname(l)").sees("==> 127.0.0.1:");
            person.enter("/skip").sees("5/13").enter("/exit");
            assertThat(person.exitCode()).isZero();
        }
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("/lesson fork-server")
                    .sees("[Y/n]")
                    .enter("n")
                    .sees("1/13")
                    .enter("/exit");
            assertThat(person.exitCode()).isZero();
        }
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("/lesson fork-server").sees("[Y/n]").enter("y").sees("5/13");
        }
    }

    @Test
    void who_has_something_open_may_begin_with_a_fresh_session() throws Exception {
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("s = socket(AF_INET, SOCK_DGRAM)").sees("s ==> 3");
            person.enter("/lesson 1").sees("fresh session").enter("n").sees("1/12");
            person.enter("print(s)").seesLine("3").enter("/lesson 1").sees("[Y/n]");
            person.enter("").sees("main is gone, and closed: fd 3.");
        }
    }

    @Test
    void ctrl_c_breaks_off_what_skip_types() throws Exception {
        Files.writeString(
                home.resolve("01-endless.md"),
                """
                ---
                title: Endless
                ---
                # Endless

                ## Turn

                ```sock
                main> x = 0
                main> loop { if x == 0 { print("turning") }; x = 1 }
                main> y = htons(1)
                ```

                <details><summary>Hint</summary>

                So.

                </details>

                ## What to remember

                Nothing.
                """);
        String[] shell = {"./sockshell", "--lessons", home.toString()};
        Map<String, String> environment = Map.of("HOME", home.toString());
        try (Person person = new Person(80, 60, environment, shell).sees("main>")) {
            person.enter("/lesson endless").sees("1/2").enter("/skip").seesLine("turning");
            person.type(Person.CTRL_C).sees("stopped here").enter("print(x + 1)").seesLine("2");
            assertThat(person.screen()).noneMatch(line -> line.contains("2/2"));
            person.enter("y = htons(1)").sees("y ==> 256").enter("/next").sees("2/2");
        }
    }

    @Test
    void where_nothing_can_be_kept_it_is_said_once_and_without_a_trace() throws Exception {
        Files.writeString(home.resolve(".local"), "in the way");
        try (Person person = Person.atSockShell(80, 60, home).sees("main>")) {
            person.enter("/lesson 1").sees("cannot be kept");
            person.enter("s = socket(AF_INET, SOCK_STREAM)").sees("2/12").enter("/exit");
            assertThat(person.exitCode()).isZero();
            assertThat(person.written()).doesNotContain("Exception");
            assertThat(person.written().split("cannot be kept", -1)).hasSize(2);
        }
    }
}
