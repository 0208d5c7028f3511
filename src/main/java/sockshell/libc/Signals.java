package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import sockshell.libc.platform.Platform;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** What the process does about signals, signal(7): one wakes a thread, and one may not end us. */
final class Signals {
    /* signal(7): the C library keeps 32 and 33 for itself; the JVM uses none of these */
    private static final int FIRST = 40;
    private static final int LAST = 60;

    /** Linux's number; elsewhere nobody dies of SIGIO, and this one is not missed. */
    private static final int SIGIO = 29;

    private static final long DEFAULT = 0;
    private static final long IGNORED = 1;

    /** abs(3), for want of a function that does nothing. */
    private static final MemorySegment HARMLESS = Native.symbol("abs");

    private final Struct action;
    private final Field handler;
    private int wake;
    private volatile boolean isSafe;

    Signals(Platform platform) {
        action = platform.struct("sigaction");
        handler = action.field("sa_handler");
    }

    /**
     * O_ASYNC, F_SETLEASE and F_NOTIFY send SIGIO, which ends a process that says nothing. Before
     * the first call that could ask for it is early enough, and spares the start its time.
     */
    void surviveSigio(Caller caller) {
        if (!isSafe) {
            if (handler(caller, SIGIO) == DEFAULT) {
                handle(caller, SIGIO, IGNORED);
            }
            isSafe = true;
        }
    }

    /**
     * The signal that makes a blocked call return EINTR: a real-time one that nobody handles yet,
     * set without SA_RESTART. The first to ask installs the handler.
     */
    synchronized int wake(Caller caller) {
        if (wake == 0) {
            int free = free(caller);
            handle(caller, free, HARMLESS.address());
            wake = free;
        }
        return wake;
    }

    private int free(Caller caller) {
        for (int candidate = FIRST; candidate <= LAST; candidate++) {
            long present = handler(caller, candidate);
            if (present == DEFAULT || present == HARMLESS.address()) {
                return candidate;
            }
        }
        throw new IllegalStateException("every real-time signal has a handler already");
    }

    private long handler(Caller caller, int signal) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment old = arena.allocate(action.size(), Long.BYTES);
            sigaction(caller, signal, MemorySegment.NULL, old);
            return Memory.get(old, 0, handler);
        }
    }

    private void handle(Caller caller, int signal, long function) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chosen = arena.allocate(action.size(), Long.BYTES);
            Memory.put(chosen, 0, handler, function);
            sigaction(caller, signal, chosen, MemorySegment.NULL);
        }
    }

    // int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact);
    private static final class CSigaction {
        static final MethodHandle CALL = function("sigaction", INT, INT, POINTER, POINTER);
    }

    private static void sigaction(
            Caller caller, int signal, MemorySegment chosen, MemorySegment old) {
        try {
            int returned = (int) CSigaction.CALL.invokeExact(caller.capture, signal, chosen, old);
            if (returned != 0) {
                throw new IllegalStateException("sigaction: errno " + caller.errno());
            }
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
