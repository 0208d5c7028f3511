package sockshell.transcript.replay;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a transcript is run again: how long a call may take at most, whether its author is trusted
 * with more than this machine's loopback, and the folder whose files it may read.
 */
public record Terms(Duration deadline, boolean isTrusted, Path folder) {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** A stranger's, which lies in this folder. */
    public static Terms in(Path folder) {
        return new Terms(USUAL, false, folder);
    }

    public Terms trusting(boolean trusted) {
        return new Terms(deadline, trusted, folder);
    }

    public Terms within(Duration time) {
        return new Terms(time, isTrusted, folder);
    }
}
