package sockshell.lesson.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.session.Session;
import sockshell.sys.Constants;

/**
 * Which steps of a lesson a whole session has done, in their order. Who leaves one out can still do
 * the next ones: a later step counts when it was not so before and is so now.
 */
public final class Standing {
    private final Lesson lesson;
    private final Judge judge;
    private final Map<Integer, Integer> lines = new HashMap<>();
    private final Set<Integer> stale = new HashSet<>();
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
            lines.put(next.get(), line);
            judge.done(judge.verdict(next.get(), world));
            current = next.get() + 1;
            stale.clear();
            IntStream.range(current + 1, lesson.steps().size())
                    .filter(step -> isDone(step, world))
                    .forEach(stale::add);
            next = reached(world);
        }
        stale.removeIf(step -> !isDone(step, world));
    }

    private Optional<Integer> reached(World world) {
        return IntStream.range(current, lesson.steps().size())
                .filter(step -> lesson.steps().get(step).asks())
                .filter(step -> !stale.contains(step) && isDone(step, world))
                .boxed()
                .findFirst();
    }

    private boolean isDone(int step, World world) {
        return judge.verdict(step, world).isDone();
    }
}
