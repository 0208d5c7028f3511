package sockshell.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import sockshell.session.Phase.State;
import sockshell.sys.Kernel;

/**
 * Decides who runs. A call counts as blocked when the kernel has put its thread to sleep, what it
 * waits for is not ready, and nothing is on its way over the loopback that could make it so. No
 * clock is asked.
 */
final class Schedule {
    private static final long LOOK_AGAIN_NANOS = 20_000;
    private static final int SPINS = 2_000;

    private final Kernel kernel;
    private final Consumer<SockProcess> blocked;

    Schedule(Kernel kernel, Consumer<SockProcess> blocked) {
        this.kernel = kernel;
        this.blocked = blocked;
    }

    /** Waits until the process is idle or blocked. */
    void awaitRest(SockProcess process) {
        int looks = 0;
        while (true) {
            long stamp = process.phase().stamp();
            switch (Phase.state(stamp)) {
                case IDLE, BLOCKED -> {
                    return;
                }
                case RUNNING, RETURNED -> pause(looks++);
                case CALLING -> {
                    if (looks > SPINS
                            && sleeps(process)
                            && process.phase().enter(stamp, State.BLOCKED)) {
                        blocked.accept(process);
                        return;
                    }
                    pause(looks++);
                }
            }
        }
    }

    private static void pause(int looks) {
        if (looks < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean sleeps(SockProcess process) {
        return process.task().isAsleep()
                && !kernel.inspection().packetsUnderWay().orElse(false)
                && !process.current().map(call -> call.canGoOn().getAsBoolean()).orElse(true)
                && process.task().isAsleep();
    }

    /** Lets every blocked process go on whose call can, in the order of their names. */
    void letGoOn(Collection<SockProcess> processes) {
        Optional<SockProcess> next = firstToGoOn(processes);
        while (next.isPresent()) {
            resume(next.get());
            next = firstToGoOn(processes);
        }
    }

    private Optional<SockProcess> firstToGoOn(Collection<SockProcess> processes) {
        List<SockProcess> waiting =
                processes.stream()
                        .filter(Schedule::isInCall)
                        .sorted(Comparator.comparing(SockProcess::name))
                        .toList();
        return waiting.stream().filter(this::canGoOn).findFirst();
    }

    private static boolean isInCall(SockProcess process) {
        State state = process.phase().state();
        return state == State.BLOCKED || state == State.RETURNED;
    }

    /** Waits for a call that must return; the kernel may need a moment to wake its thread. */
    private boolean canGoOn(SockProcess process) {
        int looks = 0;
        while (process.phase().state() == State.BLOCKED) {
            if (sleeps(process)) {
                return false;
            }
            pause(looks++);
        }
        return true;
    }

    private void resume(SockProcess process) {
        process.phase().enter(State.RUNNING);
        process.wake();
        awaitRest(process);
    }
}
