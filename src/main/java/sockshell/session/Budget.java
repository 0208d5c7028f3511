package sockshell.session;

import java.util.concurrent.atomic.AtomicInteger;
import sockshell.sys.Kernel;

/**
 * How many descriptors all processes of a session have together: they are threads of one program,
 * which has one limit, getrlimit(2), and needs some for itself.
 */
final class Budget {
    private static final long RESERVE = 300;
    private static final long UNKNOWN = Integer.MAX_VALUE;

    private final AtomicInteger held = new AtomicInteger();
    private final long limit;
    private final long reserve;

    Budget(Kernel kernel) {
        limit = kernel.descriptors().limit().orElse(UNKNOWN);
        reserve = Math.min(RESERVE, limit / 4);
    }

    boolean hasRoomFor(int more) {
        return held.get() + more <= limit - reserve;
    }

    int size() {
        return held.get();
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
                + reserve
                + " of them.";
    }
}
