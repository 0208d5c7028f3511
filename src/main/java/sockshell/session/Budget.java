package sockshell.session;

import java.util.OptionalLong;
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
    private final Kernel kernel;
    private volatile OptionalLong limit = OptionalLong.empty();

    Budget(Kernel kernel) {
        this.kernel = kernel;
    }

    boolean hasRoomFor(int more) {
        return held.get() + more <= limit() - reserve();
    }

    /** Asked when it is first needed: that call would be the only one of a session's start. */
    private long limit() {
        if (limit.isEmpty()) {
            limit = OptionalLong.of(kernel.descriptors().limit().orElse(UNKNOWN));
        }
        return limit.getAsLong();
    }

    private long reserve() {
        return Math.min(RESERVE, limit() / 4);
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
                + limit()
                + " descriptors, and SockShell keeps "
                + reserve()
                + " of them.";
    }
}
