package sockshell.repl.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sockshell.session.Session;

/**
 * The one thread that drives the session, so that a call which comes back while a line is being
 * typed goes on at once, and never in the middle of a statement.
 */
public final class Steward {
    private static final long PATIENCE_SECONDS = 2;
    private static final long ASK_AGAIN_MILLIS = 2;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Steward::named);

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "steward");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something with the session when nobody else does. */
    public CompletableFuture<Void> soon(Runnable work) {
        return CompletableFuture.runAsync(work, thread);
    }

    /**
     * Lets those go on whose calls are back; who asks again and again does so from time to time.
     */
    public void goOn(Session session) {
        if (!thread.isShutdown()) {
            thread.execute(() -> letGoOn(session));
        }
    }

    private void letGoOn(Session session) {
        session.goOn();
        if (!session.busy().isEmpty() && !thread.isShutdown()) {
            var _ =
                    thread.schedule(
                            () -> letGoOn(session), ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** From time to time, when nothing else is done. */
    public void regularly(Runnable work, long millis) {
        var _ = thread.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Does a last thing; who does not come to an end of it is left. */
    public void finish(Runnable last) {
        thread.execute(last);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
