package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lesson.Classroom;
import sockshell.lesson.Lesson;
import sockshell.lesson.Variant;
import sockshell.transcript.Entry;

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
            for (Map<String, Variant> otherwise : together(Variant.of(file))) {
                assertThat(pupil.undone(typing(lesson, otherwise.values()), ""))
                        .as(otherwise.toString())
                        .isEmpty();
            }
            for (Variant wrong : Variant.of(file)) {
                if (!wrong.isTaken()) {
                    String step = wrong.refused().get();
                    assertThat(pupil.undone(wrong.in(lesson), step))
                            .as(wrong.toString())
                            .contains(step);
                }
            }
        }
    }

    /** As many lines as can be are typed otherwise in one session: of each line one variant. */
    private static List<Map<String, Variant>> together(List<Variant> variants) {
        List<Map<String, Variant>> sessions = new ArrayList<>();
        for (Variant variant : variants.stream().filter(Variant::isTaken).toList()) {
            Optional<Map<String, Variant>> free =
                    sessions.stream().filter(each -> !each.containsKey(variant.line())).findFirst();
            if (free.isEmpty()) {
                sessions.add(new HashMap<>(Map.of(variant.line(), variant)));
            } else {
                free.get().put(variant.line(), variant);
            }
        }
        return sessions;
    }

    private static Function<Entry.Statement, Stream<Entry.Statement>> typing(
            Lesson lesson, Collection<Variant> variants) {
        return statement ->
                variants.stream()
                        .map(variant -> variant.in(lesson).apply(statement).toList())
                        .filter(typed -> !typed.equals(List.of(statement)))
                        .findFirst()
                        .orElse(List.of(statement))
                        .stream();
    }
}
