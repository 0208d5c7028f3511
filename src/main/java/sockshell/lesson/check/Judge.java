package sockshell.lesson.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.lesson.check.Journal.Done;
import sockshell.session.Session;
import sockshell.sys.Constants;

/**
 * Says which steps of a lesson are done in a session. It hears the session, and asks nothing of it.
 */
public final class Judge {
    private static final Duration UNDER_WAY = Duration.ofMillis(250);

    private final Constants constants;
    private final Likeness likeness;
    private final List<Demands.Wanted> wanted = new ArrayList<>();
    private final Journal journal;
    private Past past = Past.NONE;

    public Judge(Lesson lesson, Catalogue catalogue, Constants constants) {
        this(lesson, catalogue, constants, new Journal());
    }

    /** One of several that hear the same. */
    public Judge(Lesson lesson, Catalogue catalogue, Constants constants, Journal journal) {
        this.journal = journal;
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

    /**
     * Waits for what TCP keeps back until it has an acknowledgement, which may be delayed: 200 ms
     * at most, TCP_DELACK_MAX.
     */
    public static void settle(Session session) {
        if (!session.surveyOfHeld().isSettled()) {
            session.await(() -> session.surveyOfHeld().isSettled(), UNDER_WAY);
            session.goOn();
        }
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
        List<Demand.Acts> ahead = new ArrayList<>(wanted.get(step).solution());
        return made.stream()
                .filter(call ->
                        ahead.stream()
                                .filter(act -> likeness.isOnTheWay(act, call, binding()))
                                .findFirst()
                                .filter(ahead::remove)
                                .isEmpty())
                .toList();
    }

    /** Whether each call of a step's own solution was made as often as there, right or wrong. */
    public boolean isAllTried(int step, List<Done> made) {
        List<Done> left = new ArrayList<>(made);
        return wanted.get(step).isAll()
                && wanted.get(step).solution().stream()
                        .allMatch(act ->
                                left.stream()
                                        .filter(call -> Likeness.isSame(act, call))
                                        .findFirst()
                                        .filter(left::remove)
                                        .isPresent());
    }

    /**
     * Whether what was done since a step was done last can be meant for this one: its calls, or of
     * a block's any.
     */
    boolean isTried(int step) {
        List<Done> made = journal.since(past.since());
        return wanted.get(step).isAll()
                ? isAllTried(step, made)
                : made.stream().anyMatch(call -> wanted.get(step).calls().contains(call.call()));
    }

    /** Whether a step's own solution has loops or the like, whose calls nobody compares. */
    public boolean hasBlock(int step) {
        return !wanted.get(step).isAll();
    }

    /** The names of the calls that a step is about. */
    public Set<String> calls(int step) {
        return wanted.get(step).calls();
    }

    /** A step is done: who played a part has it from now on, and its calls are for no other. */
    public void done(Verdict verdict) {
        Set<Integer> calls = new HashSet<>(past.calls());
        calls.addAll(verdict.calls());
        past = new Past(verdict.binding().over(binding()), calls, journal.count());
    }

    /** What is not yet so, in sentences. */
    public List<String> missing(Verdict verdict, World world) {
        return sentences(verdict, world, false);
    }

    /** The same for whoever is to find out what happens: what is, and not what is to come. */
    public List<String> soFar(Verdict verdict, World world) {
        return sentences(verdict, world, true);
    }

    private List<String> sentences(Verdict verdict, World world, boolean isToFindOut) {
        Past now = new Past(verdict.binding().over(binding()), past.calls(), past.since());
        Sentences sentences = new Sentences(world, likeness, now, isToFindOut);
        return verdict.missing().stream()
                .sorted(Comparator.comparing(demand -> !demand.isInborn()))
                .map(sentences::of)
                .distinct()
                .toList();
    }
}
