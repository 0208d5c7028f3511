package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
            person.enter("/skip").sees("5/13");
        }
    }
}
