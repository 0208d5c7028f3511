package sockshell.repl;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import sockshell.repl.editor.Surroundings;
import sockshell.repl.editor.SystemTerminal;
import sockshell.repl.editor.Terminals;
import sockshell.repl.editor.Theatre;
import sockshell.sys.Kernel;
import sockshell.transcript.Transcript;
import sockshell.transcript.film.Film;
import sockshell.transcript.film.Player;

/** Shows a recording in the person's terminal, without a prompt. */
public final class Cinema {
    private Cinema() {}

    /** Empty where there is no terminal. */
    public static Optional<Player.End> play(
            Supplier<Kernel> kernel, Transcript transcript, Player.Start start) throws IOException {
        Terminals.prepare();
        Optional<SystemTerminal> terminal = Terminals.system(kernel.get());
        if (terminal.isEmpty()) {
            return Optional.empty();
        }
        try (SystemTerminal own = terminal.get()) {
            own.guard();
            Film film = Film.of(transcript, new Surroundings(own).wantsColours());
            return Optional.of(new Theatre(own).play(film, start));
        }
    }
}
