package sockshell.repl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.session.Session;
import sockshell.session.told.Activity;
import sockshell.session.told.Activity.Doing;
import sockshell.session.told.Event;

/** Has done what was typed: statements by their processes, commands by the shell. */
final class Lines {
    private static final Duration SCRIPTS_PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;
    private final Commands commands;

    Lines(Desk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    /** Gives the exit code where the person leaves. */
    Optional<Integer> take(String text) {
        List<Batch.Spoken> spoken = Batch.of(text, desk.process());
        Duration patience = spoken.size() > 1 ? SCRIPTS_PATIENCE : Duration.ZERO;
        for (Batch.Spoken each : spoken) {
            Optional<Integer> end = take(each, patience);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> take(Batch.Spoken spoken, Duration patience) {
        if (spoken.text().isBlank()) {
            desk.switchTo(spoken.process());
            return Optional.empty();
        }
        Parser.Parsed parsed = Parser.parse(spoken.text(), desk.catalogue()::has);
        if (parsed.statements().size() == 1
                && parsed.statements().getFirst() instanceof Stmt.Command(_, String command)) {
            return commands.run(command);
        }
        run(spoken.process(), parsed, patience);
        return Optional.empty();
    }

    private void run(String process, Parser.Parsed parsed, Duration patience) {
        desk.reporter().foreground(process);
        if (!parsed.mistakes().isEmpty()) {
            desk.reporter()
                    .happened(
                            new Event.Slipped(
                                    process, parsed.typed().source(), parsed.mistakes()));
            return;
        }
        Session session = desk.session();
        desk.drive(() -> {
            if (patience.isZero() && isBlocked(process)) {
                refuse(process);
            } else if (!session.run(process, parsed.typed(), patience)) {
                refuse(process);
            }
        });
        desk.steward().goOn(session);
    }

    private boolean isBlocked(String process) {
        return desk.session().activities().stream()
                .anyMatch(each -> each.process().equals(process) && each.doing() != Doing.READY);
    }

    private void refuse(String process) {
        desk.say("|  " + process + " is still blocked, so it cannot take this line.");
    }

    /** Ctrl-C on an empty line: the prompt's own process, or else the one that blocked last. */
    void interrupt() {
        List<Activity> blocked =
                desk.ask(() ->
                        desk.session().activities().stream()
                                .filter(each -> each.doing() == Doing.BLOCKED)
                                .toList());
        Optional<Activity> own =
                blocked.stream().filter(each -> each.process().equals(desk.process())).findFirst();
        own.or(() -> blocked.stream().min(java.util.Comparator.comparing(Activity::lasting)))
                .ifPresentOrElse(
                        each -> desk.drive(() -> desk.session().interrupt(each.process())),
                        () -> desk.say("|  Nothing is blocked. Ctrl-D or /exit leaves."));
    }
}
