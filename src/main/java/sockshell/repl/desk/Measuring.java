package sockshell.repl.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sockshell.render.Text;
import sockshell.render.feedback.Report;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey;

/**
 * What is measured around each statement. A loop may make a million calls, and a session have
 * thousands of sockets: then less is measured, so that nobody waits for it.
 */
public final class Measuring {
    private static final int MOST_CALLS = 500;
    private static final int MOST_DESCRIPTORS = 300;
    private static final int MOST_LOOKS = 20_000;
    private static final Survey NOTHING = new Survey(List.of(), List.of());

    private final Desk desk;
    private final Map<String, Survey> before = new HashMap<>();
    private final Map<String, List<Moment>> calls = new HashMap<>();
    private final Map<String, Set<String>> slept = new HashMap<>();
    private volatile int made;

    public Measuring(Desk desk) {
        this.desk = desk;
    }

    /** Only so many calls of a statement are looked at. */
    public boolean wantsCalls() {
        return made < MOST_CALLS;
    }

    /** To be told before anything is shown of it. */
    public synchronized void note(Event event) {
        Moment moment = desk.chronicle().note(event, desk.session().age());
        switch (event) {
            case Event.Begun(String process, _) -> {
                made = 0;
                calls.remove(process);
                slept.remove(process);
                before.put(process, survey());
            }
            case Event.Called called -> {
                made++;
                calls.computeIfAbsent(called.process(), _ -> new ArrayList<>()).add(moment);
            }
            default -> {}
        }
    }

    /** Were all calls of a statement looked at? */
    public boolean hasAll(List<Moment> calls) {
        return calls.size() < MOST_CALLS;
    }

    /** Has the process not slept in this call since it began with its statement? */
    public synchronized boolean blocksForTheFirstTime(Event.Blocked blocked) {
        return slept.computeIfAbsent(blocked.process(), _ -> new HashSet<>()).add(blocked.call());
    }

    /** The calls of a statement that has come to its end. */
    public synchronized List<Moment> calls(Event.Finished finished) {
        return Optional.ofNullable(calls.remove(finished.process())).orElse(List.of());
    }

    /** How everything was when a process began with its statement. */
    public synchronized Survey before(String process) {
        return Optional.ofNullable(before.get(process)).orElse(NOTHING);
    }

    public Report report(Event.Finished finished, List<Moment> made, Optional<Text> advice) {
        return new Report(finished, made, before(finished.process()), survey(), advice);
    }

    /** How everything is now, once what was sent has arrived. */
    public Survey survey() {
        if (desk.session().size() > MOST_DESCRIPTORS) {
            return NOTHING;
        }
        int looks = 0;
        while (desk.kernel().inspection().packetsUnderWay().orElse(false) && looks < MOST_LOOKS) {
            Thread.onSpinWait();
            looks++;
        }
        return desk.session().survey();
    }
}
