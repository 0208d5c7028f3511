package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that is shipped. */
class ShippedLessonsTest {
    private final Classroom room = new Classroom();

    static List<Path> shipped() {
        return Classroom.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void holds_on_this_machine(Path file) {
        assertThat(room.problems(Classroom.text(file))).isEmpty();
    }
}
