package sockshell.repl.editor;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.impl.AbstractUnixSysTerminal;
import org.jline.terminal.impl.DumbTerminalProvider;
import org.jline.terminal.impl.TermiosData;
import org.jline.terminal.impl.TermiosMapping;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Result;
import sockshell.sys.Tty;

/**
 * The terminal that this program was started in, by way of the kernel's port: JLine's own way to C
 * makes a dozen handles at the start, which takes longer than all the rest of it.
 */
public final class SystemTerminal extends AbstractUnixSysTerminal {
    private static final List<Signal> SIGNALS =
            List.of(Signal.INT, Signal.QUIT, Signal.CONT, Signal.WINCH);

    private static final Fd INPUT = new Fd(STDIN_FD);
    private static final Fd OUTPUT = new Fd(STDOUT_FD);

    /* of a terminal that does not tell, such as a serial line */
    private static final Size USUAL = Size.of(80, 24);

    private final Tty tty;
    private final Tty.Modes original;
    private final AtomicReference<Optional<Guard>> guard = new AtomicReference<>(Optional.empty());

    SystemTerminal(Tty tty, Tty.Modes original, String type) throws IOException {
        super(
                new DumbTerminalProvider(),
                SystemStream.Output,
                "SockShell",
                type,
                charset(),
                charset(),
                charset(),
                false,
                SignalHandler.SIG_IGN,
                attributes(original));
        this.tty = tty;
        this.original = original;
        SIGNALS.forEach(this::listen);
    }

    /**
     * Once and for all. JLine would let go of a signal and take it again with each line that is
     * read: one that comes in between would end the program.
     */
    private void listen(Signal signal) {
        Signals.register(signal.name(), () -> raise(signal));
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("stdout.encoding"), Charset.defaultCharset());
    }

    /** A plain terminal keeps its own way of typing a line: it could not show another. */
    @Override
    public Attributes enterRawMode() {
        return Editor.isPlain(this) ? getAttributes() : super.enterRawMode();
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

    /** From now on the settings come back even if this program is killed; not on macOS. */
    public void guard() {
        try {
            guard.set(Optional.of(Guard.of(original)));
        } catch (IOException e) {
            guard.set(Optional.empty()); // without sh there is nobody to do it
        }
    }

    /** It has gone, with its window or by a signal: nothing can be shown any more. */
    public boolean isGone() {
        return closed;
    }

    @Override
    protected void doClose() throws IOException {
        if (!closed && !Editor.isPlain(this)) {
            writer().print(Guard.SCREEN); // a signal may have ended it in the middle of a line
        }
        if (!closed) {
            super.doClose();
        }
        guard.get().ifPresent(Guard::dismiss);
    }

    /** A window is the size that its owner gives it. */
    @Override
    protected void doSetSize(Sized size) {}
}
