package sockshell.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.Phase.State;
import sockshell.sys.Kernel;
import sockshell.sys.Task;

/** The thread of a process: it takes pieces of work, and its turn among the others. */
final class Worker {
    private static final long LOOK_AGAIN_NANOS = 200_000;
    private static final int MOST_SIGNALS = 10_000;

    /* what calls in a thread need: C's frames and a small evaluator's */
    private static final long STACK = 512 << 10;

    private static final long LAST = Long.MAX_VALUE;

    private final Phase phase = new Phase();
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final CompletableFuture<Task> task = new CompletableFuture<>();
    private final Kernel kernel;
    private final Thread thread;
    private volatile Optional<Arguments> current = Optional.empty();
    private final Predicate<Arguments> hasRival;
    private boolean slept;
    private final LongSupplier nextTicket;
    private final Runnable returned;
    private volatile long ticket = LAST;
    private volatile boolean isTold;
    private volatile long toldAt;
    private volatile boolean isPushed;
    private boolean ending;

    Worker(
            String name,
            Kernel kernel,
            Predicate<Arguments> hasRival,
            LongSupplier nextTicket,
            Runnable returned) {
        this.nextTicket = nextTicket;
        this.returned = returned;
        this.kernel = kernel;
        this.hasRival = hasRival;
        thread = new Thread(null, this::live, name, STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void live() {
        task.complete(kernel.task());
        try {
            while (!ending) {
                perform(work.take());
                phase.enter(State.IDLE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever listens may fail; the process is then as it was, and others do not wait for ever. */
    private void perform(Runnable piece) {
        try {
            piece.run();
        } catch (RuntimeException | Error listeners) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, listeners);
        }
    }

    Phase phase() {
        return phase;
    }

    Task task() {
        return task.join();
    }

    /** The call that it is in, or was in last. */
    Optional<Arguments> current() {
        return current;
    }

    /** Whether the last call slept for others to run. */
    boolean slept() {
        return slept;
    }

    /** Hands over a piece of work; from here on the process runs. */
    void begin(Runnable piece) {
        phase.enter(State.RUNNING);
        work.add(piece);
    }

    /** Hands over a piece of work that begins when others let it. */
    void beginInTurn(Runnable piece) {
        phase.enter(State.RETURNED);
        work.add(() -> {
            awaitTurn();
            piece.run();
        });
    }

    /** The thread takes no more work behind this piece. */
    void end() {
        ending = true;
        task().close();
    }

    /** Makes a call that may block; whoever waits for this process may then let others run. */
    Outcome calling(Arguments call) {
        current = Optional.of(call);
        if (hasRival.test(call)) {
            queue();
        }
        phase.enter(State.CALLING);
        long stamp = phase.stamp();
        Outcome outcome = call.run();
        slept = !phase.enter(stamp, State.RUNNING);
        if (slept) {
            phase.enter(State.RETURNED);
            returned.run();
            awaitTurn();
        }
        if (isTold) { // others look at it, so to write it costs more than to look
            isTold = false;
        }
        return outcome;
    }

    /** The kernel lets those who sleep have their turns in the order in which they came, too. */
    private void queue() {
        isPushed = false;
        ticket = nextTicket.getAsLong();
        phase.enter(State.QUEUED);
        awaitTurn();
        ticket = LAST;
    }

    long ticket() {
        return ticket;
    }

    boolean isQueued() {
        return ticket != LAST;
    }

    /** Whether it can leave the queue: the one before it is back, or it is to go in any case. */
    boolean canLeaveQueue() {
        return isPushed || !current.map(hasRival::test).orElse(false);
    }

    /** Into the call at once, whoever sleeps there. */
    void push() {
        isPushed = true;
    }

    /** Whether it was said already that this call is blocked; from now on it was. */
    boolean tell() {
        boolean before = isTold;
        if (!before) {
            toldAt = System.nanoTime();
            isTold = true;
        }
        return before;
    }

    /** How long ago it was said that this call is blocked. */
    Duration lasting() {
        return Duration.ofNanos(System.nanoTime() - toldAt);
    }

    /**
     * Wakes its thread out of a call, as a signal does. One may come when the thread is not asleep
     * for a moment, and then does nothing.
     */
    void wake() {
        for (int i = 0; i < MOST_SIGNALS && phase.state() == State.BLOCKED; i++) {
            if (task().isAsleep()) {
                task().interrupt();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** Lets others go first, who may bring what it asks for. */
    void yieldTurn() {
        phase.enter(State.YIELDED);
        awaitTurn();
    }

    private void awaitTurn() {
        while (isWaiting(phase.state())) {
            LockSupport.park(this);
        }
    }

    private static boolean isWaiting(State state) {
        return state == State.RETURNED || state == State.YIELDED || state == State.QUEUED;
    }

    /** It may have its turn now. */
    void resume() {
        phase.enter(State.RUNNING);
        LockSupport.unpark(thread);
    }
}
