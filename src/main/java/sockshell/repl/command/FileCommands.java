package sockshell.repl.command;

import static sockshell.repl.typing.Command.paths;
import static sockshell.repl.typing.Command.variables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Inputs.Input;
import sockshell.repl.desk.Lines;
import sockshell.repl.editor.Home;
import sockshell.repl.typing.Command.Argument;

/** Statements to files and back: /save, /open, /edit. */
public final class FileCommands {
    private final Desk desk;
    private final Lines lines;

    public FileCommands(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    List<Command> all() {
        return List.of(
                command("save [ID ...] FILE", "keep what was typed in a file", paths(), this::save),
                command("open FILE", "do what stands in a file", paths(), this::open),
                command(
                        "edit [ID ...]",
                        "change lines in your editor, and do them",
                        variables(),
                        this::edit));
    }

    private static Command command(
            String usage, String meaning, Argument offers, Command.Action action) {
        return Command.of(Group.TYPED, usage, meaning, offers, action);
    }

    private void save(String argument) {
        int blank = argument.lastIndexOf(' ');
        String file = argument.substring(blank + 1);
        if (file.isEmpty()) {
            desk.remark("To which file? For example /save mine.txt");
            return;
        }
        Selection.Chosen chosen =
                Selection.of(argument.substring(0, Math.max(blank, 0)), desk.inputs().all());
        if (chosen.nothing().isPresent()) {
            desk.remark("Nothing typed so far is " + chosen.nothing().get() + ".");
            return;
        }
        boolean isRecording = file.endsWith(".skt") && blank < 0;
        Optional<String> content =
                isRecording ? desk.archive().text() : Optional.of(text(chosen.inputs()));
        if (content.isEmpty()) {
            desk.remark("The session has become larger than a recording may be, 10 MiB.");
            return;
        }
        write(file, content.get(), isRecording ? "the session so far" : counted(chosen.inputs()));
    }

    private static String counted(List<Input> inputs) {
        return inputs.size() == 1 ? "1 line" : inputs.size() + " lines";
    }

    private void write(String file, String content, String what) {
        try {
            Path path = Home.path(file);
            if (Files.exists(path) && !desk.confirms(file + " is there already. Write over it?")) {
                return;
            }
            Files.writeString(path, content);
            desk.remark("Kept " + what + " in " + file + ".");
        } catch (IOException e) {
            desk.remark("Cannot write to " + file + ": " + Home.reason(e) + ".");
        }
    }

    private static String text(List<Input> inputs) {
        return inputs.stream()
                .map(input -> input.spoken(Desk.MAIN) + "\n")
                .collect(Collectors.joining());
    }

    private void open(String file) {
        if (file.isEmpty()) {
            desk.remark("Which file? For example /open mine.txt");
            return;
        }
        read(Home.path(file), true)
                .ifPresent(text -> {
                    if (text.startsWith("%sockshell-transcript")) {
                        desk.remark(file + " is a recording. /replay " + file + " does it again.");
                    } else {
                        lines.script(text);
                    }
                });
    }

    /** Said to be missing where it has to be there; unreadable is always said. */
    public Optional<String> read(Path file, boolean isNeeded) {
        try {
            return isNeeded || Files.exists(file)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            desk.remark("Cannot read " + file + ": " + Home.reason(e) + ".");
            return Optional.empty();
        }
    }

    private void edit(String argument) {
        Selection.Chosen chosen = Selection.of(argument, desk.inputs().all());
        if (chosen.nothing().isPresent()) {
            desk.remark("Nothing typed so far is " + chosen.nothing().get() + ".");
            return;
        }
        try {
            String before = text(chosen.inputs());
            String after = edited(before);
            if (!after.equals(before)) {
                lines.script(after);
            }
        } catch (IOException e) {
            desk.remark(
                    "The editor "
                            + desk.settings().editorCommand()
                            + " cannot be used: "
                            + Home.reason(e)
                            + ". /set editor chooses another.");
        }
    }

    private String edited(String text) throws IOException {
        Path file = Files.createTempFile("sockshell", ".txt");
        try {
            Files.writeString(file, text);
            desk.screen().lend(desk.settings().editorCommand(), file);
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }
}
