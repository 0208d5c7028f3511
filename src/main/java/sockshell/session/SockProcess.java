package sockshell.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import sockshell.lang.Value;
import sockshell.session.Phase.State;
import sockshell.sys.Kernel;
import sockshell.sys.Task;

/**
 * One process: its variables, its descriptors, and the thread on which its calls are made. Only one
 * process of a session runs at a time; the others are idle, or sleep in a call of theirs.
 */
final class SockProcess {
    private final String name;
    private final Kernel kernel;
    private final DescriptorTable descriptors = new DescriptorTable();
    private final Map<String, Value> variables = new HashMap<>();
    private final CallMemory memory;
    private final Phase phase = new Phase();
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final CompletableFuture<Task> task = new CompletableFuture<>();
    private final Thread thread;
    private volatile Optional<BlockingCall> current = Optional.empty();

    SockProcess(String name, Kernel kernel) {
        this.name = name;
        this.kernel = kernel;
        memory = new CallMemory(kernel);
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::live);
        thread.start();
    }

    private void live() {
        task.complete(kernel.task());
        try {
            while (true) {
                work.take().run();
                phase.enter(State.IDLE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return name;
    }

    Kernel kernel() {
        return kernel;
    }

    DescriptorTable descriptors() {
        return descriptors;
    }

    Map<String, Value> variables() {
        return variables;
    }

    CallMemory memory() {
        return memory;
    }

    Phase phase() {
        return phase;
    }

    Task task() {
        return task.join();
    }

    /** The call that it is in, or was in last. */
    Optional<BlockingCall> current() {
        return current;
    }

    /** Hands over a piece of work; from here on the process runs. */
    void begin(Runnable piece) {
        phase.enter(State.RUNNING);
        work.add(piece);
    }

    /** Makes a call that may block; whoever waits for this process may then let others run. */
    <T> T calling(BlockingCall call, Supplier<T> body) {
        current = Optional.of(call);
        phase.enter(State.CALLING);
        long stamp = phase.stamp();
        T result = body.get();
        if (!phase.enter(stamp, State.RUNNING)) {
            phase.enter(State.RETURNED);
            while (phase.state() == State.RETURNED) {
                LockSupport.park(this);
            }
        }
        return result;
    }

    /** It may have its turn now. */
    void wake() {
        LockSupport.unpark(thread);
    }
}
