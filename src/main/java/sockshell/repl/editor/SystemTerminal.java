package sockshell.repl.editor;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.impl.AbstractUnixSysTerminal;
import org.jline.terminal.impl.DumbTerminalProvider;
import org.jline.terminal.impl.TermiosData;
import org.jline.terminal.impl.TermiosMapping;
import org.jline.terminal.spi.SystemStream;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Result;
import sockshell.sys.Tty;

/**
 * The terminal that this program was started in, by way of the kernel's port: JLine's own way to C
 * makes a dozen handles at the start, which takes longer than all the rest of it.
 */
final class SystemTerminal extends AbstractUnixSysTerminal {
    private static final Fd INPUT = new Fd(STDIN_FD);
    private static final Fd OUTPUT = new Fd(STDOUT_FD);

    /* of a terminal that does not tell, such as a serial line */
    private static final Size USUAL = Size.of(80, 24);

    private final Tty tty;
    private final Tty.Modes original;

    SystemTerminal(Tty tty, Tty.Modes original, String type) throws IOException {
        super(
                new DumbTerminalProvider(), // for signals, which it takes by way of the JDK
                SystemStream.Output,
                "SockShell",
                type,
                charset(),
                charset(),
                charset(),
                true,
                SignalHandler.SIG_IGN,
                attributes(original));
        this.tty = tty;
        this.original = original;
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("stdout.encoding"), Charset.defaultCharset());
    }

    @Override
    protected Attributes doGetAttributes() {
        return switch (tty.modes(INPUT)) {
            case Result.Ok<Tty.Modes>(Tty.Modes modes) -> attributes(modes);
            case Result.Err<Tty.Modes> _ -> attributes(original);
        };
    }

    private static Attributes attributes(Tty.Modes modes) {
        TermiosData data = new TermiosData();
        data.iflag(modes.input());
        data.oflag(modes.output());
        data.cflag(modes.control());
        data.lflag(modes.local());
        byte[] characters = modes.characters().toArray();
        System.arraycopy(characters, 0, data.cc(), 0, characters.length);
        return TermiosMapping.forCurrentPlatform().toAttributes(data);
    }

    /** JLine knows most flags and not all; the others stay as they were at the start. */
    @Override
    protected void doSetAttributes(Attributes wanted) {
        TermiosMapping mapping = TermiosMapping.forCurrentPlatform();
        TermiosData known = mapping.toTermios(attributes(original));
        TermiosData now = mapping.toTermios(wanted);
        tty.change(
                INPUT,
                new Tty.Modes(
                        now.iflag() | (original.input() & ~known.iflag()),
                        now.oflag() | (original.output() & ~known.oflag()),
                        original.control(),
                        now.lflag() | (original.local() & ~known.lflag()),
                        Bytes.of(now.cc())));
    }

    @Override
    protected Size doGetSize() {
        return switch (tty.window(OUTPUT)) {
            case Result.Ok<Tty.Window>(Tty.Window(int columns, int rows))
                    when columns > 0 && rows > 0 ->
                    Size.of(columns, rows);
            default -> USUAL;
        };
    }

    /** A window is the size that its owner gives it. */
    @Override
    protected void doSetSize(Sized size) {}
}
