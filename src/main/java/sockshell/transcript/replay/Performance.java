package sockshell.transcript.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Beat;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/**
 * A transcript run again for those who want to see it: each call is looked at, and all that happens
 * is kept together with what the author says in between.
 */
public final class Performance {
    private final List<Beat> beats = new ArrayList<>();
    private final Chronicle chronicle = new Chronicle();

    private Performance() {}

    /** What happened; with the difference where that is not what the transcript says. */
    public record Given(List<Beat> beats, Optional<Difference> difference) {
        public Given {
            beats = List.copyOf(beats);
        }
    }

    /** Runs it to its end, or up to the first difference, and ends all its processes. */
    public static Given of(Kernel kernel, Catalogue catalogue, Transcript transcript, Terms terms)
            throws IOException {
        Performance performance = new Performance();
        Ear ear = performance.new Ear();
        try (Replay replay = new Replay(kernel, catalogue, transcript, terms, ear)) {
            ear.session = Optional.of(replay.session());
            Optional<Difference> difference = performance.run(replay);
            return new Given(performance.beats, difference);
        }
    }

    private Optional<Difference> run(Replay replay) {
        Optional<Difference> difference = Optional.empty();
        for (Entry entry : replay.transcript().entries()) {
            note(replay, entry);
            difference = replay.take(entry);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return replay.finish();
    }

    private void note(Replay replay, Entry entry) {
        switch (entry) {
            case Entry.Statement statement ->
                    beats.add(
                            new Beat.Typed(
                                    statement.line(),
                                    statement.process(),
                                    replay.filled(statement)));
            case Entry.Aside(_, Line.Prose(String text)) ->
                    beats.add(new Beat.Said(text.replaceFirst("^#\\s?", "")));
            case Entry.Aside(_, Line.Pause pause) -> beats.add(new Beat.Paused(pause.seconds()));
            case Entry.Aside _, Entry.Seen _ -> {}
        }
    }

    /**
     * Hears what happens until the transcript's end; how everything is closed is not part of it.
     */
    private final class Ear implements Session.Listener {
        private Optional<Session> session = Optional.empty();

        @Override
        public boolean wantsCalls() {
            return true;
        }

        @Override
        public void happened(Event event) {
            session.ifPresent(
                    own -> beats.add(new Beat.Happened(chronicle.note(event, own.age()))));
        }
    }
}
