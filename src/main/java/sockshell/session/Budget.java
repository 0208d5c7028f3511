package sockshell.session;

import java.util.concurrent.atomic.AtomicInteger;
import sockshell.sys.Kernel;

/**
 * How many descriptors all processes of a session have together: they are threads of one program,
 * which has one limit, getrlimit(2), and needs some for itself.
 */
final class Budget {
    private static final int RESERVE = 300;
    private static final long UNKNOWN = Integer.MAX_VALUE;

    private final AtomicInteger held = new AtomicInteger();
    private final long limit;

    Budget(Kernel kernel) {
        limit = kernel.descriptors().limit().orElse(UNKNOWN);
    }

    boolean hasRoomFor(int more) {
        return held.get() + more <= limit - RESERVE;
    }

    void took() {
        held.incrementAndGet();
    }

    void gave() {
        held.decrementAndGet();
    }

    String remark() {
        return "All processes of a session share "
                + limit
                + " descriptors, and SockShell keeps "
                + RESERVE
                + " of them.";
    }
}
