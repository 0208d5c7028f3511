package sockshell.repl.editor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingReader;
import sockshell.transcript.film.Film;
import sockshell.transcript.film.Player;

/** A terminal as the place where films are shown: keys are read as they are pressed. */
public final class Theatre {
    private static final int CTRL_C = 3;
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Terminal terminal;
    private final AtomicBoolean isInterrupted = new AtomicBoolean();

    public Theatre(Terminal terminal) {
        this.terminal = terminal;
    }

    public Player.End play(Film film, Player.Start start) {
        SignalHandler usual = terminal.handle(Signal.INT, _ -> isInterrupted.set(true));
        Attributes ours = terminal.enterRawMode();
        try {
            show(Player.HELP + "\n\n");
            return new Player(this::key, Theatre::clock, this::show, start).play(film);
        } finally {
            terminal.setAttributes(ours);
            terminal.handle(Signal.INT, usual);
        }
    }

    private static Duration clock() {
        return Duration.ofNanos(System.nanoTime());
    }

    private void show(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    /** A signal wakes nobody who reads, so it is looked for from time to time. */
    private Optional<Integer> key(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            long left = Math.max(1, time.toMillis());
            while (left > 0 && !isInterrupted.get()) {
                int key = terminal.reader().read(Math.min(left, LOOK_AGAIN_MILLIS));
                if (key != NonBlockingReader.READ_EXPIRED) {
                    return Optional.of(key == NonBlockingReader.EOF ? CTRL_C : key);
                }
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (IOException gone) {
            return Optional.of(CTRL_C);
        }
        return isInterrupted.get() ? Optional.of(CTRL_C) : Optional.empty();
    }
}
