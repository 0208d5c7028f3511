package sockshell.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Nesting;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Captures;
import sockshell.transcript.Line;
import sockshell.transcript.record.Recorded;
import sockshell.transcript.record.Recorder;
import sockshell.transcript.record.Tape;

/**
 * Runs statements without a terminal, line by line as they come. What a recording says of its
 * results is not compared; only the values of its tags are taken from what happens now.
 */
final class Script {
    private static final String MAIN = "main";
    private static final String VERSION = "1";
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

    /** Where lines come from. */
    interface Lines {
        /** The next one; empty at the end. */
        Optional<Line> next() throws IOException;
    }

    private final boolean stops;
    private final Duration deadline;
    private final Catalogue catalogue = new Catalogue();
    private final Captures captures = new Captures();
    private final ScriptOutput output;
    private final Optional<Recorder> recorder;
    private final Session.Listener listener;
    private final Session session;
    private final Nesting nesting = new Nesting();
    private final StringBuilder open = new StringBuilder();
    private Place place = new Place(0);
    private String process = MAIN;
    private int number;
    private boolean isLeftOut;
    private boolean isRecording;
    private boolean isFinished;

    Script(Kernel kernel, Options options, ScriptOutput output, Optional<Tape> tape) {
        stops = options.has("--stop");
        deadline = options.deadline().orElse(USUAL_PATIENCE);
        this.output = output;
        recorder = tape.map(each -> new Recorder(kernel, catalogue, System::nanoTime, each));
        listener =
                recorder.<Session.Listener>map(each -> new Recorded(each, output)).orElse(output);
        session = new Session(kernel, catalogue, listener);
    }

    /** Runs all lines and says how it went. */
    ExitCode run(Lines lines) throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent() && !isStopped()) {
            number++;
            take(line.get());
            line = lines.next();
        }
        if (!open.isEmpty()) {
            runOpen();
        }
        sayWhoIsBlocked();
        recorder.ifPresent(Recorder::finish);
        session.close();
        return exitCode();
    }

    private boolean isStopped() {
        return output.isUnusable() || (stops && output.hasFailed());
    }

    private ExitCode exitCode() {
        if (output.isUnusable()) {
            return ExitCode.UNUSABLE;
        }
        if (output.hasFailed()) {
            return ExitCode.FAILED;
        }
        return isRecording && !isFinished ? unfinished() : ExitCode.WELL;
    }

    private ExitCode unfinished() {
        output.diagnose("the recording is unfinished: it has no %end.");
        return ExitCode.UNFINISHED;
    }

    private void take(Line line) {
        boolean isBehindEnd = isFinished && !(line instanceof Line.Prose);
        if (isBehindEnd) {
            unusable("nothing may stand behind %end");
            return;
        }
        switch (line) {
            case Line.Directive(String name, String value) -> directive(name, value);
            case Line.Prose(String text) -> prose(text);
            case Line.Spoken(String who, String text) -> spoken(who, text);
            case Line.Continued(String who, String text) -> continued(who, text);
            case Line.Result(String who, String text, _) -> capture(who, text);
            case Line.Other(String text) -> other(text);
            case Line.Unreadable(String reason) -> unusable(reason);
            case Line.Blocked _, Line.Printed _, Line.Pause _ -> {}
        }
    }

    private void directive(String name, String value) {
        if (name.equals("sockshell-transcript")) {
            isRecording = true;
            if (number > 1) {
                unusable("%sockshell-transcript stands on the first line only");
            } else if (!value.equals(VERSION)) {
                unusable("version " + value + " is not known; this SockShell reads version 1");
            }
        }
        isFinished |= name.equals("end");
    }

    private void prose(String text) {
        recorder.filter(_ -> open.isEmpty()).ifPresent(each -> each.prose(text));
        if (open.isEmpty()) {
            output.prose(text);
        } else {
            add("| ", 0, text);
        }
    }

    private void spoken(String who, String text) {
        if (!open.isEmpty()) {
            runOpen();
        }
        process = who;
        add("> ", who.length() + 2, text);
    }

    private void continued(String who, String text) {
        if (open.isEmpty() || !who.equals(process)) {
            unusable("nothing is open in " + who + " that this line could go on with");
        } else {
            add("| ", who.length() + 2, text);
        }
    }

    /** In a plain script main needs no name. */
    private void other(String text) {
        if (isRecording) {
            unusable("this is no line of a transcript");
        } else if (open.isEmpty()) {
            process = MAIN;
            add("> ", 0, text);
        } else {
            add("| ", 0, text);
        }
    }

    private void unusable(String reason) {
        output.unusable(number, reason);
    }

    /** One line more; what is whole with it is run. */
    private void add(String mark, int indent, String line) {
        if (open.isEmpty()) {
            begin(line);
        }
        place.add(indent);
        String text = Tags.filled(line, captures.values());
        output.echo(isLeftOut ? "# left out: " + process : process, mark, text);
        open.append(open.isEmpty() ? "" : "\n").append(text);
        nesting.add(text);
        if (!nesting.isOpen()) {
            runOpen();
        }
    }

    /** The result of what was there before comes first. A command is for the shell itself. */
    private void begin(String line) {
        place = new Place(number);
        isLeftOut = !line.startsWith("/") && !session.awaitIdle(process, deadline);
    }

    private void runOpen() {
        String text = open.toString();
        open.setLength(0);
        nesting.clear();
        Parser.Parsed parsed = Parser.parse(text, catalogue::has);
        if (parsed.statements().size() == 1
                && parsed.statements().getFirst() instanceof Stmt.Command(_, String command)) {
            command(command);
        } else if (isLeftOut) {
            output.leftOut(process);
        } else {
            output.begin(process, place);
            run(parsed);
        }
    }

    private void run(Parser.Parsed parsed) {
        if (parsed.mistakes().isEmpty()) {
            session.run(process, parsed.typed(), deadline);
        } else {
            listener.happened(new Event.Typed(process, parsed.typed().source()));
            listener.happened(
                    new Event.Slipped(process, parsed.typed().source(), parsed.mistakes()));
        }
    }

    private void command(String text) {
        List<String> words = List.of(text.split("\\s+", -1));
        boolean isInterrupt = words.size() == 2 && "/interrupt".startsWith(words.getFirst());
        if (!isInterrupt || words.getFirst().length() < 2) {
            output.slip(process, text + " is nothing that a script can do", "/interrupt NAME is");
            return;
        }
        recorder.ifPresent(each -> each.typed(process, text));
        if (!session.interrupt(words.getLast())) {
            output.slip(process, words.getLast() + " is not blocked in a call", "");
        }
    }

    /** A recorded result belongs to the process's last call, which may still be under way. */
    private void capture(String who, String recorded) {
        session.awaitIdle(who, deadline);
        output.lastResult(who).ifPresent(actual -> captures.capture(recorded, actual));
    }

    private void sayWhoIsBlocked() {
        if (!session.awaitAll(deadline)) {
            for (Event.Blocked each : session.blocked()) {
                output.diagnose(each.process() + " is blocked in " + each.call() + ".");
            }
            session.busy().forEach(each -> output.diagnose(each + " is still in its loop."));
        }
    }
}
