package sockshell.session;

import java.time.Duration;
import sockshell.lang.Mistake;
import sockshell.lang.catalogue.Outcome;

/** What happened in a session, for recorder, renderer and lessons; they never parse text for it. */
public sealed interface Event {
    /** The process that it happened in. */
    String process();

    /** A call sleeps in the kernel; the process can do nothing else until it returns. */
    record Blocked(String process, String call) implements Event {}

    /** A call returned. */
    record Returned(String process, String call, Outcome outcome, Duration took, boolean blocked)
            implements Event {}

    /** A statement came to its end, with what it gave. */
    record Finished(String process, Outcome outcome) implements Event {}

    /** The process printed a line. */
    record Printed(String process, String line) implements Event {}

    /** A mistake that showed only when the statement ran; the rest of it was left out. */
    record Slipped(String process, Mistake mistake) implements Event {}
}
