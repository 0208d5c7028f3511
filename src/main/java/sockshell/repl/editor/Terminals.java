package sockshell.repl.editor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The person's terminal, by the JDK's own way to C. */
public final class Terminals {
    private static final String FFM = "ffm";

    /* what a terminal has that does not tell, such as a serial line */
    private static final Size USUAL = Size.of(80, 24);

    private Terminals() {}

    /** Empty where input or output is none: a file, or a pipe. */
    public static Optional<Terminal> system() throws IOException {
        TerminalProvider provider = TerminalProvider.load(FFM);
        boolean isThere =
                provider.isSystemStream(SystemStream.Input)
                        && provider.isSystemStream(SystemStream.Output);
        return isThere ? Optional.of(open()) : Optional.empty();
    }

    /** A real one, but without anybody: the keys are typed by themselves, and no end comes. */
    public static Terminal unseen(String keys) throws IOException {
        quietly();
        byte[] typed = keys.getBytes(StandardCharsets.UTF_8);
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream line = new PipedInputStream(keyboard, typed.length + 1);
        keyboard.write(typed);
        return TerminalBuilder.builder()
                .provider(FFM)
                .system(false)
                .streams(line, OutputStream.nullOutputStream())
                .type("xterm-256color")
                .size(USUAL)
                .graphemeCluster(false)
                .encoding(StandardCharsets.UTF_8)
                .build();
    }

    /** Boxes as they are: the old way of switching character sets shows as letters in some. */
    private static void quietly() {
        System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
    }

    /** Nothing is asked of the terminal, as one that does not answer would cost its time. */
    private static Terminal open() throws IOException {
        quietly();
        Terminal terminal =
                TerminalBuilder.builder()
                        .provider(FFM)
                        .system(true)
                        .graphemeCluster(false)
                        .nativeSignals(true)
                        .signalHandler(Terminal.SignalHandler.SIG_IGN)
                        .build();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            terminal.setSize(USUAL);
        }
        return terminal;
    }
}
