package sockshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Mistake;
import sockshell.lang.Source;
import sockshell.lang.Span;
import sockshell.render.Quoted;
import sockshell.render.ResultText;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;

/**
 * Writes a session down while it runs: the transcript to standard output, and what a person wants
 * to know beyond it to standard error.
 */
final class ScriptOutput implements Session.Listener {
    private static final int EXCERPT = 60;
    private static final int MOST_MISTAKES = 20;

    /** Whence the lines come that a process asks for. */
    interface Keyboard {
        Optional<String> line() throws IOException;
    }

    private final String file;
    private final ResultText results;
    private final EventLines lines;
    private final PrintStream out;
    private final PrintStream err;
    private final Keyboard keyboard;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> lastResults = new HashMap<>();
    private boolean failed;
    private boolean unusable;

    ScriptOutput(String file, Constants constants, Streams streams, Keyboard keyboard) {
        this.file = file;
        this.out = streams.out();
        this.err = streams.err();
        this.keyboard = keyboard;
        results = new ResultText(constants);
        lines = new EventLines(finished -> results.of(finished.outcome()));
    }

    /** Where the two kinds of text go. */
    record Streams(PrintStream out, PrintStream err) {}

    boolean hasFailed() {
        return failed;
    }

    boolean isUnusable() {
        return unusable;
    }

    Optional<String> lastResult(String process) {
        return Optional.ofNullable(lastResults.get(process));
    }

    void prose(String text) {
        out.println(EventLines.harmless(text));
    }

    void echo(String process, String mark, String text) {
        write(process, mark, EventLines.harmless(text));
    }

    /** What follows for this process was read there. */
    void begin(String process, Place place) {
        places.put(process, place);
    }

    void diagnose(String sentence) {
        err.println("sockshell: " + sentence);
    }

    void unusable(int line, String reason) {
        unusable = true;
        err.println(file + ":" + line + ": " + reason);
    }

    void leftOut(String process) {
        failed = true;
        diagnose(process + " is still blocked; the line was left out.");
    }

    /** A mistake in what is no statement. */
    void slip(String process, String message, String hint) {
        failed = true;
        write(EventLines.slip(process, message));
        err.println(EventLines.harmless(message) + (hint.isEmpty() ? "" : "; " + hint));
    }

    @Override
    public void happened(Event event) {
        lines.of(event).ifPresent(this::write);
        switch (event) {
            case Event.Finished finished -> finished(finished);
            case Event.Slipped slipped -> slipped(slipped);
            case Event.Forked(String parent, String child) ->
                    Optional.ofNullable(places.get(parent))
                            .ifPresent(place -> places.put(child, place));
            case Event.Ended(_, int failures, _) -> failed |= failures > 0;
            case Event.Typed _,
                    Event.Begun _,
                    Event.Called _,
                    Event.Blocked _,
                    Event.Printed _ -> {}
        }
    }

    private void finished(Event.Finished finished) {
        failed |= finished.failures() > 0;
        lastResults.put(finished.process(), results.of(finished.outcome()));
        finished.remarks().forEach(remark -> err.println("|  " + EventLines.harmless(remark)));
    }

    /** The transcript says what is wrong; standard error shows where, and what to do. */
    private void slipped(Event.Slipped slipped) {
        failed = true;
        List<Mistake> mistakes = slipped.mistakes();
        Place place = places.getOrDefault(slipped.process(), new Place(1));
        mistakes.stream()
                .limit(MOST_MISTAKES)
                .forEach(mistake -> point(slipped.source(), mistake, place));
        if (mistakes.size() > MOST_MISTAKES) {
            err.println("    and " + (mistakes.size() - MOST_MISTAKES) + " more mistakes here");
        }
    }

    private void point(Source source, Mistake mistake, Place place) {
        Span span = mistake.span();
        int column = source.column(span.from());
        String at = place.of(source.line(span.from()), column);
        err.println(file + ":" + at + ": " + EventLines.harmless(mistake.message()));
        err.println("    " + EventLines.harmless(excerpt(source.lineAt(span.from()), column)));
        err.println("    " + " ".repeat(Math.min(column, EXCERPT) - 1) + "^");
        if (!mistake.hint().isEmpty()) {
            err.println("    " + EventLines.harmless(mistake.hint()));
        }
    }

    /** A line may be very long; what stands before the mistake is then cut. */
    private static String excerpt(String line, int column) {
        int from = Math.max(0, column - EXCERPT);
        return line.substring(from, Math.min(line.length(), from + 2 * EXCERPT));
    }

    @Override
    public Optional<String> input(String process, String question) {
        if (!question.isEmpty()) {
            write(new Line.Printed(process, Quoted.escaped(Bytes.of(question))));
        }
        try {
            return keyboard.line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Line line) {
        out.println(line.written());
    }

    private void write(String process, String mark, String text) {
        out.println(process + mark + text);
    }
}
