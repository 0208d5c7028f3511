package sockshell.repl.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Machine;
import sockshell.render.Quoted;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.feedback.Feedback;
import sockshell.render.feedback.Level;
import sockshell.render.page.Seen;
import sockshell.session.Session;
import sockshell.session.told.Activity;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey;
import sockshell.sys.Bytes;

/** Listens to the session, keeps what happens, and shows it. */
public final class Reporter implements Session.Listener {
    private final Desk desk;
    private final Machine machine;
    private final Measuring measuring;
    private final Advice advice;
    private final List<Seen> failures = new CopyOnWriteArrayList<>();
    private volatile String foreground = Desk.MAIN;
    private volatile boolean isLeaving;
    private volatile Function<String, Optional<String>> keyboard = _ -> Optional.empty();

    public Reporter(Desk desk) {
        this.desk = desk;
        machine = Machine.of(desk.kernel());
        measuring = new Measuring(desk);
        advice = new Advice(desk);
    }

    /** Whose results need no name in front, as the line just typed was for it. */
    public void foreground(String process) {
        foreground = process;
    }

    /** Reads the answer to a question. */
    public void keyboard(Function<String, Optional<String>> reads) {
        keyboard = reads;
    }

    /** Nobody wants to read how everything ends. */
    public void leaving() {
        isLeaving = true;
    }

    /** The failures of this session, for who asks what an errno is. */
    public List<Seen> seen() {
        return List.copyOf(failures);
    }

    @Override
    public boolean wantsCalls() {
        return measuring.wantsCalls() || desk.tutor().isTeaching();
    }

    @Override
    public void returned() {
        desk.steward().goOn(desk.session());
        var _ = desk.steward().soon(desk.tutor()::lookAgain);
    }

    @Override
    public void happened(Event event) {
        if (isLeaving) {
            return;
        }
        desk.archive().happened(event);
        desk.tutor().happened(event);
        desk.inputs().note(event);
        measuring.note(event);
        show(event);
    }

    private void show(Event event) {
        switch (event) {
            case Event.Finished finished -> finished(finished);
            case Event.Blocked blocked -> blocked(blocked);
            case Event.Printed(String process, Bytes text) -> printed(process, text);
            case Event.Slipped slipped -> slipped(slipped);
            case Event.Forked(String parent, String child) -> forked(parent, child);
            case Event.Ended ended -> ended(ended);
            case Event.Typed _, Event.Begun _, Event.Called _ -> {}
        }
    }

    private Feedback feedback() {
        return new Feedback(machine, desk.settings().feedback(), desk.screen().sheet());
    }

    private Text prefix(String process) {
        return process.equals(foreground) ? Text.EMPTY : Text.of(Style.NAME, process + ": ");
    }

    private void finished(Event.Finished finished) {
        if (finished.outcome() instanceof Outcome.Failed(var errno)) {
            failures.add(
                    new Seen(
                            errno.name(),
                            finished.statement().text(),
                            String.join(" ", finished.remarks())));
        }
        List<Moment> calls = measuring.calls(finished);
        Optional<Text> next =
                measuring.hasAll(calls) && !desk.tutor().isTeaching()
                        ? advice.after(finished, calls)
                        : Optional.empty();
        desk.say(
                finished.process().equals(foreground)
                        ? feedback().finished(measuring.report(finished, calls, next))
                        : feedback().elsewhere(finished));
    }

    /** A loop that sleeps again and again tells it once. */
    private void blocked(Event.Blocked blocked) {
        if (!measuring.blocksForTheFirstTime(blocked)) {
            return;
        }
        Survey survey = measuring.survey();
        desk.say(feedback().blocked(blocked, survey, desk.session().activities()));
    }

    /** A line for a process that cannot take one now. */
    public void refused(Activity activity) {
        desk.say(feedback().refused(activity, measuring.survey()));
    }

    private void printed(String process, Bytes text) {
        desk.say(prefix(process).plus(Quoted.escaped(text)));
    }

    private void slipped(Event.Slipped slipped) {
        if (!slipped.process().equals(foreground)) {
            desk.say(Text.of(Style.NAME, slipped.process() + ":"));
        }
        desk.say(feedback().slipped(slipped));
    }

    private void forked(String parent, String child) {
        if (desk.settings().feedback().compareTo(Level.NORMAL) <= 0) {
            desk.remark(child + " is the child of " + parent + ", and has all that it has.");
        }
    }

    private void ended(Event.Ended ended) {
        Survey before = measuring.before(ended.process());
        desk.say(feedback().ended(ended, before, measuring.survey()));
    }

    /** The thread that has the terminal reads the answer; the process waits for it. */
    @Override
    public Optional<String> input(String process, String question) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        String asked = prefix(process).plus(Quoted.escaped(Bytes.of(question))).toString();
        desk.errands().ask(() -> answer.complete(keyboard.apply(asked)));
        return answer.join();
    }
}
