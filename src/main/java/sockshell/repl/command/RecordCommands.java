package sockshell.repl.command;

import static sockshell.repl.typing.Command.any;
import static sockshell.repl.typing.Command.paths;
import static sockshell.repl.typing.Command.words;

import java.io.IOException;
import java.util.List;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.editor.Home;
import sockshell.repl.editor.Theatre;
import sockshell.transcript.Problem;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;
import sockshell.transcript.export.Format;
import sockshell.transcript.film.Film;
import sockshell.transcript.film.Player;

/** Sessions as recordings: /record, /replay, /play, /export. */
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
                        new ReplayCommand(desk, lines)::run),
                Command.of(
                        Group.RECORDED,
                        "play FILE",
                        "show a recording as it was typed; nothing is run",
                        paths(),
                        this::play),
                Command.of(
                        Group.RECORDED,
                        "export FORMAT FILE",
                        "the session so far as another kind of file",
                        any(words(Format.words().toArray(String[]::new)), paths()),
                        new ExportCommand(desk)::run));
    }

    private void play(String file) {
        try {
            Reading reading = TranscriptReader.read(Home.path(file));
            Film film = Film.of(reading.transcript(), desk.screen().styles().colours());
            if (reading.problems().isEmpty()) {
                Theatre theatre = new Theatre(desk.screen().terminal());
                desk.screen().lendWindow(() -> theatre.play(film, Player.Start.USUAL));
            } else {
                reading.problems().stream().map(Problem::toString).forEach(desk::remark);
            }
        } catch (IOException e) {
            desk.remark("Cannot read " + file + ": " + Home.reason(e) + ".");
        }
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
