package sockshell.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sockshell.lang.Mistake;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.Phase.State;
import sockshell.sys.Kernel;

/** All processes of one person, and the order in which they do what they are told. */
public final class Session {

    /** Is told what happens, by one thread at a time and in the order in which it happens. */
    @FunctionalInterface
    public interface Listener {
        void happened(Event event);
    }

    private static final long LOOK_AGAIN_NANOS = 200_000;

    private final Kernel kernel;
    private final Catalogue catalogue;
    private final Listener listener;
    private final Schedule schedule;
    private final Map<String, SockProcess> processes = new TreeMap<>();

    public Session(Kernel kernel, Catalogue catalogue, Listener listener) {
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.listener = listener;
        schedule = new Schedule(kernel, this::tellBlocked);
    }

    /**
     * Has a process do a statement, and waits until it is done or blocked, and until everybody whom
     * it woke is so as well. A process that is blocked is waited for first, but no longer than the
     * patience given: where that ends, the answer is no, and nothing was done.
     */
    public boolean run(String name, Stmt statement, Duration patience) {
        SockProcess process =
                processes.computeIfAbsent(name, given -> new SockProcess(given, kernel));
        if (!await(() -> process.phase().state() == State.IDLE, patience)) {
            return false;
        }
        process.begin(() -> perform(process, statement));
        schedule.awaitRest(process);
        schedule.letGoOn(processes.values());
        return true;
    }

    /** Waits until nobody is blocked any more; no, where the patience ends before. */
    public boolean awaitAll(Duration patience) {
        return await(() -> blocked().isEmpty(), patience);
    }

    private boolean await(BooleanSupplier state, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            schedule.letGoOn(processes.values());
        }
        return true;
    }

    private void perform(SockProcess process, Stmt statement) {
        try {
            Outcome outcome = new Evaluation(process, catalogue).run(statement);
            listener.happened(new Event.Finished(process.name(), outcome));
        } catch (Refusal refusal) {
            listener.happened(new Event.Slipped(process.name(), refusal.mistake()));
        } catch (IllegalArgumentException refused) {
            slipped(process, statement, String.valueOf(refused.getMessage()));
        } catch (RuntimeException ours) {
            slipped(process, statement, "SockShell itself failed here, please report it: " + ours);
        }
    }

    private void slipped(SockProcess process, Stmt statement, String reason) {
        Mistake mistake = new Mistake(statement.span(), reason);
        listener.happened(new Event.Slipped(process.name(), mistake));
    }

    private void tellBlocked(SockProcess process) {
        listener.happened(blocked(process));
    }

    private static Event.Blocked blocked(SockProcess process) {
        String call = process.current().map(BlockingCall::name).orElse("");
        return new Event.Blocked(process.name(), call);
    }

    /** The processes that sleep in a call, each with the call. */
    public List<Event.Blocked> blocked() {
        return processes.values().stream()
                .filter(process -> process.phase().state() == State.BLOCKED)
                .map(Session::blocked)
                .toList();
    }
}
