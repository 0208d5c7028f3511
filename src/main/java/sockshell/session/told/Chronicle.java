package sockshell.session.told;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a session, the latest moments of it: a loop may make more calls than anybody
 * wants to read. It is told by one thread at a time, and asked by another.
 */
public final class Chronicle {
    /** So many are kept. */
    public static final int MOST = 10_000;

    private final Deque<Moment> moments = new ArrayDeque<>();
    private int count;

    /** Keeps an event, and looks at the socket of a call; to be told at once. */
    public Moment note(Event event, Duration at) {
        Optional<Survey.Held> seen =
                event instanceof Event.Called called
                        ? called.made().look().get()
                        : Optional.empty();
        return keep(new Moment(++count, at, event, seen));
    }

    private synchronized Moment keep(Moment moment) {
        if (moments.size() == MOST) {
            moments.removeFirst();
        }
        moments.addLast(moment);
        return moment;
    }

    public synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }

    public synchronized void clear() {
        moments.clear();
    }
}
