package sockshell.lang.catalogue;

import java.util.List;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness.Interest;

/** Whether a call that sleeps could go on, asked of poll(2) without waiting. */
final class Waits {
    private Waits() {}

    /** The first argument has something to read, or a peer that is gone. */
    static boolean toRead(Invocation in) {
        return isReady(in.kernel(), in.descriptor(0), "POLLIN");
    }

    /** The first argument has room for more, or nobody to send to. */
    static boolean toWrite(Invocation in) {
        return isReady(in.kernel(), in.descriptor(0), "POLLOUT");
    }

    /** It waits for its time to pass and for nothing else. */
    static boolean forTime(Invocation in) {
        return false;
    }

    private static boolean isReady(Kernel kernel, Fd fd, String event) {
        Interest interest = new Interest(fd, kernel.constants().number(event));
        return kernel.readiness()
                .poll(List.of(interest), 0)
                .map(polled -> polled.count() > 0)
                .orElse(true);
    }
}
