package sockshell.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sockshell.session.Phase.State;
import sockshell.session.told.Activity;
import sockshell.session.told.Activity.Doing;
import sockshell.session.told.Event;

/** What a process is doing, in words for others. */
final class Activities {
    private Activities() {}

    static boolean isBlocked(SockProcess process) {
        State state = process.worker().phase().state();
        return state == State.BLOCKED || state == State.QUEUED;
    }

    /** The call that a process sleeps in. */
    static Event.Blocked blocked(SockProcess process) {
        Optional<Arguments> current = process.worker().current();
        return new Event.Blocked(
                process.name(),
                current.map(Arguments::name).orElse(""),
                current.map(Arguments::values).orElse(List.of()));
    }

    static Activity of(SockProcess process) {
        Doing doing = doing(process.worker().phase().state());
        if (doing != Doing.BLOCKED) {
            return new Activity(process.name(), doing, "", List.of(), Duration.ZERO);
        }
        Event.Blocked in = blocked(process);
        return new Activity(
                in.process(), doing, in.call(), in.arguments(), process.worker().lasting());
    }

    private static Doing doing(State state) {
        return switch (state) {
            case IDLE -> Doing.READY;
            case BLOCKED, QUEUED -> Doing.BLOCKED;
            case YIELDED -> Doing.ASKING;
            case RUNNING, CALLING, RETURNED -> Doing.BUSY;
        };
    }
}
