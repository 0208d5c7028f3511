package sockshell.repl.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sockshell.repl.typing.Paths;

/** The files of this machine; relative paths begin at the folder given. */
public final class FilePaths implements Paths {
    private static final int MOST = 200;

    private final Path home;

    public FilePaths(Path home) {
        this.home = home;
    }

    /** What cannot be read offers nothing; hidden files are offered once their dot is typed. */
    @Override
    public List<String> from(String typed) {
        int slash = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, slash);
        String start = typed.substring(slash);
        if (!isPlain(typed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.filter(file -> fits(file.getFileName().toString(), start))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static boolean fits(String name, String start) {
        boolean shown = !name.startsWith(".") || start.startsWith(".");
        return shown && name.startsWith(start) && isPlain(name);
    }

    /** Names that would have to be escaped are left out. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c != 127 && "\"'\\".indexOf(c) < 0);
    }
}
