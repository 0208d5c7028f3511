package sockshell.lesson;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Shelf.Title;
import sockshell.lesson.reading.LessonReader.Link;
import sockshell.lesson.reading.LessonReader.Reading;
import sockshell.sys.Kernel;
import sockshell.transcript.Problem;
import sockshell.transcript.replay.Terms;

/** All that is asked of lessons: of each by itself, and of how they lead to one another. */
public final class Examination {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private final Kernel kernel;
    private final Catalogue catalogue;
    private final Shelf shelf;
    private final Library library;

    public Examination(Kernel kernel, Catalogue catalogue, Shelf shelf) {
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.shelf = shelf;
        library = new Library(List.of(shelf), catalogue, kernel.constants());
    }

    /** What is wrong with a lesson; nothing, where it holds. */
    public List<Problem> of(Title title) throws IOException {
        Optional<Reading> reading = library.read(shelf, title);
        if (reading.isEmpty()) {
            return List.of(problem(title.file(), 1, "this lesson cannot be read"));
        }
        List<Problem> problems = new ArrayList<>(reading.get().problems());
        Skeleton.blanks(shelf.text(title.file()).orElse("")).stream()
                .map(line -> problem(title.file(), line, "a blank of the skeleton is to be filled"))
                .forEach(problems::add);
        problems.addAll(needs(title, reading.get().lesson()));
        for (Link link : reading.get().links()) {
            if (!leadsSomewhere(link.destination(), reading.get().lesson())) {
                problems.add(dead(title.file(), link));
            }
        }
        if (reading.get().problems().isEmpty()) {
            Terms terms = Terms.in(shelf.folder().toAbsolutePath());
            problems.addAll(new Proof(kernel, catalogue).of(reading.get().lesson(), terms));
        }
        return problems;
    }

    private Problem problem(String file, int line, String text) {
        return new Problem(shelf.shown(file), line, 1, text);
    }

    private Problem dead(String file, Link link) {
        return problem(file, link.line(), "this link leads nowhere: " + link.destination());
    }

    /** Only what comes before can be needed, so that nobody waits for ever. */
    private List<Problem> needs(Title title, Lesson lesson) throws IOException {
        List<String> before =
                shelf.titles().stream()
                        .map(Title::file)
                        .filter(file -> file.compareTo(title.file()) < 0)
                        .map(file -> file.replaceFirst("^\\d\\d-", "").replaceFirst("\\.md$", ""))
                        .toList();
        return lesson.head().needs().stream()
                .filter(Predicate.not(before::contains))
                .map(need ->
                        problem(title.file(), 1, "no lesson before this one is called " + need))
                .toList();
    }

    /** What leads out of this machine is not followed. */
    private boolean leadsSomewhere(String destination, Lesson lesson) throws IOException {
        if (ELSEWHERE.matcher(destination).matches()) {
            return true;
        }
        String[] parts = destination.split("#", 2);
        if (parts[0].isEmpty()) {
            return parts.length == 2 && lesson.place(parts[1]).isPresent();
        }
        Optional<Title> other = shelf.find(parts[0]).filter(title -> title.file().equals(parts[0]));
        if (other.isPresent()) {
            return parts.length == 1 || anchor(other.get(), parts[1]);
        }
        return exists(parts[0]);
    }

    private boolean anchor(Title title, String step) throws IOException {
        return library.read(shelf, title)
                .flatMap(reading -> reading.lesson().place(step))
                .isPresent();
    }

    /** In the jar there is nothing but the lessons, so nothing can be said of other files. */
    private boolean exists(String file) {
        return switch (shelf) {
            case Shelf.Folder(var path) -> Files.exists(path.resolve(URI.create(file).getPath()));
            case Shelf.Shipped _ -> true;
        };
    }

    /** Whether the course index names each lesson, and none that is not there. */
    public List<Problem> index() throws IOException {
        String index = shelf.text(Shelf.INDEX).orElse("");
        List<String> named =
                Shelf.FILE.matcher(index).results().map(found -> found.group()).distinct().toList();
        List<String> there = shelf.titles().stream().map(Title::file).toList();
        List<Problem> problems = new ArrayList<>();
        there.stream()
                .filter(file -> !named.contains(file))
                .map(file -> problem(Shelf.INDEX, 1, "the course index does not name " + file))
                .forEach(problems::add);
        named.stream()
                .filter(file -> !there.contains(file))
                .map(file -> problem(Shelf.INDEX, 1, "there is no lesson " + file))
                .forEach(problems::add);
        return problems;
    }
}
