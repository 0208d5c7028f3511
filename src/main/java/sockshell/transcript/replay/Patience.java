package sockshell.transcript.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import sockshell.session.told.Survey;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Inspection;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Result;

/**
 * Waits, before a call that receives, for what the recording has received there: TCP may cut a
 * stream anywhere, and the loopback is not always at once. Then the call is simply made. What can
 * not come any more is not waited for.
 */
final class Patience {
    private static final long LOOK_AGAIN_NANOS = 50_000;
    private static final Duration STALLED = Duration.ofMillis(500);

    private final Kernel kernel;
    private final Constants constants;
    private final Duration deadline;
    private final Supplier<Survey> survey;
    private final ThreadLocal<Optional<Due>> due = ThreadLocal.withInitial(Optional::empty);

    /** What the recording has received: so many bytes, or the end of the stream. */
    record Due(int bytes, boolean isEnd) {}

    Patience(Kernel kernel, Duration deadline, Supplier<Survey> survey) {
        this.kernel = kernel;
        this.deadline = deadline;
        this.survey = survey;
        constants = kernel.constants();
    }

    /** The process that this thread is receives this with its statement's first such call. */
    void expect(Optional<Due> next) {
        due.set(next);
    }

    void beforeReceiving(Fd fd, int flags) {
        Optional<Due> awaited = due.get();
        due.set(Optional.empty());
        int others = constants.number("MSG_WAITALL") | constants.number("MSG_OOB");
        if (awaited.isPresent() && (flags & others) == 0) {
            await(fd, awaited.get());
        }
    }

    private void await(Fd fd, Due awaited) {
        long start = System.nanoTime();
        long stalledAt = start;
        long before = -1;
        while (kernel.inspection().look(fd) instanceof Result.Ok<View>(View view)
                && !isThere(fd, view, awaited)
                && !isOver(start, deadline)) {
            long bytes = view.queues().received().orElse(0);
            stalledAt = bytes == before ? stalledAt : System.nanoTime();
            before = bytes;
            boolean isHopeless = bytes > 0 && isOver(stalledAt, STALLED);
            if (isHopeless || (isQuiet() && isAllHere(view))) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static boolean isOver(long start, Duration time) {
        return System.nanoTime() - start > time.toNanos();
    }

    private boolean isThere(Fd fd, View view, Due awaited) {
        if (!isInternet(view)) {
            return true;
        }
        if (view.made().type() != constants.number("SOCK_STREAM")) {
            return isReady(fd);
        }
        boolean isEnough =
                !awaited.isEnd() && view.queues().received().orElse(0) >= awaited.bytes();
        return isEnough || isEnded(view.state());
    }

    /** Only what goes through TCP or UDP is under way for a while. */
    private boolean isInternet(View view) {
        int family = view.made().family();
        return family == constants.number("AF_INET") || family == constants.number("AF_INET6");
    }

    private boolean isReady(Fd fd) {
        Interest interest = new Interest(fd, constants.number("POLLIN"));
        return kernel.readiness()
                .poll(java.util.List.of(interest), 0)
                .map(polled -> polled.count() > 0)
                .orElse(true);
    }

    /** The peer's FIN or RST is here, or there never was a connection; RFC 9293, 3.3.2. */
    private static boolean isEnded(State state) {
        return switch (state) {
            case ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2 -> false;
            case TIME_WAIT,
                    CLOSE,
                    CLOSE_WAIT,
                    LAST_ACK,
                    LISTEN,
                    CLOSING,
                    UNCONNECTED,
                    CONNECTED,
                    UNKNOWN ->
                    true;
        };
    }

    private boolean isQuiet() {
        return !kernel.inspection().packetsUnderWay().orElse(false);
    }

    /** The peer is this session's own, and has nothing that is not acknowledged. */
    private boolean isAllHere(View view) {
        Optional<Ends> reverse =
                view.ends().remote().map(peer -> new Ends(peer, Optional.of(view.ends().local())));
        return reverse.isPresent()
                && survey.get().held().stream()
                        .flatMap(held -> held.view().stream())
                        .filter(each -> each.ends().equals(reverse.get()))
                        .map(View::queues)
                        .map(Inspection.Queues::unsent)
                        .anyMatch(unsent -> unsent.equals(OptionalLong.of(0)));
    }
}
