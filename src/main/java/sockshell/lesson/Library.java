package sockshell.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Shelf.Title;
import sockshell.lesson.course.Progress;
import sockshell.lesson.reading.LessonReader;
import sockshell.lesson.reading.LessonReader.Reading;
import sockshell.sys.Constants;

/**
 * All lessons that can be taken: an instructor's own come first, and stand for those of their name.
 */
public final class Library {
    private final List<Shelf> shelves;
    private final Catalogue catalogue;
    private final Constants constants;

    public Library(List<Shelf> shelves, Catalogue catalogue, Constants constants) {
        this.shelves = List.copyOf(shelves);
        this.catalogue = catalogue;
        this.constants = constants;
    }

    /** A lesson in the list: whether it is finished, begun, or to be taken next. */
    public record Item(String number, Lesson lesson, State state) {}

    /** How a lesson stands with the learner. */
    public enum State {
        FINISHED,
        BEGUN,
        NEXT,
        AHEAD
    }

    /** The lesson of a name or a number, with all that is wrong in its file. */
    public Optional<Reading> read(String word) throws IOException {
        for (Shelf shelf : shelves) {
            Optional<Title> title = shelf.find(word);
            if (title.isPresent()) {
                return read(shelf, title.get());
            }
        }
        return Optional.empty();
    }

    Optional<Reading> read(Shelf shelf, Title title) throws IOException {
        return shelf.text(title.file())
                .map(text ->
                        LessonReader.read(
                                title.name(),
                                shelf.shown(title.file()),
                                text,
                                catalogue,
                                constants));
    }

    /** All names, each once, in their order. */
    public List<Title> titles() throws IOException {
        List<Title> all = new ArrayList<>();
        for (Shelf shelf : shelves) {
            Set<String> known = all.stream().map(Title::name).collect(Collectors.toSet());
            shelf.titles().stream().filter(each -> !known.contains(each.name())).forEach(all::add);
        }
        return all;
    }

    /** The list, with the first that is not finished and needs nothing unfinished as the next. */
    public List<Item> list(Map<String, Progress> progress) throws IOException {
        List<Item> items = new ArrayList<>();
        List<String> finished = new ArrayList<>();
        for (Title title : titles()) {
            Lesson lesson = read(title.name()).orElseThrow().lesson();
            Progress own = progress.getOrDefault(title.name(), Progress.NONE);
            boolean isFinished = own.isFinished(lesson);
            if (isFinished) {
                finished.add(title.name());
            }
            boolean isBegun = own.isBegun();
            items.add(
                    new Item(
                            title.number(),
                            lesson,
                            isFinished ? State.FINISHED : isBegun ? State.BEGUN : State.AHEAD));
        }
        return withNext(items, finished);
    }

    /** What was begun is not suggested: it is shown as begun. */
    private static List<Item> withNext(List<Item> items, List<String> finished) {
        Optional<Item> next =
                items.stream()
                        .filter(item -> item.state() == State.AHEAD)
                        .filter(item -> finished.containsAll(item.lesson().head().needs()))
                        .findFirst();
        return items.stream()
                .map(item ->
                        next.filter(item::equals).isPresent()
                                ? new Item(item.number(), item.lesson(), State.NEXT)
                                : item)
                .toList();
    }
}
