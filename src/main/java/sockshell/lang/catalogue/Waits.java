package sockshell.lang.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Struct;

/**
 * Whether a call that sleeps could go on, asked of poll(2) without waiting; and when it ends by
 * itself.
 */
final class Waits {
    private static final int MICROS = 1000;
    private static final double NANOS = 1e9;

    private Waits() {}

    /** The first argument has something to read, or a peer that is gone. */
    static boolean toRead(Invocation in) {
        return isReady(in.kernel(), in.descriptor(0), "POLLIN");
    }

    /** The first argument has room for more, or nobody to send to. */
    static boolean toWrite(Invocation in) {
        return isReady(in.kernel(), in.descriptor(0), "POLLOUT");
    }

    /** It waits for what poll(2) can't be asked: a name server, the other end of a FIFO. */
    static boolean forNothing(Invocation in) {
        return false;
    }

    /** It waits for its time to pass and for nothing else. */
    static boolean forTime(Invocation in) {
        return false;
    }

    /** How long a call on the first argument waits for data, if that was limited: socket(7). */
    static Optional<Duration> receivingTime(Invocation in) {
        return timeout(in, "SO_RCVTIMEO");
    }

    /** The same for room to send, and for a connection that is made. */
    static Optional<Duration> sendingTime(Invocation in) {
        return timeout(in, "SO_SNDTIMEO");
    }

    /** poll(2)'s milliseconds: a negative number is no limit. */
    static Optional<Duration> millis(int given) {
        return given < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(given));
    }

    /** A time that is not zero does not become it. */
    static Duration seconds(double given) {
        return Duration.ofNanos((long) Math.ceil(given * NANOS));
    }

    private static Optional<Duration> timeout(Invocation in, String option) {
        Constants constants = in.kernel().constants();
        Struct timeval = Structures.get(in, "timeval");
        Bytes time =
                in.kernel()
                        .sockets()
                        .getsockopt(
                                in.descriptor(0),
                                constants.number("SOL_SOCKET"),
                                constants.number(option),
                                timeval.size())
                        .orElse(Bytes.zeros(timeval.size()));
        return Optional.of(duration(timeval.numbers(time))).filter(Duration::isPositive);
    }

    private static Duration duration(Map<String, Long> fields) {
        return Duration.ofSeconds(
                fields.getOrDefault("tv_sec", 0L), fields.getOrDefault("tv_usec", 0L) * MICROS);
    }

    private static boolean isReady(Kernel kernel, Fd fd, String event) {
        Interest interest = new Interest(fd, kernel.constants().number(event));
        return kernel.readiness()
                .poll(List.of(interest), 0)
                .map(polled -> polled.count() > 0)
                .orElse(true);
    }
}
