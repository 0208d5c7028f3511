package sockshell.transcript.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sockshell.lang.Nesting;
import sockshell.lang.Parser;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.libc.LibcKernel;
import sockshell.render.ResultText;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Beat;
import sockshell.transcript.Captures;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/** Lines of a transcript, run on the real kernel, and what happened. */
final class Played {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final ResultText results = new ResultText(kernel.constants());
    private final Captures captures = new Captures();
    private final Chronicle chronicle = new Chronicle();
    private final Map<String, String> lastResults = new HashMap<>();
    private final List<Beat> happened = new ArrayList<>();
    private final List<Beat> beats;
    private final List<Entry> entries = new ArrayList<>();
    private final Nesting nesting = new Nesting();
    private final List<String> open = new ArrayList<>();
    private Supplier<Duration> age = () -> Duration.ZERO;

    private Played(List<String> lines) {
        try (Session session = new Session(kernel, catalogue, new Recorder())) {
            age = session::age;
            for (int i = 0; i < lines.size(); i++) {
                take(session, i + 1, Line.of(lines.get(i)));
            }
            beats = List.copyOf(happened);
        }
    }

    static Story typed(String script) {
        return new Played(script.lines().toList()).story();
    }

    /** A transcript of the project, by its name. */
    static Story shipped(String name) {
        try {
            return new Played(Files.readAllLines(Path.of("transcripts", name))).named(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Story story() {
        return named("a-test.skt");
    }

    private Story named(String title) {
        Transcript transcript = new Transcript(title, true, true, entries);
        return Story.of(title, transcript, beats, kernel.constants(), catalogue);
    }

    private final class Recorder implements Session.Listener {
        @Override
        public void happened(Event event) {
            if (event instanceof Event.Finished(String who, _, Outcome outcome, _, _)) {
                lastResults.put(who, results.of(outcome));
            }
            happened.add(new Beat.Happened(chronicle.note(event, age.get())));
        }

        @Override
        public boolean wantsCalls() {
            return true;
        }
    }

    private void take(Session session, int number, Line line) {
        switch (line) {
            case Line.Prose(String text) ->
                    happened.add(new Beat.Said(text.replaceFirst("^#", "")));
            case Line.Pause pause -> happened.add(new Beat.Paused(pause.seconds()));
            case Line.Directive _ -> entries.add(new Entry.Aside(number, line));
            case Line.Spoken(String who, String text) -> spoken(session, number, who, text);
            case Line.Continued(String who, String text) -> spoken(session, number, who, text);
            case Line.Result(String who, String text, _) -> {
                session.awaitIdle(who, PATIENCE);
                captures.capture(text, lastResults.getOrDefault(who, ""));
            }
            case Line.Blocked _, Line.Printed _, Line.Other _, Line.Unreadable _ -> {}
        }
    }

    private void spoken(Session session, int number, String who, String text) {
        String filled = Tags.filled(text, captures.values());
        open.add(filled);
        nesting.add(filled);
        if (nesting.isOpen()) {
            return;
        }
        String all = String.join("\n", open);
        int first = number - open.size() + 1;
        entries.add(new Entry.Statement(first, who, open));
        open.clear();
        nesting.clear();
        if (all.startsWith("/interrupt ")) {
            happened.add(new Beat.Typed(first, who, all));
            session.interrupt(all.substring("/interrupt ".length()));
        } else {
            session.awaitIdle(who, PATIENCE);
            happened.add(new Beat.Typed(first, who, all));
            Parser.Parsed parsed = Parser.parse(all, catalogue::has);
            session.run(who, parsed.typed(), PATIENCE);
        }
    }
}
