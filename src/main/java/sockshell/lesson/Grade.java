package sockshell.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.check.Hearing;
import sockshell.lesson.check.Judge;
import sockshell.lesson.check.Standing;
import sockshell.sys.Kernel;
import sockshell.transcript.Entry;
import sockshell.transcript.Transcript;
import sockshell.transcript.replay.Difference;
import sockshell.transcript.replay.Replay;
import sockshell.transcript.replay.Terms;

/**
 * Judges a student's transcript by a lesson: it is run again, and each step is looked for in it.
 */
public final class Grade {
    private final Kernel kernel;
    private final Catalogue catalogue;

    public Grade(Kernel kernel, Catalogue catalogue) {
        this.kernel = kernel;
        this.catalogue = catalogue;
    }

    /** A step that asks for something: the line it was done with, or what is missing. */
    public record Row(Step step, Optional<Integer> line, List<String> missing) {
        public Row {
            missing = List.copyOf(missing);
        }

        public boolean isDone() {
            return line.isPresent();
        }
    }

    /**
     * All steps, and the first place where the transcript is not what happens when it is run again.
     * That is no fault: how much a send took is the kernel's choice, and each step is judged by
     * what happens now.
     */
    public record Report(List<Row> rows, Optional<Difference> difference) {
        public Report {
            rows = List.copyOf(rows);
        }

        public long done() {
            return rows.stream().filter(Row::isDone).count();
        }

        public boolean isPassed() {
            return rows.stream().allMatch(Row::isDone);
        }
    }

    public Report of(Lesson lesson, Transcript transcript, Terms terms) throws IOException {
        Standing standing = new Standing(lesson, catalogue, kernel.constants());
        Hearing ear = new Hearing(standing.journal());
        try (Replay replay = new Replay(kernel, catalogue, transcript, terms, ear)) {
            Optional<Difference> difference = run(replay, transcript, standing);
            look(standing, replay, last(transcript));
            return new Report(rows(lesson, standing, replay), difference);
        }
    }

    /** Each step is looked for as soon as a statement and all that follows it is over. */
    private static Optional<Difference> run(
            Replay replay, Transcript transcript, Standing standing) {
        Optional<Difference> first = Optional.empty();
        int line = 0;
        for (Entry entry : transcript.entries()) {
            if (!(entry instanceof Entry.Statement statement)) {
                Optional<Difference> difference = replay.take(entry);
                first = first.or(() -> difference);
                continue;
            }
            if (line > 0) {
                look(standing, replay, line);
            }
            line = statement.line();
            Optional<Difference> unrecorded = unrecorded(replay, statement);
            first = first.or(() -> unrecorded);
            Optional<Difference> end = replay.perform(statement);
            if (end.isPresent()) {
                return first.or(() -> end);
            }
        }
        return first.or(replay::finish);
    }

    /** A recording may be without its results; the first that it lacks is told. */
    private static Optional<Difference> unrecorded(Replay replay, Entry.Statement statement) {
        Optional<Difference> first = replay.leftOver(statement);
        Optional<Difference> next = first;
        while (next.isPresent()) {
            next = replay.leftOver(statement);
        }
        return first;
    }

    private static void look(Standing standing, Replay replay, int line) {
        if (!replay.session().blocked().isEmpty()) {
            Judge.settle(replay.session());
        }
        standing.look(replay.session(), line);
    }

    private static int last(Transcript transcript) {
        return transcript.statements().mapToInt(Entry.Statement::line).reduce(1, (_, next) -> next);
    }

    private static List<Row> rows(Lesson lesson, Standing standing, Replay replay) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            if (lesson.steps().get(i).asks()) {
                Optional<Integer> line = standing.line(i);
                List<String> missing =
                        line.isPresent() ? List.of() : standing.missing(i, replay.session());
                rows.add(new Row(lesson.steps().get(i), line, missing));
            }
        }
        return rows;
    }
}
