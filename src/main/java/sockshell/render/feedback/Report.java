package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import sockshell.render.Text;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey;

/**
 * A statement that came to its end: what it told, the calls that it made, and what the kernel had
 * before and after, both measured while nobody ran. The advice is what to do next, if anybody
 * knows.
 */
public record Report(
        Event.Finished finished,
        List<Moment> calls,
        Survey before,
        Survey after,
        Optional<Text> advice) {
    public Report {
        calls = List.copyOf(calls);
    }

    /** The statement's own calls, those of its process: whom it woke made others meanwhile. */
    List<Event.Called> made() {
        return calls.stream()
                .map(Moment::event)
                .filter(Event.Called.class::isInstance)
                .map(Event.Called.class::cast)
                .filter(called -> called.process().equals(finished.process()))
                .filter(called -> called.statement().id() == finished.statement().id())
                .toList();
    }
}
