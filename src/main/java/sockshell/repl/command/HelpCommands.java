package sockshell.repl.command;

import static sockshell.repl.typing.Command.nothing;
import static sockshell.repl.typing.Command.words;

import java.util.List;
import sockshell.render.page.Manual;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.typing.Command.Argument;

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
                command("help [CALL | WORD]", "this page, or one for a call", topics(), this::help),
                command("? [CALL | WORD]", "the same as /help", topics(), this::help),
                command(
                        "explain WORD",
                        "a call, a constant, an errno, a state",
                        topics(),
                        this::explain),
                command("exit [CODE]", "leave; Ctrl-D does so too", nothing(), this::exit));
    }

    private static Command command(
            String usage, String meaning, Argument offers, Command.Action action) {
        return Command.of(Group.SHELL, usage, meaning, offers, action);
    }

    /** The pages are many, and read only when somebody asks for them. */
    private Argument topics() {
        return (context, typed) ->
                words(commands.manual().topics().toArray(String[]::new)).offers(context, typed);
    }

    private void help(String argument) {
        Manual manual = commands.manual();
        desk.say(
                argument.isEmpty()
                        ? manual.first(desk.screen().sheet())
                        : manual.about(argument, desk.reporter().seen(), desk.screen().sheet()));
    }

    private void explain(String argument) {
        if (argument.isEmpty()) {
            desk.remark(
                    "Explain what? A call, a constant, an errno or a state: /explain TIME_WAIT");
        } else {
            help(argument);
        }
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
