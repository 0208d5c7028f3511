package sockshell.render.strace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Tools;

/** What is said of a call is what strace(1) prints of it, but for the numbers of descriptors. */
class StraceTest {
    @TempDir Path folder;

    @Test
    void each_call_is_written_as_strace_writes_it() throws IOException {
        Tools.need("strace");
        Tools.Run run = Tools.run(command());
        List<String> said = run.output().lines().filter(line -> line.startsWith("call ")).toList();
        assertThat(said).as(run.output()).hasSizeGreaterThan(30);
        List<String> calls = said.stream().map(line -> settled(line.substring(5))).toList();
        assertThat(traced(calls.getFirst())).containsSubsequence(calls);
    }

    private List<String> command() {
        return List.of(
                "strace",
                "-ff",
                "-e",
                "trace=!futex,mmap,munmap,mprotect,madvise,sched_yield",
                "-o",
                folder.resolve("trace").toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StracedSession.class.getName());
    }

    /** The lines of the thread that made the first call: a process has one thread. */
    private List<String> traced(String first) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(StraceTest::lines)
                    .filter(lines -> lines.contains(first))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(StraceTest::settled).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A process's descriptors are not the kernel's, and addresses in memory are nobody's. */
    private static String settled(String line) {
        return line.replaceAll(" += ", " = ")
                .replaceAll("0x[0-9a-f]{7,}", "...")
                .replaceAll("^([a-z0-9]+\\()\\d+(?=[,)])", "$1F")
                .replaceAll("^((?:socket|accept|accept4|dup2?|openat)\\(.* = )\\d+$", "$1F")
                .replaceAll("^(dup2\\(F, )\\d+", "$1F")
                .replaceAll("(?<=fd=)\\d+", "F")
                .replaceAll("^((?:pipe2|socketpair)\\(.*)\\[\\d+, \\d+]", "$1[F, F]");
    }
}
