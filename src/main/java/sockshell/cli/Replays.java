package sockshell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sockshell.cli.Main.Terminal;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.sys.Kernel;
import sockshell.transcript.Transcript;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;
import sockshell.transcript.record.Tagging;
import sockshell.transcript.replay.Blessing;
import sockshell.transcript.replay.Difference;
import sockshell.transcript.replay.DifferenceText;
import sockshell.transcript.replay.Replay;
import sockshell.transcript.replay.Terms;

/** Runs recordings again, one after the other, and says which of them still hold. */
final class Replays {
    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final Options options;
    private final Terminal terminal;
    private int passed;
    private int failed;
    private boolean isUnusable;
    private boolean isUnfinished;

    Replays(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    int run(List<String> files) {
        files.forEach(this::one);
        terminal.out().println(passed + " passed, " + failed + " failed");
        return exitCode().number();
    }

    private ExitCode exitCode() {
        if (isUnusable) {
            return ExitCode.UNUSABLE;
        }
        if (failed > 0) {
            return ExitCode.FAILED;
        }
        return isUnfinished ? ExitCode.UNFINISHED : ExitCode.WELL;
    }

    private void one(String file) {
        try {
            Path path = Path.of(file);
            Reading reading = TranscriptReader.read(path);
            if (reading.problems().isEmpty() && isScript(reading.transcript())) {
                unusable();
                say(file + " has no results to compare with; ./sockshell FILE runs a script");
            } else if (reading.problems().isEmpty()) {
                Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
                Terms terms = Terms.in(folder).trusting(options.has("--trust"));
                judge(reading.transcript(), options.deadline().map(terms::within).orElse(terms));
            } else {
                unusable();
                reading.problems().forEach(each -> say(each.toString()));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            unusable();
            say("cannot read " + file);
        }
    }

    private static boolean isScript(Transcript transcript) {
        return !transcript.isRecording() && !transcript.hasResults();
    }

    private void unusable() {
        isUnusable = true;
        failed++;
    }

    private void say(String line) {
        terminal.err().println("sockshell: " + Main.onOneLine(line));
    }

    private void judge(Transcript transcript, Terms terms) throws IOException {
        Optional<Difference> difference = difference(transcript, terms);
        if (difference.isPresent()) {
            boolean isBlessed = options.has("--bless") && bless(transcript, terms);
            passed += isBlessed ? 1 : 0;
            failed += isBlessed ? 0 : 1;
            if (!isBlessed) {
                show(transcript, difference.get());
            }
        } else {
            passed++;
        }
        if (transcript.isRecording() && !transcript.isFinished()) {
            isUnfinished = true;
            say(transcript.name() + " is unfinished: it has no %end");
        }
    }

    private void show(Transcript transcript, Difference difference) {
        new DifferenceText(catalogue)
                .of(transcript.name(), difference)
                .forEach(terminal.out()::println);
    }

    private boolean bless(Transcript transcript, Terms terms) throws IOException {
        Session.Listener nobody = _ -> {};
        try (Replay replay = new Replay(kernel, catalogue, transcript, terms, nobody)) {
            Tagging tagging = new Tagging(catalogue, kernel.constants());
            return switch (new Blessing(replay, tagging).run()) {
                case Blessing.Outcome.Impossible _ -> false;
                case Blessing.Outcome.Blessed blessed ->
                        new Blesser(Path.of(transcript.name()), terminal.out()::println)
                                .bless(blessed);
            };
        }
    }

    private Optional<Difference> difference(Transcript transcript, Terms terms) throws IOException {
        Session.Listener nobody = _ -> {};
        try (Replay replay = new Replay(kernel, catalogue, transcript, terms, nobody)) {
            return replay.run();
        }
    }
}
