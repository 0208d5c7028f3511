package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.lesson.Step;
import sockshell.lesson.check.Journal.Done;
import sockshell.session.Session;
import sockshell.sys.Constants;

/**
 * Says which steps of a lesson are done in a session. It hears the session, and asks nothing of it.
 */
public final class Judge {
    private final Catalogue catalogue;
    private final Constants constants;
    private final Likeness likeness;
    private final List<Demands.Wanted> wanted = new ArrayList<>();
    private final Journal journal = new Journal();
    private Past past = Past.NONE;

    public Judge(Lesson lesson, Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        this.constants = constants;
        likeness = new Likeness(catalogue, constants);
        Demands all = new Demands(catalogue, constants);
        lesson.steps().forEach(step -> wanted.add(all.of(step)));
    }

    /** What the session has done; to be told of all its events. */
    public Journal journal() {
        return journal;
    }

    public Binding binding() {
        return past.binding();
    }

    public World world(Session session) {
        return World.of(session, journal, constants);
    }

    /** How far a step is, while nobody runs. */
    public Verdict verdict(int step, World world) {
        return verdict(step, world, false);
    }

    /** The same where everybody is called as in the lesson. */
    public Verdict verdictByName(int step, World world) {
        return verdict(step, world, true);
    }

    private Verdict verdict(int step, World world, boolean isByName) {
        return new Solver(world, likeness, wanted.get(step).demands(), past, isByName).solve();
    }

    /**
     * What of the calls that were made a step's own solution does not make as well. Each of its
     * calls stands for one: who makes them all, and has not done the step, is on another way.
     */
    public List<Done> astray(int step, List<Done> made) {
        return match(step, made).astray();
    }

    /** Whether all that a step's own solution does was done. */
    public boolean isAllTried(int step, List<Done> made) {
        return wanted.get(step).isAll() && match(step, made).ahead().isEmpty();
    }

    private record Match(List<Demand.Acts> ahead, List<Done> astray) {}

    private Match match(int step, List<Done> made) {
        List<Demand.Acts> ahead = new ArrayList<>(wanted.get(step).solution());
        List<Done> astray =
                made.stream()
                        .filter(call ->
                                ahead.stream()
                                        .filter(act -> likeness.isOnTheWay(act, call, binding()))
                                        .findFirst()
                                        .filter(ahead::remove)
                                        .isEmpty())
                        .toList();
        return new Match(ahead, astray);
    }

    /** The names of the calls that a step is about. */
    public Set<String> calls(Step step) {
        return new Demands(catalogue, constants).calls(step);
    }

    /** A step is done: who played a part has it from now on, and its calls are for no other. */
    public void done(Verdict verdict) {
        Set<Integer> calls = new HashSet<>(past.calls());
        calls.addAll(verdict.calls());
        past = new Past(verdict.binding().over(binding()), calls, journal.count());
    }

    /** What is not yet so, in sentences; whoever is to find out what happens is not told. */
    public List<String> missing(Verdict verdict, World world, boolean isToFindOut) {
        Past now = new Past(verdict.binding().over(binding()), past.calls(), past.since());
        Sentences sentences = new Sentences(world, likeness, now, isToFindOut);
        return verdict.missing().stream()
                .sorted(Comparator.comparing(demand -> !demand.isInborn()))
                .map(sentences::of)
                .distinct()
                .toList();
    }
}
