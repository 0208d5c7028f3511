package sockshell.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sockshell.transcript.Problem;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.replay.Blessing.Change;
import sockshell.transcript.replay.Blessing.Outcome.Blessed;

/** Puts what happens now into the place of a recording, all at once, and shows what changed. */
final class Blesser {
    private final Path file;
    private final Consumer<String> out;

    Blesser(Path file, Consumer<String> out) {
        this.file = file;
        this.out = out;
    }

    /** What could not be read again is not written. */
    boolean bless(Blessed blessed) throws IOException {
        String end = Files.readString(file).contains("\r\n") ? "\r\n" : "\n";
        String text =
                blessed.lines().stream()
                        .map(line -> line.written() + end)
                        .collect(Collectors.joining());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Problem> problems = TranscriptReader.read(file.toString(), bytes).problems();
        problems.forEach(problem -> out.accept(problem.toString()));
        if (problems.isEmpty()) {
            out.accept(file + ": blessed");
            blessed.changes().forEach(this::show);
            put(bytes);
        }
        return problems.isEmpty();
    }

    /** Whoever reads the file meanwhile has the old one or the new one, rename(2). */
    private void put(byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        Path beside = Files.createTempFile(real.getParent(), ".blessed", ".skt");
        try {
            Files.write(beside, bytes);
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void show(Change change) {
        change.before().ifPresent(line -> out.accept("  - " + line.written()));
        change.after().ifPresent(line -> out.accept("  + " + line.written()));
    }
}
