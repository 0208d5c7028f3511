package sockshell.repl.editor;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Tty;

/** Finds the person's terminal. Nothing is asked of it, as one that is silent would cost time. */
public final class Terminals {
    private static final Fd INPUT = new Fd(0);
    private static final Fd OUTPUT = new Fd(1);

    private Terminals() {}

    /** What takes its time and needs no terminal yet. */
    public static void prepare() {
        String type = type();
        String known = InfoCmp.getDefaultInfoCmp(type);
        InfoCmp.setLoadedInfoCmp(type, known != null ? known : asked(type));
    }

    /** By infocmp(1); who is not known to it either can most likely do what an xterm can. */
    private static String asked(String type) {
        try {
            return InfoCmp.getInfoCmp(type);
        } catch (IOException unknown) {
            return InfoCmp.getDefaultInfoCmp("xterm");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return InfoCmp.getDefaultInfoCmp("xterm");
        }
    }

    /** Empty where input or output is none: a file, or a pipe. */
    public static Optional<SystemTerminal> system(Kernel kernel) throws IOException {
        if (kernel.tty().modes(INPUT) instanceof Result.Ok<Tty.Modes>(Tty.Modes modes)
                && kernel.tty().modes(OUTPUT) instanceof Result.Ok<Tty.Modes>) {
            // boxes as they are: the old way of switching character sets shows as letters in some
            System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
            return Optional.of(new SystemTerminal(kernel.tty(), modes, type()));
        }
        return Optional.empty();
    }

    private static String type() {
        String type = System.getenv("TERM");
        return type == null || type.isEmpty() ? Terminal.TYPE_DUMB : type;
    }
}
