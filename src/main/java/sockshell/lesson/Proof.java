package sockshell.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.check.Hearing;
import sockshell.lesson.check.Judge;
import sockshell.lesson.check.Verdict;
import sockshell.lesson.check.World;
import sockshell.sys.Kernel;
import sockshell.transcript.Entry;
import sockshell.transcript.EventLines;
import sockshell.transcript.Problem;
import sockshell.transcript.replay.Difference;
import sockshell.transcript.replay.Replay;
import sockshell.transcript.replay.Terms;

/**
 * Proves a lesson on the real kernel, with its author's own solution: each step gives what it says,
 * is done then, and is not done before.
 */
public final class Proof {
    private final Kernel kernel;
    private final Catalogue catalogue;

    public Proof(Kernel kernel, Catalogue catalogue) {
        this.kernel = kernel;
        this.catalogue = catalogue;
    }

    /** What does not hold. A lesson that could not be read is not played. */
    public List<Problem> of(Lesson lesson, Terms terms) throws IOException {
        Judge judge = new Judge(lesson, catalogue, kernel.constants());
        Judge stranger = new Judge(lesson, catalogue, kernel.constants(), judge.journal());
        Hearing ear = new Hearing(judge.journal());
        try (Replay replay = new Replay(kernel, catalogue, lesson.transcript(), terms, ear)) {
            return new Play(lesson, judge, stranger, replay).run();
        }
    }

    /** One lesson while it is played; the stranger knows no names, as with a learner. */
    private record Play(Lesson lesson, Judge judge, Judge stranger, Replay replay) {

        List<Problem> run() {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < lesson.steps().size(); i++) {
                problems.addAll(play(i));
                if (!problems.isEmpty()) {
                    return problems;
                }
            }
            replay.finish().map(this::problem).ifPresent(problems::add);
            return problems;
        }

        private List<Problem> play(int place) {
            Step step = lesson.steps().get(place);
            if (!step.asks()) {
                return List.of();
            }
            if (judge.verdict(place, world()).isDone()) {
                return List.of(
                        problem(step.line(), "this step is done before anything is done for it"));
            }
            if (step.conditions().isEmpty() && judge.hasBlock(place)) {
                return List.of(
                        problem(
                                step.line(),
                                "a block is not compared, so this step needs a check"));
            }
            for (Entry entry : step.solution()) {
                Optional<Difference> difference = replay.take(entry);
                if (difference.isPresent()) {
                    return List.of(problem(difference.get()));
                }
            }
            return behind(place, step);
        }

        private World world() {
            return judge.world(replay.session());
        }

        private List<Problem> behind(int place, Step step) {
            Judge.settle(replay.session());
            List<Problem> problems = judged(step, judge, judge.verdictByName(place, world()));
            return problems.isEmpty()
                    ? judged(step, stranger, stranger.verdict(place, world()))
                    : problems;
        }

        private List<Problem> judged(Step step, Judge by, Verdict verdict) {
            if (verdict.isDone()) {
                by.done(verdict);
                return slipped(step);
            }
            return by.missing(verdict, world()).stream()
                    .map(sentence ->
                            problem(step.line(), "its own solution does not do it: " + sentence))
                    .toList();
        }

        /** A line that never reached the kernel shows in no result, where none is recorded. */
        private List<Problem> slipped(Step step) {
            return step.statements().stream()
                    .map(Entry.Statement::process)
                    .distinct()
                    .flatMap(process -> judge.journal().slip(process).stream())
                    .map(slip -> problem(step.line(), "its own solution has a slip: " + slip))
                    .toList();
        }

        private Problem problem(int line, String text) {
            return new Problem(lesson.file(), line, 1, EventLines.harmless(text));
        }

        /** On one line: what was said, what is now, and why. */
        private Problem problem(Difference difference) {
            List<String> parts = new ArrayList<>();
            difference.statement().map(text -> text.replace("\n", " ")).ifPresent(parts::add);
            parts.add(difference.recorded().map(text -> "says " + text).orElse("says nothing"));
            parts.add(difference.now().map(text -> "gives " + text).orElse("gives nothing"));
            parts.addAll(difference.explanation());
            return problem(difference.line(), String.join("; ", parts));
        }
    }
}
