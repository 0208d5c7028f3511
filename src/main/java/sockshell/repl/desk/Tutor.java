package sockshell.repl.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sockshell.lesson.Lesson;
import sockshell.lesson.Library;
import sockshell.lesson.Shelf;
import sockshell.lesson.course.Course;
import sockshell.lesson.course.Progress;
import sockshell.lesson.course.ProgressFile;
import sockshell.lesson.course.Saying;
import sockshell.lesson.course.Told;
import sockshell.lesson.page.CourseText;
import sockshell.lesson.page.LessonText;
import sockshell.lesson.reading.LessonReader.Reading;
import sockshell.repl.editor.Home;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.transcript.Entry;

/** Teaches at the prompt: hears what happens, and says what a lesson has to say behind a line. */
public final class Tutor {
    private final Desk desk;
    private final ProgressFile file = new ProgressFile(Home.lessons());
    private Optional<Path> folder = Optional.empty();
    private volatile Optional<Course> course = Optional.empty();
    private volatile boolean isSolving;
    private boolean keeps = true;

    public Tutor(Desk desk) {
        this.desk = desk;
    }

    /** A folder whose lessons come before those of the shell. */
    public void folder(Optional<Path> own) {
        folder = own;
    }

    void happened(Event event) {
        course.ifPresent(each -> each.journal().happened(event));
    }

    boolean isTeaching() {
        return course.isPresent();
    }

    /** The session that it was about is gone. */
    void forget() {
        course = Optional.empty();
    }

    private Library library() {
        List<Shelf> shelves = new ArrayList<>();
        folder.ifPresent(path -> shelves.add(new Shelf.Folder(path)));
        shelves.add(new Shelf.Shipped());
        return new Library(shelves, desk.catalogue(), desk.kernel().constants());
    }

    /** All lessons, and how they stand. */
    public void list() {
        try {
            Map<String, Progress> progress = file.read();
            desk.say(new CourseText(desk.screen().sheet()).list(library().list(progress)));
            desk.remark("/lesson NAME begins one.");
        } catch (IOException e) {
            desk.remark("The lessons cannot be read: " + Home.reason(e) + ".");
        }
    }

    public List<String> names() {
        try {
            return library().titles().stream().map(Shelf.Title::name).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Begins the lesson of a name or a number. */
    public void begin(String word, Lines lines) {
        try {
            Optional<Reading> reading = library().read(word);
            if (reading.isEmpty()) {
                desk.remark("There is no lesson " + word + ". /lesson lists all.");
            } else if (reading.get().problems().isEmpty()) {
                begin(reading.get().lesson(), lines);
            } else {
                reading.get().problems().forEach(each -> desk.remark(each.toString()));
            }
        } catch (IOException e) {
            desk.remark("The lesson cannot be read: " + Home.reason(e) + ".");
        }
    }

    private void begin(Lesson lesson, Lines lines) throws IOException {
        Progress before = file.read(lesson.name());
        boolean resumes =
                before.isBegun()
                        && !before.isFinished(lesson)
                        && desk.agrees(
                                "Go on where you were? The session begins anew, and the lesson's"
                                        + " own lines do again what you had done; n begins with"
                                        + " the first step");
        if (resumes || wantsFresh()) {
            desk.reset();
        }
        Course begun = new Course(lesson, before, desk.catalogue(), desk.kernel().constants());
        desk.drive(() -> {
            begun.journal().know(desk.session().survey());
            course = Optional.of(begun);
            keeps = true;
        });
        solving(() -> {
            while (resumes && begun.resumes() && doSolution(begun, lines)) {
                desk.drive(() -> begun.resumed(desk.session()));
            }
            say(begun::begin);
        });
    }

    /** What is open from before has the numbers and the names that a lesson speaks of. */
    private boolean wantsFresh() {
        return !desk.survey().held().isEmpty()
                && desk.agrees("Begin with a fresh session? What is open now is closed then");
    }

    /** What the lesson itself types is looked at when all of it is done. */
    private void solving(Runnable work) {
        isSolving = true;
        try {
            work.run();
        } finally {
            isSolving = false;
        }
    }

    /**
     * What a step's author would type, in the learner's names, unless Ctrl-C breaks it off. Where
     * it sleeps as the author's does not, the session is not as the lesson has it, and nothing more
     * is typed.
     */
    private boolean doSolution(Course own, Lines lines) {
        for (Entry.Statement statement : own.solution()) {
            Saying saying = desk.ask(() -> own.saying(statement, desk.session()));
            desk.say(new LessonText(desk.screen().sheet()).of(saying));
            lines.again(saying.process(), saying.text());
            if (lines.isBrokenOff()) {
                return false;
            }
            if (sleeps(saying.process()) && !own.isToSleep(statement)) {
                lines.interrupt(saying.process());
                return true;
            }
        }
        return true;
    }

    private boolean sleeps(String process) {
        return desk.ask(() ->
                desk.session().blocked().stream().anyMatch(each -> each.process().equals(process)));
    }

    private void say(Function<Session, List<Told>> question) {
        List<Told> told = desk.ask(() -> question.apply(desk.session()));
        desk.say(new LessonText(desk.screen().sheet()).of(told));
        course.ifPresent(this::keep);
    }

    private void keep(Course own) {
        try {
            file.write(own.lesson().name(), own.progress());
        } catch (IOException e) {
            cannotKeep(e);
        }
        if (own.isOver()) {
            forget();
        }
    }

    /** Once is enough for a lesson. */
    private void cannotKeep(IOException failure) {
        if (keeps) {
            desk.remark("How far you are cannot be kept: " + Home.reason(failure) + ".");
            keeps = false;
        }
    }

    /** Behind a line: what has become of the step. */
    public void look() {
        course.ifPresent(own -> found(own, desk.ask(() -> own.look(desk.session()))));
    }

    /** A call came back by itself; asked by whoever drives the session. */
    void lookAgain() {
        if (!isSolving) {
            course.ifPresent(own -> found(own, own.look(desk.session())));
        }
    }

    private void found(Course own, List<Told> told) {
        if (!told.isEmpty()) {
            desk.say(new LessonText(desk.screen().sheet()).of(told));
            keep(own);
        }
    }

    public void hint() {
        during(own -> say(own::hint));
    }

    public void predict(String answer) {
        during(own -> say(_ -> own.predict(answer)));
    }

    public void next() {
        during(own -> say(own::next));
    }

    public void back() {
        during(own -> say(own::back));
    }

    public void skip(Lines lines) {
        during(own ->
                solving(() -> {
                    if (doSolution(own, lines)) {
                        say(own::skipped);
                    }
                }));
    }

    private void during(Consumer<Course> work) {
        course.ifPresentOrElse(
                work, () -> desk.remark("No lesson is going on. /lesson lists all."));
    }
}
