package sockshell.transcript.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.transcript.Entry;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;

/**
 * Hears what happens, and keeps what is to be compared: all that a process prints and where it
 * blocks; and its results, where the transcript follows the statement.
 */
final class Observer implements Session.Listener {
    private final Session.Listener audience;
    private final EventLines lines;
    private final Expected expected;
    private final Patience patience;
    private final List<Sighting> seen = new ArrayList<>();
    private final Map<String, Entry.Statement> told = new HashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> timed = new HashSet<>();
    private final Predicate<String> endsByItself;

    Observer(
            Session.Listener audience,
            EventLines lines,
            Expected expected,
            Patience patience,
            Predicate<String> endsByItself) {
        this.endsByItself = endsByItself;
        this.audience = audience;
        this.lines = lines;
        this.expected = expected;
        this.patience = patience;
    }

    /** What happens to the process from now on comes from this statement. */
    synchronized void tells(Entry.Statement statement) {
        String process = statement.process();
        told.put(process, statement);
        begun.remove(process);
        set(followed, process, expected.follows(statement));
    }

    private static void set(Set<String> processes, String process, boolean isOne) {
        if (isOne) {
            processes.add(process);
        } else {
            processes.remove(process);
        }
    }

    @Override
    public void happened(Event event) {
        audience.happened(event);
        note(event);
    }

    private synchronized void note(Event event) {
        if (event instanceof Event.Begun(String process, _)) {
            begins(process);
        }
        if (event instanceof Event.Finished) {
            patience.expect(Optional.empty());
        }
        if (event instanceof Event.Blocked(String process, _, _)) {
            set(timed, process, endsByItself.test(process));
        }
        if (event instanceof Event.Forked(String parent, String child)) {
            set(followed, child, followed.contains(parent));
        }
        lines.of(event)
                .filter(this::isCompared)
                .ifPresent(line -> seen.add(new Sighting(line, event)));
    }

    private void begins(String process) {
        int place = begun.merge(process, 1, Integer::sum) - 1;
        patience.expect(
                Optional.ofNullable(told.get(process))
                        .flatMap(statement -> expected.due(statement, place)));
    }

    private boolean isCompared(Line line) {
        return line instanceof Line.Result(String process, _, _)
                ? followed.contains(process)
                : !expected.isScript();
    }

    /** Whether the call that the process slept in last was told how long to sleep at most. */
    synchronized boolean sleptForATime(String process) {
        return timed.contains(process);
    }

    synchronized boolean hasSeen(String process) {
        return seen.stream().anyMatch(each -> each.process().equals(process));
    }

    synchronized boolean hasSeen() {
        return !seen.isEmpty();
    }

    /** The first that nobody took yet. */
    synchronized Optional<Sighting> next() {
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.removeFirst());
    }

    /** Takes the first of a process, wherever it stands. */
    synchronized Optional<Sighting> next(String process) {
        for (Iterator<Sighting> each = seen.iterator(); each.hasNext(); ) {
            Sighting sighting = each.next();
            if (sighting.process().equals(process)) {
                each.remove();
                return Optional.of(sighting);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean wantsCalls() {
        return audience.wantsCalls();
    }

    @Override
    public void returned() {
        audience.returned();
    }

    @Override
    public Optional<String> input(String process, String question) {
        Optional<String> recorded;
        synchronized (this) {
            recorded = Optional.ofNullable(told.get(process)).flatMap(expected::typed);
        }
        return recorded.or(() -> audience.input(process, question));
    }
}
