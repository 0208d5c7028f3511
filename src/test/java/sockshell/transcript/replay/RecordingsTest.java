package sockshell.transcript.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;
import sockshell.transcript.TranscriptReader;

/**
 * The recordings that are shipped: the kernel still does what they say, whatever else the machine
 * does. {@code mvn test -Dtest=RecordingsTest -Dtimes=200} repeats that so often.
 */
class RecordingsTest {
    private static final int TIMES = Integer.getInteger("times", 3);

    /** A row of the catalogue in the folder's README. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+\\.skt)` \\|");

    private final Rerun rerun = new Rerun();

    static List<Path> shipped() {
        return Rerun.shipped().toList();
    }

    private static Transcript transcript(Path file) throws IOException {
        TranscriptReader.Reading reading = TranscriptReader.read(file);
        assertThat(reading.problems()).isEmpty();
        return reading.transcript();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_recording_gives_the_same_again_and_leaves_nothing_open(Path file) throws IOException {
        Session.Listener nobody = _ -> {};
        Terms terms = Terms.in(Rerun.SHIPPED);
        try (Replay replay =
                new Replay(new LibcKernel(), new Catalogue(), transcript(file), terms, nobody)) {
            assertThat(replay.run()).isEmpty();
            assertThat(replay.session().survey().held()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_recording_is_finished_and_opens_with_prose(Path file) throws IOException {
        Transcript transcript = transcript(file);
        assertThat(transcript.isRecording()).isTrue();
        assertThat(transcript.isFinished()).isTrue();
        assertThat(
                        transcript.entries().stream()
                                .takeWhile(entry -> entry instanceof Entry.Aside)
                                .map(entry -> ((Entry.Aside) entry).what()))
                .anyMatch(line -> line instanceof Line.Prose(String text) && text.length() > 20);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void reading_and_writing_a_recording_gives_back_its_text(Path file) {
        String text = Rerun.text(file);
        assertThat(
                        text.lines()
                                .map(line -> Line.of(line).written() + "\n")
                                .collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void the_README_lists_each_recording_once_and_nothing_else() {
        String readme = Rerun.text(Rerun.SHIPPED.resolve("README.md"));
        assertThat(ROW.matcher(readme).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        shipped().stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void recordings_give_the_same_while_all_processors_are_busy() {
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> busy =
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> spin(done)))
                        .toList();
        try {
            assertThat(busy).isNotEmpty();
            for (int i = 0; i < TIMES; i++) {
                for (Path file : shipped()) {
                    assertThat(rerun.of(Rerun.text(file))).as("%s, run %d", file, i).isEmpty();
                }
            }
        } finally {
            done.set(true);
        }
    }

    private static void spin(AtomicBoolean done) {
        while (!done.get()) {
            Thread.onSpinWait();
        }
    }
}
