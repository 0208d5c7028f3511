package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
                "02-addresses-and-ports",
                "03-udp-uppercase",
                "05-tcp-uppercase",
                "09-backlog",
            })
    void every_variant_is_taken_or_refused(String name) throws IOException {
        Path file = Path.of("lessons", name + ".md");
        Lesson lesson = room.lesson(Classroom.text(file));
        List<Variant> variants = Variant.of(file);
        try (Pupil pupil = new Pupil(home, name.substring(3), lesson)) {
            assertThat(pupil.undone(Stream::of)).isEmpty();
            for (Variant variant : variants) {
                List<String> undone = pupil.undone(variant.in(lesson));
                if (variant.isTaken()) {
                    assertThat(undone).as(variant.toString()).isEmpty();
                } else {
                    assertThat(undone).as(variant.toString()).contains(variant.refused().get());
                }
            }
        }
    }
}
