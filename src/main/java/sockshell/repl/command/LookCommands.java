package sockshell.repl.command;

import static sockshell.repl.typing.Command.any;
import static sockshell.repl.typing.Command.calls;
import static sockshell.repl.typing.Command.descriptors;
import static sockshell.repl.typing.Command.nothing;
import static sockshell.repl.typing.Command.processes;
import static sockshell.repl.typing.Command.variables;
import static sockshell.repl.typing.Command.words;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Value;
import sockshell.render.ladder.Deliveries;
import sockshell.render.ladder.Ladder;
import sockshell.render.ladder.LadderText;
import sockshell.render.picture.BufferPicture;
import sockshell.render.picture.BufferPicture.Origin;
import sockshell.render.picture.BytesPicture;
import sockshell.render.picture.QueuePicture;
import sockshell.render.picture.SocketTable;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.typing.Command.Argument;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;

/** Seeing inside the kernel: /sockets, /queue, /buffer, /bytes, /ladder, /processes. */
final class LookCommands {
    private static final int MOST_BUFFER_LINES = 16;

    private final Desk desk;
    private final Lines lines;

    LookCommands(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    List<Command> all() {
        return List.of(
                command(
                        "sockets [-all]",
                        "every socket, its state and its queues",
                        words("-all"),
                        this::sockets),
                command("queue [SOCKET]", "the accept queue, drawn", descriptors(), this::queue),
                command(
                        "buffer [SOCKET]",
                        "the bytes that wait to be read",
                        descriptors(),
                        this::buffer),
                command(
                        "bytes VALUE",
                        "its bytes in memory and on the wire",
                        any(variables(), calls()),
                        this::bytes),
                command("ladder", "the session as a sequence diagram", nothing(), this::ladder),
                command("watch", "all of it live, until a key is pressed", nothing(), this::watch),
                command(
                        "show LANGUAGE [ID ...]",
                        "what was typed, in C, Python or Java",
                        words("c", "python", "java"),
                        new ShowCommand(desk)::run),
                command("processes", "who is there, and what they do", nothing(), this::everybody),
                command(
                        "interrupt [NAME]",
                        "wake a blocked call, as a signal does",
                        processes(),
                        lines::interrupt));
    }

    private static Command command(
            String usage, String meaning, Argument offers, Command.Action action) {
        return Command.of(Group.SEEING, usage, meaning, offers, action);
    }

    private void sockets(String argument) {
        Survey survey = desk.survey();
        if (survey.held().isEmpty() && survey.unheld().isEmpty()) {
            desk.remark("No process has a socket yet. Try  s = socket(AF_INET, SOCK_STREAM)");
            return;
        }
        int most = argument.equals("-all") ? Integer.MAX_VALUE : SocketTable.MOST;
        desk.say(
                new SocketTable(desk.kernel().constants())
                        .draw(survey, most, desk.screen().sheet()));
    }

    private void queue(String argument) {
        Survey survey = desk.survey();
        chosen(argument, survey, LookCommands::listens, "listens")
                .ifPresent(
                        held -> desk.say(QueuePicture.draw(held, survey, desk.screen().sheet())));
    }

    private static boolean listens(Held held) {
        return held.view().map(View::state).filter(State.LISTEN::equals).isPresent();
    }

    private void buffer(String argument) {
        chosen(argument, desk.survey(), LookCommands::hasData, "has bytes to be read")
                .ifPresent(this::buffer);
    }

    private void buffer(Held held) {
        Optional<Waiting> waiting =
                desk.ask(() -> desk.session().waiting(held.process(), held.descriptor()));
        List<Origin> origins =
                waiting.flatMap(Waiting::data).map(data -> origins(held, data)).orElse(List.of());
        desk.say(
                new BufferPicture(desk.kernel().constants(), MOST_BUFFER_LINES)
                        .draw(held, waiting, origins, desk.screen().sheet()));
    }

    private List<Origin> origins(Held held, Bytes data) {
        Constants constants = desk.kernel().constants();
        Deliveries deliveries =
                new Deliveries(desk.chronicle().moments(), constants, desk.catalogue());
        View view = held.view().orElseThrow();
        return view.made().type() == constants.number("SOCK_STREAM")
                ? deliveries.stream(held, data, view.queues().received().orElse(data.length()))
                : deliveries.datagram(held, data);
    }

    private static boolean hasData(Held held) {
        return held.view().stream()
                .anyMatch(view ->
                        view.state() != State.LISTEN && view.queues().received().orElse(0) > 0);
    }

    /** The socket that was named, or else the only one of the session to which this can apply. */
    private Optional<Held> chosen(
            String argument, Survey survey, java.util.function.Predicate<Held> suits, String what) {
        if (!argument.isEmpty()) {
            Optional<Held> named = new Naming(desk).descriptor(argument, survey);
            if (named.isEmpty()) {
                desk.remark(
                        argument
                                + " is no descriptor of "
                                + desk.process()
                                + ". /sockets lists all.");
            }
            return named;
        }
        List<Held> suitable = survey.held().stream().filter(suits).toList();
        if (suitable.size() != 1) {
            desk.remark(
                    suitable.isEmpty()
                            ? "No socket " + what + " now."
                            : "Of which socket? "
                                    + suitable.size()
                                    + " can be meant; /sockets lists all.");
            return Optional.empty();
        }
        return Optional.of(suitable.getFirst());
    }

    private void bytes(String argument) {
        if (argument.isEmpty()) {
            desk.remark("Of what? For example /bytes 12000 or /bytes \"héllo\"");
            return;
        }
        Optional<Value> value = lines.value(argument);
        value.ifPresent(each ->
                desk.say(new BytesPicture(desk.kernel()).draw(each, desk.screen().sheet())));
    }

    private void ladder(String argument) {
        Ladder ladder =
                Ladder.of(desk.chronicle().moments(), desk.kernel().constants(), desk.catalogue());
        if (ladder.rows().isEmpty()) {
            desk.remark("Nothing has happened yet.");
            return;
        }
        desk.say(new LadderText(desk.screen().sheet()).of(ladder));
    }

    private void watch(String argument) {
        new Watch(desk).run();
    }

    private void everybody(String argument) {
        desk.say(
                desk.bottomLine()
                        .listed(desk.ask(() -> desk.session().activities()), desk.process()));
    }
}
