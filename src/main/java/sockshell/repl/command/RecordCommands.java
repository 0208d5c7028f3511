package sockshell.repl.command;

import static sockshell.repl.typing.Command.any;
import static sockshell.repl.typing.Command.paths;
import static sockshell.repl.typing.Command.words;

import java.util.List;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.editor.Home;

/** Sessions as recordings: /record, /replay. */
final class RecordCommands {
    private final Desk desk;
    private final Lines lines;

    RecordCommands(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    List<Command> all() {
        return List.of(
                Command.of(
                        Group.RECORDED,
                        "record [FILE | -stop]",
                        "keep in a new file what happens from here on",
                        any(words("-stop"), paths()),
                        this::record),
                Command.of(
                        Group.RECORDED,
                        "replay FILE [--step] [--to N]",
                        "do a recording again, and go on from there",
                        any(words("--step", "--to", "--trust"), paths()),
                        new ReplayCommand(desk, lines)::run));
    }

    private void record(String argument) {
        if (argument.isEmpty()) {
            desk.remark(
                    desk.archive()
                            .file()
                            .map(file -> "Recording to " + file + ". /record -stop ends it.")
                            .orElse("To which file? For example /record mine.skt"));
        } else if (argument.equals("-stop")) {
            desk.remark(
                    desk.archive().finish()
                            ? "The recording is complete."
                            : "Nothing is being recorded to a file.");
        } else if (desk.archive().record(Home.path(argument))) {
            desk.remark(
                    "Recording to " + argument + " from here on. What was before: /save NAME.skt");
        }
    }
}
