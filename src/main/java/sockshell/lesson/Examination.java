package sockshell.lesson;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Shelf.Title;
import sockshell.lesson.reading.LessonReader;
import sockshell.lesson.reading.LessonReader.Link;
import sockshell.lesson.reading.LessonReader.Reading;
import sockshell.sys.Kernel;
import sockshell.transcript.Problem;
import sockshell.transcript.replay.Terms;

/** All that is asked of lessons: of each by itself, and of how they lead to one another. */
public final class Examination {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final char NO_TEXT = '\uFFFD';

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
        problems.addAll(readable(title));
        problems.addAll(dead(title.file(), reading.get().lesson(), reading.get().links()));
        if (reading.get().problems().isEmpty()) {
            Terms terms = Terms.in(shelf.folder().toAbsolutePath());
            problems.addAll(new Proof(kernel, catalogue).of(reading.get().lesson(), terms));
        }
        return problems;
    }

    /** Whether the file is text, and the only one of its name. */
    private List<Problem> readable(Title title) throws IOException {
        List<Problem> problems = new ArrayList<>();
        if (shelf.text(title.file()).orElse("").indexOf(NO_TEXT) >= 0) {
            problems.add(problem(title.file(), 1, "this file is not UTF-8 text"));
        }
        shelf.titles().stream()
                .filter(other -> other.name().equals(title.name()) && !other.equals(title))
                .map(other -> problem(title.file(), 1, other.file() + " has the same name"))
                .forEach(problems::add);
        return problems;
    }

    private Problem problem(String file, int line, String text) {
        return new Problem(shelf.shown(file), line, 1, text);
    }

    private List<Problem> dead(String file, Lesson lesson, List<Link> links) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Link link : links) {
            if (!leadsSomewhere(link.destination(), lesson)) {
                String told = "this link leads nowhere: " + link.destination();
                problems.add(problem(file, link.line(), told));
            }
        }
        return problems;
    }

    /**
     * Only what comes before can be needed, or what comes with the shell: nobody waits for ever.
     */
    private List<Problem> needs(Title title, Lesson lesson) throws IOException {
        List<Title> own = shelf.titles();
        Set<String> known =
                own.stream()
                        .filter(each -> each.file().compareTo(title.file()) < 0)
                        .map(Title::name)
                        .collect(Collectors.toSet());
        List<String> here = own.stream().map(Title::name).toList();
        new Shelf.Shipped()
                .titles().stream()
                        .map(Title::name)
                        .filter(Predicate.not(here::contains))
                        .forEach(known::add);
        return lesson.head().needs().stream()
                .filter(Predicate.not(known::contains))
                .map(need ->
                        problem(title.file(), 1, "no lesson before this one is called " + need))
                .toList();
    }

    /** What leads out of this machine is not followed. */
    private boolean leadsSomewhere(String destination, Lesson lesson) throws IOException {
        if (ELSEWHERE.matcher(destination).matches()) {
            return true;
        }
        String[] parts = destination.replaceFirst("^(\\./)+", "").split("#", 2);
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
            case Shelf.Folder(var path) ->
                    name(file).filter(name -> Files.exists(path.resolve(name))).isPresent();
            case Shelf.Shipped _ -> true;
        };
    }

    /** Where a link leads within the folder, if it is a good one. */
    private static Optional<Path> name(String link) {
        try {
            return Optional.ofNullable(new URI(link).getPath()).map(Path::of);
        } catch (URISyntaxException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the course index, where there is one, names each lesson and none besides, and leads
     * to no other file in vain.
     */
    public List<Problem> index() throws IOException {
        Optional<String> text = shelf.text(Shelf.INDEX);
        return text.isPresent() ? index(text.get()) : List.of();
    }

    private List<Problem> index(String index) throws IOException {
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
        Reading page = LessonReader.read("", Shelf.INDEX, index, catalogue, kernel.constants());
        List<Link> others =
                page.links().stream()
                        .filter(link -> !named.contains(link.destination()))
                        .filter(link -> !link.destination().startsWith("#"))
                        .toList();
        problems.addAll(dead(Shelf.INDEX, page.lesson(), others));
        return problems;
    }
}
