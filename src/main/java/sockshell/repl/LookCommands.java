package sockshell.repl;

import java.util.List;
import sockshell.repl.Command.Group;

/** Seeing inside the kernel: /sockets, /queue, /buffer, /bytes, /ladder, /watch, /show. */
final class LookCommands {
    private final Desk desk;
    private final Lines lines;

    LookCommands(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    List<Command> all() {
        return List.of(
                command("sockets", "[-all]", "every socket, its state and queues", this::sockets),
                command("processes", "", "who is there, and what they do", this::processes),
                command(
                        "interrupt",
                        "[NAME]",
                        "wake a blocked call, as a signal does",
                        lines::interrupt));
    }

    private static Command command(
            String name, String arguments, String meaning, Command.Action action) {
        return new Command(Group.SEEING, name, arguments, meaning, action);
    }

    private void sockets(String argument) {
        desk.survey()
                .held()
                .forEach(held ->
                        desk.say(
                                held.process()
                                        + " "
                                        + held.descriptor()
                                        + " "
                                        + Descriptions.of(held)));
    }

    private void processes(String argument) {
        desk.ask(() -> desk.session().activities())
                .forEach(each -> desk.say(each.process() + " " + each.doing()));
    }
}
