package sockshell.repl;

import java.util.List;
import sockshell.render.page.Manual;
import sockshell.repl.Command.Group;

/** /help, /explain and /exit. */
final class HelpCommands {
    private final Desk desk;
    private final Commands commands;

    HelpCommands(Desk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    List<Command> all() {
        return List.of(
                command("help", "[CALL | WORD]", "this page, or one for a call", this::help),
                command("?", "", "the same as /help", this::help),
                command("explain", "WORD", "a call, a constant, an errno, a state", this::explain),
                command("exit", "[CODE]", "leave; Ctrl-D does so too", this::exit));
    }

    private static Command command(
            String name, String arguments, String meaning, Command.Action action) {
        return new Command(Group.SHELL, name, arguments, meaning, action);
    }

    private void help(String argument) {
        Manual manual = manual();
        desk.say(
                argument.isEmpty()
                        ? manual.first(desk.screen().sheet())
                        : manual.about(argument, desk.reporter().seen(), desk.screen().sheet()));
    }

    private void explain(String argument) {
        if (argument.isEmpty()) {
            desk.remark("Explain what? A call, a constant, an errno or a state: /explain TIME_WAIT");
        } else {
            help(argument);
        }
    }

    private Manual manual() {
        return new Manual(
                desk.catalogue(),
                desk.kernel().constants(),
                commands.all().stream().map(HelpCommands::described).toList());
    }

    private static sockshell.render.page.Command described(Command command) {
        return new sockshell.render.page.Command(
                command.group().title(),
                "/" + command.name(),
                command.arguments(),
                command.meaning());
    }

    /** As in JShell the code may be said. */
    private void exit(String argument) {
        if (argument.isEmpty()) {
            desk.leave(0);
        } else if (argument.matches("\\d{1,3}")) {
            desk.leave(Integer.parseInt(argument));
        } else {
            desk.remark("/exit takes a number from 0 to 255, or nothing.");
        }
    }
}
