package sockshell.repl.command;

import static sockshell.repl.typing.Command.nothing;
import static sockshell.repl.typing.Command.words;

import java.util.List;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Lines;
import sockshell.repl.desk.Tutor;
import sockshell.repl.typing.Command.Argument;

/** Lessons at the prompt: /lesson, /hint, /skip, /next, /back, /predict. */
final class LessonCommands {
    private final Tutor tutor;
    private final Lines lines;

    LessonCommands(Tutor tutor, Lines lines) {
        this.tutor = tutor;
        this.lines = lines;
    }

    List<Command> all() {
        return List.of(
                command("lesson [NAME]", "begin a lesson, or list them all", names(), this::lesson),
                command("hint", "help with this step", nothing(), _ -> tutor.hint()),
                command("skip", "have this step done for you", nothing(), _ -> tutor.skip(lines)),
                command("next", "go on to the next step", nothing(), _ -> tutor.next()),
                command("back", "see the step before again", nothing(), _ -> tutor.back()),
                command(
                        "predict NUMBER",
                        "say what you expect to happen",
                        nothing(),
                        tutor::predict));
    }

    private static Command command(
            String usage, String meaning, Argument offers, Command.Action action) {
        return Command.of(Group.LESSONS, usage, meaning, offers, action);
    }

    /** Those that there are when somebody asks, and not before. */
    private Argument names() {
        return (context, typed) ->
                words(tutor.names().toArray(String[]::new)).offers(context, typed);
    }

    private void lesson(String name) {
        if (name.isEmpty()) {
            tutor.list();
        } else {
            tutor.begin(name, lines);
        }
    }
}
