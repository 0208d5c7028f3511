package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Tools;

/** strace(1) sees the calls of {@link Traced} as they were made, and no others. */
class TraceTest {
    /* what the JVM itself does on any thread at any time */
    private static final String CALLS = "trace=!futex,mmap,munmap,mprotect,madvise,sched_yield";
    private static final Path EXPECTED = Path.of("src/test/resources/trace/calls.txt");

    private static final Pattern NEW_DESCRIPTOR = Pattern.compile("^(socket|accept)\\(.* = (\\d+)");
    private static final Pattern DESCRIPTOR = Pattern.compile("(^\\w+\\(|fd=)(\\d+)");
    private static final Pattern PORT = Pattern.compile("htons\\([1-9]\\d*\\)");
    private static final Pattern POINTER = Pattern.compile("0x7f\\w+");

    @TempDir Path folder;

    @Test
    void strace_shows_the_calls_as_they_were_made_and_no_others() throws IOException {
        Tools.need("strace");
        assertThat(Tools.run(command())).isEqualTo(new Tools.Run(0, ""));
        assertThat(String.join("\n", named(traced())))
                .isEqualTo(Files.readString(EXPECTED).strip());
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("strace", "-ff", "-s", "100", "-e", CALLS));
        command.addAll(List.of("-o", folder.resolve("trace").toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Traced.class.getName());
        return command;
    }

    /** The lines between the marks, of the one thread that has them. */
    private List<String> traced() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(TraceTest::lines)
                    .filter(lines -> lines.stream().anyMatch(line -> line.contains(Traced.BEGIN)))
                    .flatMap(List::stream)
                    .dropWhile(line -> !line.contains(Traced.BEGIN))
                    .skip(1)
                    .takeWhile(line -> !line.contains(Traced.END))
                    .map(line -> line.replaceAll(" += ", " = "))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Letters for the descriptors, in the order in which they were made. */
    private static List<String> named(List<String> lines) {
        Map<String, String> letters = new HashMap<>();
        List<String> named = new ArrayList<>();
        for (String line : lines) {
            String call = line;
            Matcher made = NEW_DESCRIPTOR.matcher(line);
            if (made.find()) {
                String next = Character.toString('A' + letters.size());
                String letter = letters.computeIfAbsent(made.group(2), _ -> next);
                call = line.substring(0, made.start(2)) + letter;
            }
            named.add(named(call, letters));
        }
        return named;
    }

    private static String named(String line, Map<String, String> letters) {
        String named =
                DESCRIPTOR
                        .matcher(line)
                        .replaceAll(found ->
                                found.group(1)
                                        + letters.getOrDefault(found.group(2), found.group(2)));
        return POINTER.matcher(PORT.matcher(named).replaceAll("htons(P)")).replaceAll("POINTER");
    }
}
