package sockshell.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    private static final int LOOKS_ALIKE = 32;
    private static final int MOST_DOUBLINGS = 8;
    private static final int SPINS = 2_000;
    private static final int MOST_TURNS = 10_000;

    /*
     * A call may sleep although poll(2) would call it ready: recv with MSG_PEEK and MSG_WAITALL, a
     * send that wants more room than there is. Who sleeps at so many looks in a row is blocked.
     */
    private static final int SOUND_ASLEEP = 200;

    private final Kernel kernel;
    private final Consumer<SockProcess> blocked;

    Schedule(Kernel kernel, Consumer<SockProcess> blocked) {
        this.kernel = kernel;
        this.blocked = blocked;
    }

    /** Waits until the process is idle or blocked, or lets others go first. */
    void awaitRest(SockProcess process) {
        Phase phase = process.worker().phase();
        int looks = 0;
        int asleep = 0;
        long last = phase.stamp();
        while (true) {
            long stamp = phase.stamp();
            State state = Phase.state(stamp);
            if (state == State.QUEUED) {
                blocked.accept(process);
            }
            if (isAtRest(state)) {
                return;
            }
            asleep = stamp == last && state == State.CALLING ? asleep + 1 : 0;
            boolean isBlocked =
                    looks >= SPINS && asleep > 0 && sleeps(process, asleep > SOUND_ASLEEP);
            if (isBlocked && phase.enter(stamp, State.BLOCKED)) {
                blocked.accept(process);
                return;
            }
            last = stamp;
            looks = pause(looks, asleep > 0);
        }
    }

    private static boolean isAtRest(State state) {
        return switch (state) {
            case IDLE, BLOCKED, QUEUED, YIELDED -> true;
            case RUNNING, CALLING, RETURNED -> false;
        };
    }

    /**
     * Ever longer: who works for long needs the processor more than it needs to be watched. Who
     * seems to be asleep is watched closely, and so is who just was.
     */
    private static int pause(int looks, boolean closely) {
        if (looks < SPINS) {
            Thread.onSpinWait();
            return looks + 1;
        }
        int doublings = Math.min((looks - SPINS) / LOOKS_ALIKE, MOST_DOUBLINGS);
        LockSupport.parkNanos(closely ? LOOK_AGAIN_NANOS : LOOK_AGAIN_NANOS << doublings);
        return closely ? SPINS : looks + 1;
    }

    private boolean sleeps(SockProcess process, boolean sound) {
        return process.worker().task().isAsleep() && isQuiet() && staysAsleep(process, sound);
    }

    private boolean isQuiet() {
        return !kernel.inspection().packetsUnderWay().orElse(false);
    }

    /** Not ready, and asleep after that was asked: so nothing woke it before. */
    private static boolean staysAsleep(SockProcess process, boolean sound) {
        Worker worker = process.worker();
        return (sound || !worker.current().map(Arguments::canGoOn).orElse(true))
                && worker.task().isAsleep();
    }

    /**
     * Lets every blocked process go on whose call can, in the order of their names; and when there
     * is none, once each of those that ask again and again. Processes that wake one another without
     * end are left for the next time.
     */
    void letGoOn(Collection<SockProcess> processes) {
        Set<SockProcess> asked = new HashSet<>();
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Optional<SockProcess> next =
                    firstToGoOn(processes).or(() -> firstToAsk(processes, asked));
            if (next.isEmpty()) {
                return;
            }
            next.get().worker().resume();
            awaitRest(next.get());
        }
    }

    private static Optional<SockProcess> firstToAsk(
            Collection<SockProcess> processes, Set<SockProcess> asked) {
        return processes.stream()
                .filter(each -> each.worker().phase().state() == State.YIELDED)
                .filter(asked::add)
                .findFirst();
    }

    /** Only who runs sends packets, and nobody does: quiet once is quiet for all. */
    private Optional<SockProcess> firstToGoOn(Collection<SockProcess> processes) {
        int looks = 0;
        while (!isQuiet()) {
            looks = pause(looks, false);
        }
        return processes.stream().filter(Schedule::canGoOn).findFirst();
    }

    /** Waits for a call that must return; the kernel may need a moment to wake its thread. */
    private static boolean canGoOn(SockProcess process) {
        Phase phase = process.worker().phase();
        int looks = 0;
        while (phase.state() == State.BLOCKED) {
            if (staysAsleep(process, looks > SOUND_ASLEEP)) {
                return false;
            }
            looks++;
            pause(SPINS, true);
        }
        return phase.state() == State.RETURNED
                || (phase.state() == State.QUEUED && process.worker().canLeaveQueue());
    }
}
