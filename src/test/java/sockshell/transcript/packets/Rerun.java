package sockshell.transcript.packets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sockshell.lang.Parser;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.ResultText;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Beat;
import sockshell.transcript.Captures;
import sockshell.transcript.Line;

/** The statements of a transcript, run on the real kernel, and what happened then. */
final class Rerun {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Kernel kernel = new LibcKernel();
    final Catalogue catalogue = new Catalogue();
    final List<Beat> beats = new ArrayList<>();
    private final Map<String, String> results = new HashMap<>();
    private final Captures captures = new Captures();
    private final Chronicle chronicle = new Chronicle();
    private final ResultText texts = new ResultText(kernel.constants());

    private final class Listener implements Session.Listener {
        private Supplier<Duration> age = () -> Duration.ZERO;

        @Override
        public void happened(Event event) {
            beats.add(new Beat.Happened(chronicle.note(event, age.get())));
            if (event instanceof Event.Finished finished) {
                results.put(event.process(), texts.of(finished.outcome()));
            }
            if (event instanceof Event.Slipped slipped) {
                throw new AssertionError(slipped);
            }
        }

        @Override
        public boolean wantsCalls() {
            return true;
        }
    }

    static Rerun of(String transcript) {
        Rerun rerun = new Rerun();
        rerun.run(transcript);
        return rerun;
    }

    void run(String transcript) {
        Listener listener = new Listener();
        try (Session session = new Session(kernel, catalogue, listener)) {
            listener.age = session::age;
            transcript.lines().map(Line::of).forEach(line -> take(session, line));
            session.awaitAll(PATIENCE);
        }
    }

    private void take(Session session, Line line) {
        switch (line) {
            case Line.Spoken(String who, String text) -> say(session, who, text);
            case Line.Result(String who, String text, _) -> {
                session.awaitIdle(who, PATIENCE);
                Optional.ofNullable(results.get(who))
                        .ifPresent(actual -> captures.capture(text, actual));
            }
            case Line.Continued _, Line.Other _ -> throw new AssertionError(line);
            case Line.Blocked _,
                    Line.Printed _,
                    Line.Prose _,
                    Line.Pause _,
                    Line.Directive _,
                    Line.Unreadable _ -> {}
        }
    }

    private void say(Session session, String who, String text) {
        String filled = Tags.filled(text, captures.values());
        if (filled.startsWith("/interrupt ")) {
            session.interrupt(filled.substring("/interrupt ".length()));
        } else {
            session.awaitIdle(who, PATIENCE);
            session.run(who, Parser.parse(filled, catalogue::has).typed(), PATIENCE);
        }
    }

    /** The port that a tag stands for. */
    int port(String tag) {
        return Integer.parseInt(Optional.ofNullable(captures.values().get(tag)).orElseThrow());
    }

    Packets synthetic() {
        return Synthetic.of(beats, kernel.constants(), catalogue);
    }
}
