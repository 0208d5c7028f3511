package sockshell.lesson.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.lesson.Part;
import sockshell.lesson.Prediction;
import sockshell.lesson.Step;
import sockshell.lesson.check.Journal;
import sockshell.lesson.check.Journal.Done;
import sockshell.lesson.check.Judge;
import sockshell.lesson.check.Verdict;
import sockshell.lesson.check.World;
import sockshell.lesson.course.Progress.Mark;
import sockshell.session.Session;
import sockshell.sys.Constants;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;

/**
 * A lesson while somebody takes it. Its journal hears the session; behind each statement, when the
 * session is at rest, it is told to look. It reads and prints nothing itself, and never hinders the
 * session: what it has to say is given back.
 */
public final class Course {
    private static final int MISSES_BEFORE_A_HINT = 2;

    private final Lesson lesson;
    private final Catalogue catalogue;
    private final Judge judge;
    private final Original original;
    private final Known known;
    private final Map<Integer, Integer> predicted = new HashMap<>();
    private final Progress before;
    private Progress progress;
    private int place;
    private int held;
    private int arrived;
    private int heard;
    private int misses;
    private int hinted;

    /** The progress is what is known of an earlier time; it only grows. */
    public Course(Lesson lesson, Progress before, Catalogue catalogue, Constants constants) {
        this.lesson = lesson;
        this.before = before;
        progress = before;
        this.catalogue = catalogue;
        judge = new Judge(lesson, catalogue, constants);
        original = new Original(lesson.transcript(), catalogue);
        known = new Known(original);
    }

    /**
     * To be told of every event of the session, calls too; before anything else of what there is.
     */
    public Journal journal() {
        return judge.journal();
    }

    public Lesson lesson() {
        return lesson;
    }

    public Progress progress() {
        return progress;
    }

    /** The step that the learner is at; none behind the last one. */
    public Optional<Step> step() {
        return place < lesson.steps().size()
                ? Optional.of(lesson.steps().get(place))
                : Optional.empty();
    }

    public boolean isOver() {
        return step().isEmpty();
    }

    /** What is said first. */
    public List<Told> begin(Session session) {
        List<Told> told = new ArrayList<>();
        told.add(new Told.Opened(lesson));
        arrive(session, told);
        return told;
    }

    /** Shows the step; a last one that is only read ends the lesson. */
    private void arrive(Session session, List<Told> told) {
        misses = 0;
        hinted = 0;
        arrived = judge.journal().count();
        heard = arrived;
        held = 0;
        Optional<Step> step = step();
        if (step.isEmpty()) {
            told.add(new Told.Ended(lesson, progress));
            return;
        }
        told.add(new Told.Shown(step.get(), place + 1, lesson.steps().size()));
        if (!step.get().asks() && place == lesson.steps().size() - 1) {
            finish(Mark.DONE);
            arrive(session, told);
        } else if (step.get().asks()) {
            held = judge.verdict(place, judge.world(session)).held();
        }
    }

    private void finish(Mark mark) {
        step().ifPresent(step -> progress = progress.with(step.name(), mark));
        place++;
    }

    /** Looks at what has become of the step; to be told behind each statement. */
    public List<Told> look(Session session) {
        List<Told> told = new ArrayList<>();
        Optional<Step> step = step().filter(Step::asks);
        if (step.isPresent() && judge.journal().count() > heard) {
            answered(step.get()).ifPresent(number -> told.addAll(predict(number)));
            World world = now(session);
            Verdict verdict = judge.verdict(place, world);
            if (verdict.isDone()) {
                achieved(step.get(), verdict, world, told);
                finish(Mark.DONE);
                arrive(session, told);
            } else {
                miss(step.get(), verdict, world, told);
            }
            heard = judge.journal().count();
        }
        return told;
    }

    /** The session as it is; its ports are noted while their sockets are there. */
    private World now(Session session) {
        World world = judge.world(session);
        known.look(world, judge.binding());
        return world;
    }

    private void achieved(Step step, Verdict verdict, World world, List<Told> told) {
        judge.done(verdict);
        known.look(world, judge.binding());
        told.add(new Told.Achieved(step));
        answer(step, told);
    }

    /** A bare number below a question is meant as the answer. */
    private Optional<String> answered(Step step) {
        return step.prediction()
                .flatMap(each ->
                        judge.journal()
                                .typedSince(heard)
                                .filter(text -> number(text, each.choices().size()).isPresent()));
    }

    /** The kernel's answer to the step's question. */
    private void answer(Step step, List<Told> told) {
        int chosen = predicted.getOrDefault(place, 0);
        step.prediction().ifPresent(each -> told.add(new Told.Compared(each, chosen)));
    }

    /**
     * Only a call that the step is about, that brings it no nearer and that its own solution does
     * not make is a miss: to try is free. Something of the wrong kind is one at once; and so it is
     * where all that the solution does was done, and it is not enough.
     */
    private void miss(Step step, Verdict verdict, World world, List<Told> told) {
        boolean isNearer = verdict.held() > held;
        held = verdict.held();
        Set<String> calls = judge.calls(place);
        List<Done> made = judge.journal().since(arrived);
        boolean isAstray = judge.astray(place, made).stream().anyMatch(each -> isNew(each, calls));
        boolean isEnough =
                judge.isAllTried(place, made) && made.stream().anyMatch(each -> isNew(each, calls));
        if (!isEnough && (!isAstray || (isNearer && !verdict.isOfWrongKind()))) {
            return;
        }
        misses++;
        told.add(new Told.Missed(missing(step, verdict, world).subList(0, 1)));
        if (misses % MISSES_BEFORE_A_HINT == 0 && hinted < step.hints().size()) {
            told.addAll(hint(world));
        }
    }

