package sockshell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The C and the Python program, and the file that all of them send. */
final class Programs {
    private static final Path SOURCES = Path.of("src", "bench");

    private final Path calls;
    private final Path block;
    private final Effort effort;

    private Programs(Path calls, Path block, Effort effort) {
        this.calls = calls;
        this.block = block;
        this.effort = effort;
    }

    /** Compiles what is C, and writes the file. */
    static Programs prepare(Path folder, Effort effort) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path calls = folder.resolve("calls");
        String source = SOURCES.resolve("c").resolve("calls.c").toString();
        output(List.of("cc", "-O2", "-Wall", "-pthread", "-o", calls.toString(), source));
        Path block = folder.resolve("block");
        Files.writeString(block, "x".repeat(Ends.BLOCK));
        return new Programs(calls, block, effort);
    }

    /** The file of one block. */
    Path block() {
        return block;
    }

    double c(Case which) throws IOException, InterruptedException {
        return nanoseconds(List.of(calls.toString()), which);
    }

    /** C in a process that has another thread, as a JVM always has. */
    double threadedC(Case which) throws IOException, InterruptedException {
        return nanoseconds(List.of(calls.toString(), "-t"), which);
    }

    double python(Case which) throws IOException, InterruptedException {
        Path source = SOURCES.resolve("python").resolve("calls.py");
        return nanoseconds(List.of("python3", source.toString()), which);
    }

    private double nanoseconds(List<String> program, Case which)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(which.argument());
        command.add(block.toString());
        command.add(Integer.toString(effort.slices()));
        command.add(Integer.toString(effort.milliseconds()));
        return output(command).lines().mapToDouble(Double::parseDouble).min().orElseThrow();
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return output;
    }
}
