package sockshell.transcript.replay;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends what would never end by itself: a loop that neither blocks nor stops. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().daemon().name("deadline").unstarted(work));
    private final Duration deadline;
    private final Runnable alarm;

    Watchdog(Duration deadline, Runnable alarm) {
        this.deadline = deadline;
        this.alarm = alarm;
    }

    /** Whether it came to its end by itself. */
    boolean sees(Runnable work) {
        Future<?> pending = clock.schedule(alarm, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            pending.cancel(false);
        }
        return pending.isCancelled();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
