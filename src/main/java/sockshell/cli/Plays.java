package sockshell.cli;

import java.io.IOException;
import java.nio.file.Path;
import sockshell.cli.Main.Terminal;
import sockshell.libc.LibcKernel;
import sockshell.repl.Cinema;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;
import sockshell.transcript.film.Film;
import sockshell.transcript.film.Player;

/** Shows a recording as it was typed; runs nothing. */
final class Plays {
    private final Options options;
    private final Terminal terminal;

    Plays(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    int run(String file) {
        try {
            Reading reading = TranscriptReader.read(Path.of(file));
            if (reading.problems().isEmpty()) {
                return play(reading);
            }
            reading.problems()
                    .forEach(each ->
                            terminal.err()
                                    .println("sockshell: " + Main.onOneLine(each.toString())));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Main.refuse("cannot read " + Main.onOneLine(file), terminal);
        }
        return ExitCode.UNUSABLE.number();
    }

    /** Where nobody sits in front of a terminal all of it is shown at once. */
    private int play(Reading reading) throws IOException {
        Player.Start start =
                new Player.Start(options.number("--speed").orElse(1.0), options.has("--step"));
        if (Cinema.play(LibcKernel::new, reading.transcript(), start).isEmpty()) {
            terminal.out().print(Film.of(reading.transcript(), false).text());
            terminal.out().flush();
        }
        boolean isWhole = !reading.transcript().isRecording() || reading.transcript().isFinished();
        return (isWhole ? ExitCode.WELL : ExitCode.UNFINISHED).number();
    }
}
