package sockshell.transcript.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The empty folder that a replay's processes have as their working directory, removed with all that
 * they made there; and the transcript's own folder, whose files they may read.
 */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final Path own;

    /* whoever ends the program in the middle leaves nothing behind either */
    private final Thread lastly = new Thread(this::remove, "scratch");

    private Scratch(Path folder, Path own) {
        this.folder = folder;
        this.own = own;
    }

    static Scratch beside(Path own) throws IOException {
        Path folder = Files.createTempDirectory("sockshell").toRealPath();
        Scratch scratch = new Scratch(folder, own.toRealPath());
        Runtime.getRuntime().addShutdownHook(scratch.lastly);
        return scratch;
    }

    Path folder() {
        return folder;
    }

    /** Whether a path, seen from the working directory, lies within it. */
    boolean holds(String path) {
        return isWithin(folder, path);
    }

    /** Whether a path leads to something within the transcript's folder. */
    boolean canRead(String path) {
        return isWithin(own, path);
    }

    /** What is to be read may lie in the transcript's folder, where the working one has no such. */
    String readable(String path) {
        boolean isHere = Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
        Path there = own.resolve(path);
        return isHere || !Files.exists(there) ? path : there.toString();
    }

    /** Links are followed as far as there are any: what counts is where they lead. */
    private static boolean isWithin(Path home, String path) {
        try {
            Path place = home.resolve(path).normalize();
            return real(place).startsWith(home);
        } catch (InvalidPathException | IOException nowhere) {
            return false;
        }
    }

    private static Path real(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return place.toRealPath();
        }
        Path parent = place.getParent();
        return parent == null ? place : real(parent).resolve(place.getFileName());
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastly);
        } catch (IllegalStateException ending) {
            return; // the hook does it
        }
        remove();
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
