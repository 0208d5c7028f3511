package sockshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.transcript.Captures;
import sockshell.transcript.Line;

/** The recordings that are shipped, run again: the kernel still does what they say. */
class RecordingsTest {
    private static final Path FOLDER = Path.of("transcripts");

    static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".skt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void a_recording_gives_the_same_again(Path recording) throws IOException {
        Deque<String> now = new ArrayDeque<>(lines(run(recording).lines()));
        Captures captures = new Captures();
        for (String recorded : lines(Files.readAllLines(recording).stream())) {
            String actual = now.isEmpty() ? "nothing" : now.removeFirst();
            assertThat(isAllowed(captures, recorded, actual))
                    .as("recorded %s, and now %s", recorded, actual)
                    .isTrue();
        }
        assertThat(now).isEmpty();
    }

    private static boolean isAllowed(Captures captures, String recorded, String actual) {
        int notCompared = recorded.indexOf("=~ ");
        return notCompared > 0
                ? actual.startsWith(recorded.substring(0, notCompared) + "= ")
                : captures.capture(recorded, actual);
    }

    /** What is compared: statements, results, where a process blocked, and what it printed. */
    private static List<String> lines(Stream<String> all) {
        Predicate<String> compared =
                line ->
                        switch (Line.of(line)) {
                            case Line.Spoken _,
                                    Line.Continued _,
                                    Line.Result _,
                                    Line.Blocked _,
                                    Line.Printed _ ->
                                    true;
                            case Line.Directive _,
                                    Line.Prose _,
                                    Line.Pause _,
                                    Line.Other _,
                                    Line.Unreadable _ ->
                                    false;
                        };
        return all.filter(compared).toList();
    }

    private static String run(Path recording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.Terminal terminal =
                new Main.Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream()));
        Main.run(new String[] {recording.toString()}, terminal);
        return out.toString(StandardCharsets.UTF_8);
    }
}
