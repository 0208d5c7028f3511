package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that is shipped. */
class ShippedLessonsTest {
    private final Classroom room = new Classroom();

    static List<Path> shipped() {
        return Classroom.shipped();
    }

    /** What is typed in a step, or what a text names for it: {@code `input`}. */
    @Test
    void every_call_of_the_language_is_in_some_lesson() {
        List<String> texts = shipped().stream().map(Classroom::text).toList();
        assertThat(room.catalogue().names())
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(texts)
                                .anyMatch(text ->
                                        text.contains("`" + call + "`")
                                                || typed(call).matcher(text).find()));
    }

    private static Pattern typed(String call) {
        return Pattern.compile("(?m)^[a-z0-9.]+[>|] .*\\b" + call + "\\b");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void holds_on_this_machine(Path file) {
        assertThat(room.problems(Classroom.text(file))).isEmpty();
    }
}
