package sockshell.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sockshell.cli.ScriptOutput.Keyboard;
import sockshell.cli.ScriptOutput.Streams;
import sockshell.libc.LibcKernel;
import sockshell.repl.Shell;
import sockshell.sys.Kernel;
import sockshell.transcript.LineReader;
import sockshell.transcript.record.FileTape;
import sockshell.transcript.record.Tape;

/** Runs a script from wherever it comes, on the real kernel. */
final class Runs {
    private static final String KEYS =
            "s = socket(AF_INET, SOCK_STREAM)\r"
                    + "bind(s, (\"127.0.0.1\", 0))\r"
                    + "listen(s)\r"
                    + "accept(s)\r"
                    + "cli> d = soc\tket(AF_INET, SOCK_STREAM)\r"
                    + "foo(1)\r"
                    + "/sockets\r"
                    + "/exit\r";

    private final Options options;
    private final Main.Terminal terminal;

    Runs(Options options, Main.Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /** Talks with a person, or runs what comes through a pipe. */
    int prompt(Optional<String> lesson) {
        Shell.Begin begin =
                new Shell.Begin(
                        options.file("--startup"),
                        options.file("--record"),
                        options.file("--lessons"),
                        lesson);
        try {
            return Shell.run(LibcKernel::new, begin).orElseGet(this::standardInput);
        } catch (IOException e) {
            return Main.refuse("the terminal cannot be used: " + e.getMessage(), terminal);
        }
    }

    /** What the launcher has done once, so that the JVM can keep how a start goes. */
    int rehearse(String script) {
        text(script);
        Kernel kernel = new LibcKernel();
        return new Rehearsal(kernel).begin(KEYS)
                ? prompt(Optional.empty())
                : ExitCode.UNUSABLE.number();
    }

    int text(String script) {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        return run("-e", new LineReader(new ByteArrayInputStream(bytes)), keyboard());
    }

    /** A script that asks for a line takes the next one of its own. */
    int standardInput() {
        LineReader lines = new LineReader(terminal.in());
        return run("-", lines, lines::text);
    }

    int file(String name) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return run(Main.onOneLine(name), new LineReader(in), keyboard());
        } catch (IOException | IllegalArgumentException unreadable) {
            return Main.refuse("cannot read " + Main.onOneLine(name), terminal);
        }
    }

    private Keyboard keyboard() {
        return new LineReader(terminal.in())::text;
    }

    private int run(String name, LineReader lines, Keyboard keyboard) {
        Kernel kernel = new LibcKernel();
        ScriptOutput output =
                new ScriptOutput(
                        name,
                        kernel.constants(),
                        new Streams(terminal.out(), terminal.err()),
                        keyboard);
        Optional<Tape> tape = Optional.empty();
        if (options.file("--record").isPresent()) {
            tape = FileTape.create(options.file("--record").get(), output::diagnose);
            if (tape.isEmpty()) {
                return ExitCode.UNUSABLE.number();
            }
        }
        try {
            return new Script(kernel, options, output, tape).run(lines::next).number();
        } catch (IOException e) {
            return Main.refuse("cannot read " + name, terminal);
        }
    }
}
