package sockshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the machine that tests ask for a second opinion: a C compiler, strace. */
public final class Tools {
    private Tools() {}

    /** What a program printed, both streams together, and how it ended. */
    public record Run(int exit, String output) {}

    /** Skips the test where the program is missing; where CI is set, that is a failure. */
    public static void need(String program) {
        boolean found = onPath(program);
        if (System.getenv("CI") != null) {
            assertThat(found).as(program + " is installed").isTrue();
        }
        assumeTrue(found, program + " is not installed");
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static Run run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Run(process.waitFor(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
