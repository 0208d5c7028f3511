package sockshell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ResultText;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.page.Seen;
import sockshell.session.Session;
import sockshell.session.told.Event;

/** Listens to the session, keeps what happens, and shows it. */
final class Reporter implements Session.Listener {
    private final Desk desk;
    private final ResultText results;
    private final List<Seen> failures = new CopyOnWriteArrayList<>();
    private volatile String foreground = Desk.MAIN;
    private volatile Function<String, Optional<String>> keyboard = _ -> Optional.empty();

    Reporter(Desk desk) {
        this.desk = desk;
        results = new ResultText(desk.kernel().constants());
    }

    /** Whose results need no name in front, as the line just typed was for it. */
    void foreground(String process) {
        foreground = process;
    }

    /** Reads the answer to a question. */
    void keyboard(Function<String, Optional<String>> reads) {
        keyboard = reads;
    }

    /** The failures of this session, for who asks what an errno is. */
    List<Seen> seen() {
        return List.copyOf(failures);
    }

    @Override
    public boolean wantsCalls() {
        return true;
    }

    @Override
    public void returned() {
        desk.steward().goOn(desk.session());
    }

    @Override
    public void happened(Event event) {
        desk.chronicle().note(event, desk.session().age());
        desk.inputs().note(event);
        show(event);
    }

    private void show(Event event) {
        switch (event) {
            case Event.Finished finished -> finished(finished);
            case Event.Blocked(String process, String call, _) ->
                    desk.say("|  " + process + " is blocked in " + call);
            case Event.Printed(String process, String text) -> desk.say(prefix(process) + text);
            case Event.Slipped(String process, _, var mistakes) ->
                    mistakes.forEach(each -> desk.say("|  " + prefix(process) + each.message()));
            case Event.Forked(String parent, String child) ->
                    desk.say("|  " + parent + " made the child " + child);
            case Event.Ended(String process, _, _) -> desk.say("|  " + process + " has ended");
            case Event.Begun _, Event.Called _ -> {}
        }
    }

    private String prefix(String process) {
        return process.equals(foreground) ? "" : process + ": ";
    }

    private void finished(Event.Finished finished) {
        if (finished.outcome() instanceof Outcome.Failed(var errno)) {
            failures.add(
                    new Seen(
                            errno.name(),
                            finished.statement().text(),
                            String.join(" ", finished.remarks())));
        }
        String text = results.of(finished.outcome());
        List<Text> lines = new ArrayList<>();
        if (!text.isEmpty()) {
            lines.add(
                    Text.of(prefix(finished.process()))
                            .plus(Style.NAME, "$" + finished.statement().id())
                            .plus(" ==> ")
                            .plus(text));
        }
        finished.remarks().forEach(remark -> lines.add(Text.of("|  " + remark)));
        desk.say(lines);
    }

    /** The thread that has the terminal reads the answer; the process waits for it. */
    @Override
    public Optional<String> input(String process, String question) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        desk.errands().ask(() -> answer.complete(keyboard.apply(prefix(process) + question)));
        return answer.join();
    }
}
