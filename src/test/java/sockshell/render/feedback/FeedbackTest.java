package sockshell.render.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is said, typed beside heard: a scene in a file is a heading {@code == name, level, width},
 * and the lines typed with what was said to each below it.
 */
class FeedbackTest {
    private static final Path SCENES = Path.of("src/test/resources/feedback/scenes.txt");

    @TestFactory
    Stream<DynamicTest> each_scene_is_said_as_written() throws IOException {
        return Stream.of(Files.readString(SCENES).split("(?m)^== ", -1))
                .filter(scene -> !scene.isBlank())
                .map(scene ->
                        DynamicTest.dynamicTest(
                                scene.lines().findFirst().orElseThrow(), () -> check(scene)));
    }

    private static void check(String scene) {
        List<String> lines = scene.lines().filter(line -> !line.isBlank()).toList();
        String[] head = lines.getFirst().split(", ", -1);
        Level level = Level.named(head[1]).orElseThrow();
        try (Heard heard = new Heard(level, Integer.parseInt(head[2]))) {
            List<String> told = new ArrayList<>(List.of(lines.getFirst()));
            lines.stream()
                    .filter(FeedbackTest::isTyped)
                    .forEach(line -> {
                        told.add(line);
                        told.addAll(answer(heard, line));
                    });
            assertThat(String.join("\n", told)).isEqualTo(String.join("\n", lines));
        }
    }

    private static boolean isTyped(String line) {
        return line.matches("[a-z.0-9]+(> | \\^C).*") || line.matches("[a-z.0-9]+ \\^C");
    }

    private static List<String> answer(Heard heard, String line) {
        return line.endsWith(" ^C")
                ? heard.interrupt(line.substring(0, line.length() - 3))
                : heard.type(line);
    }
}
