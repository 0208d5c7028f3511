package sockshell.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a process is doing, told apart call by call: so that one thread can say "you are blocked in
 * this very call" while the other may be on its way into the next.
 */
final class Phase {
    /** What a process can be doing. */
    enum State {
        /** has nothing to do */
        IDLE,
        /** works on a statement, and is the only process that does */
        RUNNING,
        /** is in a call, which may return at any moment */
        CALLING,
        /** is in a call that sleeps; others may run meanwhile */
        BLOCKED,
        /** is back from a call that slept, and waits for its turn */
        RETURNED,
        /** would read what another one sleeps in a read of, and waits until that one is back */
        QUEUED,
        /** asks again and again for what is not there yet, and lets others go first */
        YIELDED
    }

    private static final State[] STATES = State.values();

    private final AtomicLong packed = new AtomicLong();

    State state() {
        return state(packed.get());
    }

    long stamp() {
        return packed.get();
    }

    static State state(long stamp) {
        return STATES[(int) (stamp % STATES.length)];
    }

    /** Into a new state, whatever was before. */
    void enter(State next) {
        packed.set(following(packed.get(), next));
    }

    /** Into a new state, but only from the one that the stamp was taken of. */
    boolean enter(long stamp, State next) {
        return packed.compareAndSet(stamp, following(stamp, next));
    }

    @SuppressWarnings("EnumOrdinal") // packed into one number, so that a change is one step
    private static long following(long stamp, State next) {
        return (stamp / STATES.length + 1) * STATES.length + next.ordinal();
    }
}