    private List<String> missing(Step step, Verdict verdict, World world) {
        return step.prediction().isPresent()
                ? judge.soFar(verdict, world)
                : judge.missing(verdict, world);
    }

    private boolean isNew(Done call, Set<String> calls) {
        return call.number() > heard && calls.contains(call.call());
    }

    /** The next hint of the step. */
    public List<Told> hint(Session session) {
        return hint(now(session));
    }

    private List<Told> hint(World world) {
        List<Part.Hint> hints = step().map(Step::hints).orElse(List.of());
        if (hints.isEmpty()) {
            return remark("There is nothing to do in this step; /next goes on.");
        }
        List<Told> told = new ArrayList<>();
        if (hinted == hints.size()) {
            told.addAll(
                    remark(
                            "That was the last hint. /skip shows how it goes, and does it; "
                                    + anew()));
            hinted--;
        }
        Part.Hint hint = hints.get(hinted);
        Map<String, String> wording =
                new HintWording(catalogue, world, judge.binding()).of(hint, step().orElseThrow());
        hinted++;
        told.addFirst(new Told.Hinted(hint, hinted, hints.size(), wording));
        return told;
    }

    private String anew() {
        return "/lesson " + lesson.name() + " makes the session anew up to this step.";
    }

    private static List<Told> remark(String sentence) {
        return List.of(new Told.Remarked(sentence));
    }

    /** Takes down what the learner expects; the kernel answers when the step is done. */
    public List<Told> predict(String answer) {
        Optional<Prediction> prediction = step().flatMap(Step::prediction);
        if (prediction.isEmpty()) {
            return remark("There is nothing to predict in this step.");
        }
        int most = prediction.get().choices().size();
        Optional<Integer> number = number(answer, most);
        if (number.isEmpty()) {
            return remark("/predict takes a number from 1 to " + most + ".");
        }
        predicted.put(place, number.get());
        return remark("You say " + number.get() + ". Now try it, and see.");
    }

    private static Optional<Integer> number(String answer, int most) {
        String digits = answer.strip();
        return digits.matches("[1-9]") && Integer.parseInt(digits) <= most
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    /** Goes to the next step, whatever became of this one; what is missing is told. */
    public List<Told> next(Session session) {
        List<Told> told = new ArrayList<>();
        Optional<Step> step = step();
        if (step.isEmpty()) {
            return remark("The lesson is over.");
        }
        if (step.get().asks()) {
            World world = judge.world(session);
            told.add(new Told.Missed(judge.missing(judge.verdict(place, world), world)));
            step.get().prediction().map(Told.Unanswered::new).ifPresent(told::add);
            place++;
        } else {
            finish(Mark.DONE);
        }
        arrive(session, told);
        return told;
    }

    /** Goes to the step before; what was done for it stays done. */
    public List<Told> back(Session session) {
        if (place == 0) {
            return remark("This is the first step.");
        }
        place--;
        List<Told> told = new ArrayList<>();
        arrive(session, told);
        return told;
    }

    /** What does this step, statement by statement; none where nothing is to be done. */
    public List<Entry.Statement> solution() {
        return step().map(Step::statements).orElse(List.of());
    }

    /** Whether a statement of this step's solution is seen to sleep in a call. */
    public boolean isToSleep(Entry.Statement statement) {
        return step().map(Step::solution).orElse(List.of()).stream()
                .dropWhile(entry -> !entry.equals(statement))
                .skip(1)
                .takeWhile(entry -> !isOf(entry, statement.process()))
                .anyMatch(entry ->
                        entry instanceof Entry.Seen(_, Line.Blocked(String who, _))
                                && who.equals(statement.process()));
    }

    private static boolean isOf(Entry entry, String process) {
        return entry instanceof Entry.Statement next && next.process().equals(process);
    }

    /** One of them as it is to be typed now: in the learner's names, with his ports. */
    public Saying saying(Entry.Statement statement, Session session) {
        World world = now(session);
        return new Wording(original, known, catalogue, world, judge.binding()).of(statement);
    }

    /** Its solution has run: the step counts as skipped. */
    public List<Told> skipped(Session session) {
        List<Told> told = new ArrayList<>();
        step().filter(Step::asks)
                .ifPresent(step -> {
                    World world = now(session);
                    Verdict verdict = judge.verdict(place, world);
                    if (verdict.isDone()) {
                        achieved(step, verdict, world, told);
                    } else {
                        failed(step, verdict, world, told);
                    }
                });
        finish(Mark.SKIPPED);
        arrive(session, told);
        return told;
    }

    /**
     * The step's own solution has not done it here: says what is missing, and what was to be seen.
     */
    private void failed(Step step, Verdict verdict, World world, List<Told> told) {
        told.add(new Told.Missed(judge.missing(verdict, world)));
        told.addAll(
                remark(
                        "That did not do it, as the session is not as the lesson's own would be"
                                + " here. "
                                + anew()));
        step.prediction().map(Told.Unanswered::new).ifPresent(told::add);
    }

    /**
     * The next step of an earlier time, whose solution has to be run first to have its sockets
     * again; none where the learner is as far as then.
     */
    public boolean resumes() {
        return step().filter(step -> before.of(step.name()).isPresent()).isPresent();
    }

    /** A finished step's solution has run again: goes on without a word. */
    public void resumed(Session session) {
        if (step().filter(Step::asks).isPresent()) {
            Verdict verdict = judge.verdict(place, judge.world(session));
            if (verdict.isDone()) {
                judge.done(verdict);
            }
        }
        place++;
        heard = judge.journal().count();
    }
}
