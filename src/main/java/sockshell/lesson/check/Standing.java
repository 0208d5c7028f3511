package sockshell.lesson.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.session.Session;
import sockshell.sys.Constants;

/**
 * Which steps of a lesson a whole session has done, in their order. Who leaves one out can still do
 * the next ones: a later step counts when it was not so before and is so now, by the calls that it
 * is about. What it left out can be made up for until another step is done.
 */
public final class Standing {
    private final Lesson lesson;
    private final Judge judge;
    private final Map<Integer, Integer> lines = new HashMap<>();
    private final Set<Integer> stale = new HashSet<>();
    private List<Integer> passedOver = List.of();
    private int current;

    public Standing(Lesson lesson, Catalogue catalogue, Constants constants) {
        this.lesson = lesson;
        judge = new Judge(lesson, catalogue, constants);
    }

    public Journal journal() {
        return judge.journal();
    }

    /** The line of the transcript that a step was done with. */
    public Optional<Integer> line(int step) {
        return Optional.ofNullable(lines.get(step));
    }

    public List<String> missing(int step, Session session) {
        World world = judge.world(session);
        return judge.missing(judge.verdict(step, world), world);
    }

    /** To be told behind each statement, with its line. */
    public void look(Session session, int line) {
        World world = judge.world(session);
        Optional<Integer> next = reached(world);
        while (next.isPresent()) {
            count(next.get(), line, world);
            next = reached(world);
        }
        stale.removeIf(step -> !isDone(step, world));
    }

    private void count(int step, int line, World world) {
        lines.put(step, line);
        judge.done(judge.verdict(step, world));
        passedOver =
                step < current
                        ? passedOver.stream().filter(each -> each != step).toList()
                        : asking(current, step).toList();
        current = Math.max(current, step + 1);
        stale.clear();
        asking(current + 1, lesson.steps().size())
                .filter(later -> isDone(later, world))
                .forEach(stale::add);
    }

    private Stream<Integer> asking(int from, int to) {
        return IntStream.range(from, to).boxed().filter(step -> lesson.steps().get(step).asks());
    }

    private Optional<Integer> reached(World world) {
        List<Integer> ahead = asking(current, lesson.steps().size()).toList();
        return Stream.concat(ahead.stream(), passedOver.stream())
                .filter(step -> !stale.contains(step))
                .filter(step -> ahead.indexOf(step) == 0 || judge.isTried(step))
                .filter(step -> isDone(step, world))
                .findFirst();
    }

    private boolean isDone(int step, World world) {
        return judge.verdict(step, world).isDone();
    }
}
