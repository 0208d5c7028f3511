package sockshell.lesson.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sockshell.lesson.course.Progress.Mark;

/**
 * Where progress is kept: a line for each step, {@code first-socket close-it-twice done}. A line
 * that nobody understands is left out; it is the learner's file.
 */
public record ProgressFile(Path path) {
    private static final int WORDS = 3;

    /** All that is known, by the lessons' names; nothing where there is no file yet. */
    public Map<String, Progress> read() throws IOException {
        Map<String, Progress> all = new LinkedHashMap<>();
        if (Files.isRegularFile(path)) {
            Files.readAllLines(path, StandardCharsets.ISO_8859_1)
                    .forEach(line -> add(all, line.strip().split("\\s+", -1)));
        }
        return all;
    }

    public Progress read(String lesson) throws IOException {
        return read().getOrDefault(lesson, Progress.NONE);
    }

    private static void add(Map<String, Progress> all, String... words) {
        for (Mark mark : Mark.values()) {
            if (words.length == WORDS && words[2].equals(written(mark))) {
                all.merge(
                        words[0],
                        Progress.NONE.with(words[1], mark),
                        (before, _) -> before.with(words[1], mark));
            }
        }
    }

    private static String written(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps one lesson's; what another shell has kept meanwhile stays. Never half written. */
    public void write(String lesson, Progress progress) throws IOException {
        Map<String, Progress> all = read();
        all.put(lesson, progress);
        List<String> lines = new ArrayList<>();
        all.forEach((name, each) ->
                each.steps()
                        .forEach((step, mark) ->
                                lines.add(name + " " + step + " " + written(mark))));
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "lessons", ".new");
        Files.write(fresh, lines, StandardCharsets.ISO_8859_1);
        Files.move(
                fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
