package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.reading.LessonReader;
import sockshell.lesson.reading.LessonReader.Reading;
import sockshell.libc.LibcKernel;
import sockshell.sys.Kernel;
import sockshell.transcript.Problem;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.replay.Terms;

/** Reads, proves and judges lessons for tests. */
public final class Classroom {
    static final Path SHIPPED = Path.of("lessons");

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();

    static List<Path> shipped() {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d\\d-.*\\.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Kernel kernel() {
        return kernel;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Reading read(String text) {
        return LessonReader.read("trial", "trial.md", text, catalogue, kernel.constants());
    }

    public Lesson lesson(String text) {
        Reading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.lesson();
    }

    /** What is wrong with a lesson, seen in its file or when it is played. */
    List<Problem> problems(String text) {
        Reading reading = read(text);
        try {
            return reading.problems().isEmpty()
                    ? new Proof(kernel, catalogue).of(reading.lesson(), Terms.in(SHIPPED))
                    : reading.problems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Grade.Report grade(Lesson lesson, String transcript) {
        TranscriptReader.Reading reading =
                TranscriptReader.read("t.skt", transcript.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems()).isEmpty();
        try {
            return new Grade(kernel, catalogue).of(lesson, reading.transcript(), Terms.in(SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
