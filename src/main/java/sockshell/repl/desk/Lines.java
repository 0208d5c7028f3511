package sockshell.repl.desk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.Session;
import sockshell.session.told.Activity;
import sockshell.session.told.Activity.Doing;
import sockshell.session.told.Event;

/** Has done what was typed: statements by their processes, commands by the shell. */
public final class Lines {
    private static final Duration SCRIPTS_PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;
    private Consumer<String> commands = _ -> {};
    private volatile boolean isBrokenOff;
    private String latest = Desk.MAIN;

    public Lines(Desk desk) {
        this.desk = desk;
    }

    /** Who is given the lines that begin with a slash. */
    public void commands(Consumer<String> runs) {
        commands = runs;
    }

    /** What was typed, or pasted: of several lines one waits for another. */
    public void take(String text) {
        isBrokenOff = false;
        List<Batch.Spoken> spoken = Batch.of(text, desk.process());
        all(spoken, spoken.size() > 1 ? SCRIPTS_PATIENCE : Duration.ZERO);
    }

    /** What stands in a file; lines without a name are main's. */
    public void script(String text) {
        all(Batch.of(text, Desk.MAIN), SCRIPTS_PATIENCE);
    }

    private void all(List<Batch.Spoken> spoken, Duration patience) {
        isBrokenOff = false;
        for (Batch.Spoken each : spoken) {
            if (desk.exitCode().isPresent() || isBrokenOff) {
                return;
            }
            one(each, patience);
        }
    }

    private void one(Batch.Spoken spoken, Duration patience) {
        if (spoken.text().isBlank()) {
            desk.switchTo(spoken.process());
            return;
        }
        Parser.Parsed parsed = Parser.parse(spoken.text(), desk.catalogue()::has);
        if (parsed.statements().size() == 1
                && parsed.statements().getFirst() instanceof Stmt.Command(_, String command)) {
            command(spoken.process(), command);
        } else {
            run(spoken.process(), parsed, patience);
        }
    }

    /** Of several lines those that are left are not done any more. By any thread. */
    public void breakOff() {
        isBrokenOff = true;
        desk.session().halt();
    }

    /** A command that stands behind the name of a process is about that one. */
    private void command(String process, String command) {
        String own = desk.process();
        desk.switchTo(process);
        commands.accept(command);
        if (desk.process().equals(process)) {
            desk.switchTo(own);
        }
    }

    /** A statement of the shell's own, as if it had been typed. */
    public void run(String process, String text) {
        one(new Batch.Spoken(process, text), Duration.ZERO);
    }

    /** What an expression is worth to the prompt's process; it is done as a statement. */
    public Optional<Value> value(String expression) {
        String process = desk.process();
        Optional<Value> held =
                Optional.ofNullable(
                        desk.ask(() -> desk.session().variables(process)).get(expression));
        if (held.isPresent()) {
            return held;
        }
        int before = desk.inputs().all().size();
        run(process, expression);
        return desk.inputs().all().stream()
                .skip(before)
                .flatMap(input -> input.outcome().stream())
                .map(Outcome::value)
                .findFirst();
    }

    /** One that was done before, which may have to wait for its process as it did then. */
    public void again(String process, String text) {
        one(new Batch.Spoken(process, text), SCRIPTS_PATIENCE);
    }

    private void run(String process, Parser.Parsed parsed, Duration patience) {
        desk.reporter().foreground(process);
        latest = process;
        if (!parsed.mistakes().isEmpty()) {
            desk.reporter().happened(new Event.Typed(process, parsed.typed().source()));
            desk.reporter()
                    .happened(
                            new Event.Slipped(process, parsed.typed().source(), parsed.mistakes()));
            return;
        }
        Session session = desk.session();
        desk.drive(() -> {
            if ((patience.isZero() && activity(process).isPresent())
                    || !session.run(process, parsed.typed(), patience)) {
                refuse(process);
            }
        });
        desk.reporter().foreground(desk.process());
        desk.steward().goOn(session);
    }

    /** What a process is busy with, if it is. */
    private Optional<Activity> activity(String process) {
        return desk.session().activities().stream()
                .filter(each -> each.process().equals(process) && each.doing() != Doing.READY)
                .findFirst();
    }

    private void refuse(String process) {
        activity(process).ifPresent(desk.reporter()::refused);
    }

    /** Whether Ctrl-C was pressed since the last line was typed. */
    public boolean isBrokenOff() {
        return isBrokenOff;
    }

    /** The process that the last line was for, if it sleeps in a call. */
    public void interruptLatest() {
        wake(latest, true);
    }

    /** The call gives EINTR; a loop goes on behind it, or is to end. */
    private void wake(String process, boolean ends) {
        desk.archive().typed(desk.process(), "/interrupt " + process);
        desk.drive(() -> {
            if (ends) {
                desk.session().halt(process);
            }
            desk.session().interrupt(process);
        });
    }

    /** Of this name; without one the prompt's own process, or else the one that blocked last. */
    public void interrupt(String name) {
        List<Activity> blocked =
                desk.ask(() ->
                        desk.session().activities().stream()
                                .filter(each -> each.doing() == Doing.BLOCKED)
                                .toList());
        String wanted = name.isEmpty() ? desk.process() : name;
        Optional<Activity> own =
                blocked.stream().filter(each -> each.process().equals(wanted)).findFirst();
        own.or(() -> name.isEmpty() ? latest(blocked) : Optional.empty())
                .ifPresentOrElse(
                        each -> wake(each.process(), name.isEmpty()),
                        () -> desk.remark(nothing(name)));
    }

    private static Optional<Activity> latest(List<Activity> blocked) {
        return blocked.stream().min(Comparator.comparing(Activity::lasting));
    }

    private static String nothing(String name) {
        return name.isEmpty()
                ? "Nothing is blocked. Ctrl-D or /exit leaves."
                : name + " is not blocked.";
    }
}
