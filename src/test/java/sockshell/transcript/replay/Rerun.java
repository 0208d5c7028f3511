package sockshell.transcript.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.sys.Kernel;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;

/** Runs transcripts again for tests. */
final class Rerun {
    static final Path SHIPPED = Path.of("transcripts");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();

    /** The recordings that are shipped. */
    static Stream<Path> shipped() {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files
                    .filter(file -> file.toString().endsWith(".skt"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first difference of a stranger's transcript that has no problem. */
    Optional<Difference> of(String text) {
        return of(text, Terms.in(SHIPPED).within(DEADLINE));
    }

    Optional<Difference> of(String text, Terms terms) {
        Reading reading = TranscriptReader.read("test.skt", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems()).isEmpty();
        return of(reading, terms);
    }

    Optional<Difference> of(Reading reading, Terms terms) {
        Session.Listener nobody = _ -> {};
        try (Replay replay = new Replay(kernel, catalogue, reading.transcript(), terms, nobody)) {
            return replay.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recording of these lines. */
    static String recording(String... lines) {
        return "%sockshell-transcript 1\n" + String.join("\n", List.of(lines)) + "\n%end ok\n";
    }
}
