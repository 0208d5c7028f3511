package sockshell.libc;

import sockshell.libc.platform.Failures;

/**
 * A {@link Caller} for each thread. The one used last is kept at hand, as most calls in a row come
 * from one thread, and a look at its owner is cheaper than a ThreadLocal's search. Two threads may
 * overwrite each other's here without harm: a caller's owner never changes, so what is found is
 * either the thread's own or known not to be.
 */
final class Callers {
    private final ThreadLocal<Caller> all;
    private Caller last;

    Callers(Failures failures) {
        all = ThreadLocal.withInitial(() -> new Caller(failures));
        last = all.get();
    }

    /** The calling thread's own. */
    Caller get() {
        Caller caller = last;
        return caller.isOwn() ? caller : found();
    }

    private Caller found() {
        Caller caller = all.get();
        last = caller;
        return caller;
    }
}
