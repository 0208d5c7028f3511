package sockshell.repl.editor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a person's own files are, as the XDG base directories say. */
public final class Home {
    private Home() {}

    /** Lines with which every session begins: the settings that were kept. */
    public static Path settings() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("settings");
    }

    /** The lines typed, from session to session. */
    public static Path history() {
        return folder("XDG_STATE_HOME", ".local/state").resolve("history");
    }

    /** How far the learner is in each lesson. */
    public static Path lessons() {
        return history().resolveSibling("lessons");
    }

    /** Whether a file can be written; JLine would show where it failed, line by line. */
    static boolean canKeep(Path file) {
        return Stream.iterate(
                        Optional.of(file.toAbsolutePath()),
                        Optional::isPresent,
                        each -> each.flatMap(path -> Optional.ofNullable(path.getParent())))
                .flatMap(Optional::stream)
                .skip(1)
                .filter(Files::exists)
                .findFirst()
                .filter(path -> Files.isDirectory(path) && Files.isWritable(path))
                .isPresent();
    }

    private static Path folder(String variable, String usual) {
        return absolute(variable).orElseGet(() -> own().resolve(usual)).resolve("sockshell");
    }

    /** HOME, as in every shell; the JVM would ask the user database alone. */
    private static Path own() {
        return absolute("HOME").orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    private static Optional<Path> absolute(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
    }

    /** {@code ~} is the person's own folder, as in every shell. */
    public static Path path(String name) {
        return name.equals("~") || name.startsWith("~/")
                ? own().resolve(name.substring(Math.min(2, name.length())))
                : Path.of(name);
    }

    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _, FileNotFoundException _ -> "it is not there";
            case AccessDeniedException _ -> "it may not be touched";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
