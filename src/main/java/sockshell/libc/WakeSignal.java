package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import sockshell.libc.platform.Platform;
import sockshell.sys.Struct;

/**
 * The signal that makes a blocked call return EINTR: a real-time one that nobody handles yet, with
 * abs(3) as its handler, a function that harms nothing, and without SA_RESTART, signal(7).
 */
final class WakeSignal {
    /* signal(7): the C library keeps 32 and 33 for itself; the JVM uses none of these */
    private static final int FIRST = 40;
    private static final int LAST = 60;
    private static final MemorySegment HARMLESS = Native.symbol("abs");

    private final Struct action;
    private int number;

    WakeSignal(Platform platform) {
        action = platform.struct("sigaction");
    }

    /** Its number; the first to ask installs the handler. */
    synchronized int number(Caller caller) {
        if (number == 0) {
            number = free(caller);
            install(caller);
        }
        return number;
    }

    // int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact);
    private static final class CSigaction {
        static final MethodHandle CALL = function("sigaction", INT, INT, POINTER, POINTER);
    }

    private int free(Caller caller) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment old = arena.allocate(action.size(), Long.BYTES);
            for (int candidate = FIRST; candidate <= LAST; candidate++) {
                int returned =
                        (int)
                                CSigaction.CALL.invokeExact(
                                        caller.capture, candidate, MemorySegment.NULL, old);
                long handler = Memory.get(old, 0, action.field("sa_handler"));
                if (returned == 0 && (handler == 0 || handler == HARMLESS.address())) {
                    return candidate;
                }
            }
            throw new IllegalStateException("every real-time signal has a handler already");
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    private void install(Caller caller) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment harmless = arena.allocate(action.size(), Long.BYTES);
            Memory.put(harmless, 0, action.field("sa_handler"), HARMLESS.address());
            int returned =
                    (int)
                            CSigaction.CALL.invokeExact(
                                    caller.capture, number, harmless, MemorySegment.NULL);
            if (returned != 0) {
                throw new IllegalStateException("sigaction: errno " + caller.errno());
            }
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
