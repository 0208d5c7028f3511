package sockshell.transcript.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.ResultText;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;
import sockshell.sys.Kernel;
import sockshell.transcript.Captures;
import sockshell.transcript.Entry;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/**
 * Runs a transcript statement by statement, and compares what happens with what the transcript says
 * behind each. The session is its own; whoever listens hears it all.
 */
public final class Replay implements AutoCloseable {
    private static final String INTERRUPT = "/interrupt";

    private final Transcript transcript;
    private final Catalogue catalogue;
    private final Terms terms;
    private final Captures captures = new Captures();
    private final Scratch scratch;
    private final Session session;
    private final Watchdog watchdog;
    private final Observer observer;
    private final Comparison comparison;
    private int at;

    public Replay(
            Kernel kernel,
            Catalogue catalogue,
            Transcript transcript,
            Terms terms,
            Session.Listener audience)
            throws IOException {
        this.transcript = transcript;
        this.catalogue = catalogue;
        this.terms = terms;
        Expected expected = Expected.of(transcript);
        ResultText results = new ResultText(kernel.constants());
        EventLines lines = new EventLines(finished -> results.of(finished.outcome()));
        Patience patience = new Patience(kernel, terms.deadline(), this::survey);
        observer = new Observer(audience, lines, expected, patience, this::endsByItself);
        scratch = Scratch.beside(terms.folder());
        Stage stage = new Stage(kernel, patience, scratch, terms.isTrusted());
        session = new Session(stage, catalogue, observer);
        comparison = new Comparison(session, observer, captures, terms.deadline());
        watchdog = new Watchdog(terms.deadline(), session::halt);
    }

    private Survey survey() {
        return session.survey();
    }

    private boolean endsByItself(String process) {
        return session.endsByItself(process);
    }

    /** What the transcript's processes live in. */
    public Session session() {
        return session;
    }

    Transcript transcript() {
        return transcript;
    }

    Comparison comparison() {
        return comparison;
    }

    public Captures captures() {
        return captures;
    }

    /** Runs all that is left, up to the first difference. */
    public Optional<Difference> run() {
        Optional<Difference> difference = Optional.empty();
        while (difference.isEmpty() && next().isPresent()) {
            difference = step();
        }
        return difference.or(this::finish);
    }

    /** The statement that comes next; empty at the end. */
    public Optional<Entry.Statement> next() {
        for (int i = at; i < transcript.entries().size(); i++) {
            if (transcript.entries().get(i) instanceof Entry.Statement statement) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }

    /** What the transcript says in front of the next statement, line by line. */
    public List<String> prose() {
        Deque<String> lines = new ArrayDeque<>();
        int behind = at;
        while (behind < transcript.entries().size()
                && transcript.entries().get(behind) instanceof Entry.Aside) {
            behind++;
        }
        for (int i = behind - 1;
                i >= 0 && transcript.entries().get(i) instanceof Entry.Aside(_, Line what);
                i--) {
            if (what instanceof Line.Prose(String text)) {
                lines.addFirst(text);
            }
        }
        return List.copyOf(lines);
    }

    /** Runs the next statement, and compares up to the one behind it. */
    public Optional<Difference> step() {
        Optional<Difference> difference = Optional.empty();
        boolean isDone = false;
        while (difference.isEmpty() && at < transcript.entries().size()) {
            Entry entry = transcript.entries().get(at);
            if (entry instanceof Entry.Statement && isDone) {
                return comparison.leftOver(entry.line());
            }
            isDone |= entry instanceof Entry.Statement;
            at++;
            difference = take(entry);
        }
        return difference;
    }

    /** Does one line of the transcript, or compares it. */
    public Optional<Difference> take(Entry entry) {
        return switch (entry) {
            case Entry.Statement statement -> leftOver(statement).or(() -> perform(statement));
            case Entry.Seen recorded -> comparison.compare(recorded);
            case Entry.Aside _ -> Optional.empty();
        };
    }

    /** One thing that happened in front of a statement and is not in the transcript. */
    public Optional<Difference> leftOver(Entry.Statement statement) {
        return comparison.leftOver(statement.line());
    }

    /** What happened behind the last line is one thing too many, where that is the end. */
    public Optional<Difference> finish() {
        if (transcript.isRecording() && !transcript.isFinished()) {
            return Optional.empty();
        }
        int lines = transcript.entries().isEmpty() ? 1 : transcript.entries().getLast().line();
        return comparison.leftOver(lines).or(() -> comparison.heldBack(lines));
    }

    /** Has a statement done, and compares nothing; a difference is that it can't be done. */
    public Optional<Difference> perform(Entry.Statement statement) {
        comparison.begins(statement);
        Parser.Parsed parsed = Parser.parse(filled(statement), catalogue::has);
        if (parsed.statements().size() == 1
                && parsed.statements().getFirst() instanceof Stmt.Command(_, String command)) {
            return command(statement, command);
        }
        return run(statement, parsed);
    }

    /** A statement with the values of this run for its tags. */
    String filled(Entry.Statement statement) {
        return statement.lines().stream()
                .map(line -> Tags.filled(line, captures.values()))
                .collect(Collectors.joining("\n"));
    }

    private Optional<Difference> run(Entry.Statement statement, Parser.Parsed parsed) {
        String process = statement.process();
        if (!session.awaitIdle(process, terms.deadline())) {
            return Optional.of(comparison.stillBusy(statement));
        }
        observer.tells(statement);
        if (parsed.mistakes().isEmpty()) {
            boolean isWell =
                    watchdog.sees(() -> session.run(process, parsed.typed(), terms.deadline()));
            return isWell ? Optional.empty() : Optional.of(comparison.endless(statement));
        } else {
            observer.happened(new Event.Typed(process, parsed.typed().source()));
            observer.happened(
                    new Event.Slipped(process, parsed.typed().source(), parsed.mistakes()));
        }
        return Optional.empty();
    }

    /** Of the commands only this one changes what the processes do. */
    private Optional<Difference> command(Entry.Statement statement, String command) {
        String[] words = command.strip().split("\\s+", -1);
        boolean isInterrupt =
                words.length == 2 && words[0].length() > 1 && INTERRUPT.startsWith(words[0]);
        return isInterrupt && !session.interrupt(words[1])
                ? Optional.of(comparison.notBlocked(statement, words[1]))
                : Optional.empty();
    }

    @Override
    public void close() {
        watchdog.close();
        session.close();
        scratch.close();
    }
}
