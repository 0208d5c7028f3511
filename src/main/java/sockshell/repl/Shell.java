package sockshell.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.Prose;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.picture.StatusLine;
import sockshell.repl.command.Commands;
import sockshell.repl.command.FileCommands;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.editor.BottomLine;
import sockshell.repl.editor.Editor;
import sockshell.repl.editor.Home;
import sockshell.repl.editor.Screen;
import sockshell.repl.editor.Styles;
import sockshell.repl.editor.Surroundings;
import sockshell.repl.editor.SystemTerminal;
import sockshell.repl.editor.Terminals;
import sockshell.repl.typing.Continuation;
import sockshell.sys.Kernel;

/** Reads a line, has it done, and so on, until the person leaves. */
public final class Shell {
    private static final long SECOND_MILLIS = 1000;

    private final Desk desk;
    private final Editor reader;
    private final Lines lines;
    private final FileCommands files;
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private String carried = "";

    private Shell(Kernel kernel, Catalogue catalogue, Terminal terminal) throws IOException {
        Surroundings surroundings = new Surroundings(terminal);
        reader = new Editor(terminal);
        Styles styles = new Styles(surroundings.wantsColours());
        Screen screen = new Screen(reader, styles, surroundings.glyphs());
        BottomLine bottom = new BottomLine(reader, screen, new StatusLine(kernel.constants()));
        desk = new Desk(kernel, catalogue, screen, bottom);
        lines = new Lines(desk);
        files = new FileCommands(desk, lines);
        Commands commands = new Commands(desk, lines, files);
        lines.commands(commands::run);
        new Typing(desk, commands.language()).attach(reader, styles, commands.manual());
        desk.reporter().keyboard(screen::ask);
        terminal.handle(Terminal.Signal.INT, _ -> stop());
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::pressedInBetween);
        desk.steward().regularly(desk::showActivities, SECOND_MILLIS);
    }

    /** Lines to begin with, a file to record to, a folder of lessons, and the one to begin. */
    public record Begin(
            Optional<Path> startup,
            Optional<Path> record,
            Optional<Path> lessons,
            Optional<String> lesson) {}

    /**
     * Talks with the person, and gives the exit code; empty where there is no terminal. The lines
     * of a file are done first: those of the one that was chosen, or else of {@code /set start}.
     */
    public static Optional<Integer> run(Supplier<Kernel> kernel, Begin begin) throws IOException {
        CompletableFuture<Catalogue> catalogue =
                CompletableFuture.supplyAsync(() -> {
                    Terminals.prepare();
                    return new Catalogue();
                });
        Kernel own = kernel.get();
        Catalogue calls = catalogue.join();
        Optional<SystemTerminal> terminal = Terminals.system(own);
        return terminal.isPresent()
                ? Optional.of(run(own, calls, terminal.get(), begin))
                : Optional.empty();
    }

    private static int run(Kernel kernel, Catalogue catalogue, SystemTerminal terminal, Begin begin)
            throws IOException {
        try (terminal) {
            Shell shell = new Shell(kernel, catalogue, terminal);
            try {
                shell.greet();
                shell.begin(begin);
                Warmup.begin(kernel, catalogue);
                var _ = CompletableFuture.runAsync(terminal::guard);
                return shell.loop();
            } catch (IllegalStateException e) {
                return leaving(terminal, e);
            } finally {
                shell.desk.close();
                shell.reader.end();
            }
        }
    }

    /** A window that is closed takes the terminal away in the middle of anything. */
    private static int leaving(SystemTerminal terminal, IllegalStateException failure) {
        if (!terminal.isGone()) {
            throw failure;
        }
        return 0;
    }

    /** What was kept of earlier sessions, and what the person wants done at the start. */
    private void begin(Begin begin) {
        begin.record().ifPresent(desk.archive()::record);
        files.read(Home.settings(), false).ifPresent(lines::script);
        begin.startup()
                .or(() -> desk.settings().start().map(Home::path))
                .flatMap(file -> files.read(file, true))
                .ifPresent(lines::script);
        desk.tutor().folder(begin.lessons());
        begin.lesson().ifPresent(name -> desk.tutor().begin(name, lines));
    }

    private void greet() {
        Text name = Text.of(Style.TITLE, "SockShell");
        Text first = Text.of(Style.ADVICE, "s = socket(AF_INET, SOCK_STREAM)");
        int width = desk.screen().sheet().width();
        Stream.of(
                        name.plus(": socket calls, made for real in this machine's kernel."),
                        Text.of("Type  ").plus(first).plus("  to begin. Tab shows what fits."),
                        Text.of("/help is a page, /lesson begins a course. Ctrl-D leaves."))
                .forEach(line -> desk.say(Prose.wrapped(line, width, 2)));
    }

    private int loop() {
        while (desk.exitCode().isEmpty()) {
            desk.errands().doAll();
            desk.tutor().look();
            desk.showActivities();
            next();
        }
        return desk.exitCode().get();
    }

    /** Ctrl-C while a line is being done, or just when its call has gone to sleep. */
    private void stop() {
        isStopped.set(true);
        lines.breakOff();
    }

    /** From here on Ctrl-C is the reader's; one that came since the last look is still to count. */
    private boolean pressedInBetween() {
        if (isStopped.getAndSet(false)) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void next() {
        if (isStopped.getAndSet(false)) {
            lines.interruptLatest();
        }
        try {
            String line = read(prompt(), carried);
            carried = "";
            lines.take(Continuation.joined(line));
        } catch (UserInterruptException e) {
            interrupted(e.getPartialLine());
        } catch (EndOfFileException e) {
            desk.leave(0);
        }
    }

    private String read(String prompt, String begun) {
        reader.goesOnWith(desk.process() + "| ");
        desk.errands().reading(true);
        try {
            return reader.readLine(prompt, null, (MaskingCallback) null, begun);
        } finally {
            desk.errands().reading(false);
        }
    }

    private String prompt() {
        return desk.settings().prompt().replace("%p", desk.process());
    }

    /** Either a process has a question, or the person pressed Ctrl-C. */
    private void interrupted(String partial) {
        if (!desk.errands().isEmpty()) {
            carried = partial;
            return;
        }
        carried = "";
        if (partial.isEmpty()) {
            lines.interrupt("");
        }
    }
}
