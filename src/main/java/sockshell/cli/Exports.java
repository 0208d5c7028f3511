package sockshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sockshell.cli.Main.Terminal;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.sys.Kernel;
import sockshell.transcript.Transcript;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;
import sockshell.transcript.export.Exported;
import sockshell.transcript.export.Exporter;
import sockshell.transcript.export.Format;
import sockshell.transcript.packets.Packets;
import sockshell.transcript.packets.Tap;
import sockshell.transcript.replay.DifferenceText;
import sockshell.transcript.replay.Performance;
import sockshell.transcript.replay.Performance.Given;
import sockshell.transcript.replay.Terms;

/** Makes other files of a recording: it is run again, so that what they show is measured. */
final class Exports {
    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final Options options;
    private final Terminal terminal;

    Exports(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    int run(String file) {
        Optional<Format> format = options.text("--to").flatMap(Format::named);
        if (format.isEmpty()) {
            return Main.refuse("--to takes one of " + String.join(", ", Format.words()), terminal);
        }
        try {
            Reading reading = TranscriptReader.read(Path.of(file));
            reading.problems().forEach(each -> say(each.toString()));
            return reading.problems().isEmpty()
                    ? export(format.get(), reading.transcript(), Path.of(file))
                    : ExitCode.UNUSABLE.number();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Main.refuse("cannot read " + Main.onOneLine(file), terminal);
        }
    }

    private void say(String line) {
        terminal.err().println("sockshell: " + Main.onOneLine(line));
    }

    private int export(Format format, Transcript transcript, Path file) throws IOException {
        Exporter exporter = new Exporter(kernel, catalogue);
        if (!format.needsRun()) {
            return write(
                    exporter.of(format, transcript, List.of(), Optional.empty()), format, file);
        }
        Optional<Tap> tap = format == Format.PCAPNG ? Tap.begin(kernel) : Optional.empty();
        Given given = Performance.of(kernel, catalogue, transcript, terms(file));
        Optional<Packets> captured = tap.map(each -> each.end(given.beats(), catalogue));
        if (given.difference().isPresent()) {
            new DifferenceText(catalogue)
                    .of(transcript.name(), given.difference().get())
                    .forEach(terminal.err()::println);
            return ExitCode.FAILED.number();
        }
        return write(exporter.of(format, transcript, given.beats(), captured), format, file);
    }

    private Terms terms(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Terms terms = Terms.in(folder).trusting(options.has("--trust"));
        return options.deadline().map(terms::within).orElse(terms);
    }

    private int write(Exported exported, Format format, Path file) {
        try {
            return switch (exported) {
                case Exported.Document document -> write(document);
                case Exported.Programs programs -> write(programs, format, file);
                case Exported.Nothing(String reason) -> {
                    say("nothing is written: " + reason);
                    yield ExitCode.FAILED.number();
                }
            };
        } catch (IOException e) {
            say("cannot write: " + e.getMessage());
            return ExitCode.UNUSABLE.number();
        }
    }

    private int write(Exported.Document document) throws IOException {
        byte[] content = document.content().toArray();
        if (options.file("--out").isPresent()) {
            Files.write(options.file("--out").get(), content);
        } else {
            PrintStream out = terminal.out();
            out.write(content, 0, content.length);
            out.flush();
        }
        return ExitCode.WELL.number();
    }

    /** A folder for the programs, and their names for whoever wants to go on with them. */
    private int write(Exported.Programs programs, Format format, Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.skt$", "");
        Path folder = options.file("--out").orElse(Path.of(name + "-" + format.word()));
        Files.createDirectories(folder);
        for (Exported.Named each : programs.files()) {
            Path written = Files.write(folder.resolve(each.name()), each.bytes());
            terminal.out().println(written);
        }
        return ExitCode.WELL.number();
    }
}
