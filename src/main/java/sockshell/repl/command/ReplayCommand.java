package sockshell.repl.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.editor.Home;
import sockshell.transcript.Entry;
import sockshell.transcript.Problem;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;
import sockshell.transcript.replay.Difference;
import sockshell.transcript.replay.DifferenceText;
import sockshell.transcript.replay.Replay;
import sockshell.transcript.replay.Terms;

/**
 * /replay: a recording is done again in this session, as far as one likes, and the session stays
 * there to go on by hand.
 */
final class ReplayCommand {
    private static final int MOST_PROBLEMS = 10;
    private static final String USAGE =
            "/replay takes a recording, and then --step, --to NUMBER or --trust.";

    private final Desk desk;
    private final Lines lines;

    ReplayCommand(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    /** What was asked for: up to which statement, and whether to wait before each. */
    private record Wish(Path file, boolean steps, int last, boolean isTrusted) {}

    void run(String argument) {
        wish(argument).ifPresentOrElse(this::read, () -> desk.remark(USAGE));
    }

    private static Optional<Wish> wish(String argument) {
        List<String> words = List.of(argument.split("\\s+", -1));
        String file = words.getFirst();
        boolean steps = false;
        boolean isTrusted = false;
        int last = Integer.MAX_VALUE;
        for (int i = 1; i < words.size(); i++) {
            boolean isNumber = i + 1 < words.size() && words.get(i + 1).matches("\\d{1,9}");
            switch (words.get(i)) {
                case "--step" -> steps = true;
                case "--trust" -> isTrusted = true;
                case "--to" -> {
                    if (!isNumber) {
                        return Optional.empty();
                    }
                    last = Integer.parseInt(words.get(++i));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return file.isEmpty() || file.startsWith("--")
                ? Optional.empty()
                : Optional.of(new Wish(Home.path(file), steps, last, isTrusted));
    }

    private void read(Wish wish) {
        try {
            Reading reading = TranscriptReader.read(wish.file());
            if (!reading.transcript().isRecording()) {
                desk.remark(wish.file() + " is no recording. /open does what stands in a script.");
            } else if (reading.problems().isEmpty()) {
                begin(wish, reading);
            } else {
                reading.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(Problem::toString)
                        .forEach(desk::remark);
            }
        } catch (IOException e) {
            desk.remark("Cannot read " + wish.file() + ": " + Home.reason(e) + ".");
        }
    }

    private void begin(Wish wish, Reading reading) throws IOException {
        Path folder = Optional.ofNullable(wish.file().toAbsolutePath().getParent()).orElseThrow();
        Replay replay =
                new Replay(
                        desk.kernel(),
                        desk.catalogue(),
                        reading.transcript(),
                        Terms.in(folder).trusting(wish.isTrusted()),
                        desk.reporter());
        desk.begin(replay.session(), replay::close);
        if (wish.steps()) {
            desk.remark("Enter does the next statement, q leaves the rest to you.");
        }
        Optional<Difference> difference = goOn(replay, wish);
        difference.ifPresent(each ->
                new DifferenceText(desk.catalogue())
                        .of(wish.file().getFileName().toString(), each)
                        .forEach(desk::say));
        desk.remark(ending(replay, difference));
    }

    private static String ending(Replay replay, Optional<Difference> difference) {
        boolean isWhole = difference.isEmpty() && replay.next().isEmpty();
        return (isWhole ? "The recording holds. " : "")
                + "Everything stands as it is now: go on by hand; /reset begins anew.";
    }

    private Optional<Difference> goOn(Replay replay, Wish wish) {
        Optional<Difference> difference = Optional.empty();
        Optional<Entry.Statement> next = replay.next();
        for (int i = 0; i < wish.last() && next.isPresent() && difference.isEmpty(); i++) {
            show(replay.prose(), next.get());
            if ((wish.steps() && !goesOn()) || lines.isBrokenOff()) {
                return Optional.empty();
            }
            difference = step(replay, next.get());
            next = replay.next();
        }
        return difference.or(() -> replay.next().isEmpty() ? replay.finish() : Optional.empty());
    }

    private void show(List<String> prose, Entry.Statement statement) {
        prose.forEach(each -> desk.say(Text.of(Style.FAINT, each)));
        String mark = statement.process() + "> ";
        for (String line : statement.lines()) {
            desk.say(Text.of(Style.NAME, mark).plus(line));
            mark = statement.process() + "| ";
        }
    }

    private boolean goesOn() {
        return desk.screen().ask("").filter(answer -> !answer.strip().equals("q")).isPresent();
    }

    private Optional<Difference> step(Replay replay, Entry.Statement statement) {
        desk.switchTo(statement.process());
        desk.reporter().foreground(statement.process());
        AtomicReference<Optional<Difference>> difference = new AtomicReference<>(Optional.empty());
        desk.drive(() -> difference.set(replay.step()));
        return difference.get();
    }
}
