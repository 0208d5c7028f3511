package sockshell.repl.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What others ask of the thread that has the terminal: a process that runs input() has a question,
 * and only that thread may read a line.
 */
public final class Errands {
    private final LinkedBlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();
    private final Thread terminals = Thread.currentThread();
    private volatile boolean isReading;

    /** By any thread: to be done as soon as may be, in the middle of a line too. */
    public void ask(Runnable errand) {
        asked.add(errand);
        if (isReading) {
            terminals.interrupt();
        }
    }

    /** From now on an errand breaks into the line that is being typed, or does not any more. */
    public void reading(boolean now) {
        isReading = now;
    }

    public boolean isEmpty() {
        return asked.isEmpty();
    }

    public void doAll() {
        for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
            next.run();
        }
    }

    /** Does errands until some work of another thread is done, and leaves nothing of its own. */
    void until(CompletableFuture<?> work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Runnable last = () -> end.complete(null);
        var _ = work.whenComplete((_, _) -> asked.add(last));
        while (!end.isDone()) {
            try {
                asked.take().run();
            } catch (InterruptedException late) {
                // meant for a line that was read to its end by then
            }
        }
    }
}
