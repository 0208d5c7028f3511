package sockshell.repl.editor;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The person's terminal, by the JDK's own way to C. */
public final class Terminals {
    private static final String FFM = "ffm";

    private Terminals() {}

    /** Empty where input or output is none: a file, or a pipe. */
    public static Optional<Terminal> system() throws IOException {
        TerminalProvider provider = TerminalProvider.load(FFM);
        boolean isThere =
                provider.isSystemStream(SystemStream.Input)
                        && provider.isSystemStream(SystemStream.Output);
        return isThere ? Optional.of(open()) : Optional.empty();
    }

    /** Nothing is asked of the terminal, as one that does not answer would cost its time. */
    private static Terminal open() throws IOException {
        // boxes as they are: the old way of switching character sets shows as letters in some
        System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
        return TerminalBuilder.builder()
                .provider(FFM)
                .system(true)
                .graphemeCluster(false)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build();
    }
}
