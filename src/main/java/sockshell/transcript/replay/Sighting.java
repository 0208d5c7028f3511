package sockshell.transcript.replay;

import java.util.List;
import sockshell.lang.Mistake;
import sockshell.session.told.Event;
import sockshell.transcript.Line;

/** Something that happened now, and the line that it is without names for what changes. */
record Sighting(Line line, Event event) {

    /** What there is to say about it. */
    List<String> remarks() {
        return switch (event) {
            case Event.Finished finished -> finished.remarks();
            case Event.Slipped slipped ->
                    slipped.mistakes().stream()
                            .limit(1)
                            .map(Mistake::hint)
                            .filter(hint -> !hint.isEmpty())
                            .toList();
            case Event.Typed _,
                    Event.Begun _,
                    Event.Blocked _,
                    Event.Called _,
                    Event.Printed _,
                    Event.Forked _,
                    Event.Ended _ ->
                    List.of();
        };
    }

    String process() {
        return Expected.process(line);
    }
}
