package sockshell.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.check.Hearing;
import sockshell.lesson.course.Course;
import sockshell.lesson.course.Progress;
import sockshell.lesson.course.Saying;
import sockshell.lesson.course.Told;
import sockshell.lesson.page.LessonText;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.record.MemoryTape;
import sockshell.transcript.record.Recorded;
import sockshell.transcript.record.Recorder;

/** Somebody who takes a lesson: types lines, and reads what the lesson says. */
final class Learner implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final int WIDTH = 78;
    private static final long ENDLESS_SECONDS = 3;

    private static final String INTERRUPT = "/interrupt ";

    private final Catalogue catalogue;
    private final Course course;
    private final MemoryTape tape = new MemoryTape();
    private final Recorder recorder;
    private final Session session;
    private final LessonText text = new LessonText(new Sheet(WIDTH, Glyphs.ASCII));
    private final List<Told> told = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Learner(Classroom room, Lesson lesson) {
        this(room, lesson, Progress.NONE);
        told.addAll(course.begin(session));
    }

    /** Somebody who has been here before, and may begin anew or resume. */
    Learner(Classroom room, Lesson lesson, Progress before) {
        Kernel kernel = room.kernel();
        catalogue = room.catalogue();
        course = new Course(lesson, before, catalogue, kernel.constants());
        recorder = new Recorder(kernel, catalogue, () -> 0, tape);
        Ears ears = new Ears(new Hearing(course.journal()));
        session = new Session(kernel, catalogue, new Recorded(recorder, ears));
    }

    /** Who is asked for something says so. */
    private record Ears(Hearing hearing) implements Session.Listener {
        @Override
        public void happened(Event event) {
            hearing.happened(event);
        }

        @Override
        public boolean wantsCalls() {
            return hearing.wantsCalls();
        }

        @Override
        public Optional<String> input(String process, String question) {
            return Optional.of("an answer");
        }
    }

    Course course() {
        return course;
    }

    /** Types lines, {@code srv> ...}, and has the lesson look behind each. */
    void types(String... lines) {
        for (String line : lines) {
            int mark = line.indexOf("> ");
            run(new Saying(line.substring(0, mark), line.substring(mark + 2)));
            told.addAll(course.look(session));
        }
    }

    /** As at the prompt: who is blocked takes no line, and a slip reaches nobody. */
    private void run(Saying saying) {
        if (saying.text().startsWith(INTERRUPT)) {
            recorder.typed(saying.process(), saying.text());
            session.interrupt(saying.text().substring(INTERRUPT.length()));
            return;
        }
        Parser.Parsed parsed = Parser.parse(saying.text(), catalogue::has);
        boolean isFree = session.isIdle(saying.process()) || session.endsByItself(saying.process());
        if (parsed.mistakes().isEmpty() && isFree) {
            Executor later = CompletableFuture.delayedExecutor(ENDLESS_SECONDS, TimeUnit.SECONDS);
            CompletableFuture<Void> end = CompletableFuture.runAsync(session::halt, later);
            session.run(saying.process(), parsed.typed(), PATIENCE);
            end.cancel(false);
            if (!session.isIdle(saying.process())) {
                session.await(() -> session.survey().isSettled(), A_MOMENT);
                session.goOn();
            }
        }
    }

    /** Types a line of the lesson's, which may have its tags, and has the lesson look behind it. */
    void types(Entry.Statement statement) {
        run(course.saying(statement, session));
        told.addAll(course.look(session));
    }

    void hint() {
        told.addAll(course.hint(session));
    }

    void predicts(String answer) {
        told.addAll(course.predict(answer));
    }

    void next() {
        told.addAll(course.next(session));
    }

    void back() {
        told.addAll(course.back(session));
    }

    void skips() {
        solve();
        told.addAll(course.skipped(session));
    }

    private void solve() {
        for (Entry.Statement each : course.solution()) {
            Saying saying = course.saying(each, session);
            skipped.add(saying.toString());
            run(saying);
        }
    }

    void resumes() {
        while (course.resumes()) {
            solve();
            course.resumed(session);
        }
        told.addAll(course.begin(session));
    }

    /** The port that a variable's socket has. */
    String port(String process, String variable) {
        run(new Saying(process, "port_ = getsockname(" + variable + ")[1]"));
        return session.variables(process).get("port_") instanceof sockshell.lang.Value.Whole(long n)
                ? Long.toString(n)
                : "";
    }

    /** All that was done, as a file that could be handed in. */
    String transcript() {
        session.awaitAll(Duration.ZERO);
        recorder.finish();
        return tape.lines().stream().map(Line::written).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The lines that were typed for the learner. */
    List<String> skipped() {
        return skipped;
    }

    /** All that was said since it was last read. */
    String reads() {
        String all =
                text.of(List.copyOf(told)).stream()
                        .map(Text::toString)
                        .collect(Collectors.joining("\n"));
        told.clear();
        return all;
    }

    @Override
    public void close() {
        session.close();
    }
}
