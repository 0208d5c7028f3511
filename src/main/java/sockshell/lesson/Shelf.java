package sockshell.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where lessons stand: a folder, or the jar. Their order is that of their files, {@code
 * 05-tcp-uppercase.md}; in the jar, which has no list of its files, the course index names them.
 */
public sealed interface Shelf {
    String INDEX = "README.md";
    Pattern FILE = Pattern.compile("(\\d\\d)-([a-z0-9-]+)\\.md");

    /** A folder's lessons. */
    record Folder(Path path) implements Shelf {}

    /** Those that come with the shell. */
    record Shipped() implements Shelf {}

    /** A lesson's file, and the lesson's name, which is the file's without its number. */
    record Title(String number, String name) {
        public String file() {
            return number + "-" + name + ".md";
        }

        /** Whether a person means it: by its name, its number or its file. */
        boolean isMeant(String word) {
            return word.equals(name)
                    || word.equals(number)
                    || word.equals(number.replaceFirst("^0", ""))
                    || word.equals(number + "-" + name)
                    || word.endsWith(file());
        }
    }

    /** All lessons in their order. */
    default List<Title> titles() throws IOException {
        return switch (this) {
            case Folder(Path path) -> {
                try (Stream<Path> files = Files.list(path)) {
                    yield files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .flatMap(Shelf::title)
                            .sorted(java.util.Comparator.comparing(Title::file))
                            .toList();
                }
            }
            case Shipped _ ->
                    FILE.matcher(text(INDEX).orElse(""))
                            .results()
                            .map(Shelf::title)
                            .distinct()
                            .toList();
        };
    }

    private static Stream<Title> title(String file) {
        return FILE.matcher(file)
                .results()
                .filter(found -> found.group().equals(file))
                .map(Shelf::title);
    }

    private static Title title(MatchResult found) {
        return new Title(found.group(1), found.group(2));
    }

    default Optional<Title> find(String word) throws IOException {
        return titles().stream().filter(title -> title.isMeant(word)).findFirst();
    }

    /** What a file says; empty where there is none. */
    default Optional<String> text(String file) throws IOException {
        return switch (this) {
            case Folder(Path path) ->
                    Files.isRegularFile(path.resolve(file))
                            ? Optional.of(decoded(Files.readAllBytes(path.resolve(file))))
                            : Optional.empty();
            case Shipped _ -> shipped(file);
        };
    }

    /** What is no UTF-8 becomes U+FFFD, which a lesson has no use for. */
    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<String> shipped(String file) throws IOException {
        try (InputStream in = Shelf.class.getResourceAsStream("/sockshell/lessons/" + file)) {
            return in == null ? Optional.empty() : Optional.of(decoded(in.readAllBytes()));
        }
    }

    /** How problems name a file of it. */
    default String shown(String file) {
        return switch (this) {
            case Folder(Path path) -> path.resolve(file).toString();
            case Shipped _ -> "lessons/" + file;
        };
    }

    /** The folder whose files a lesson may read. */
    default Path folder() {
        return switch (this) {
            case Folder(Path path) -> path;
            case Shipped _ -> Path.of("");
        };
    }
}
