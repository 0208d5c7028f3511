package sockshell.session;

import sockshell.lang.Mistake;
import sockshell.lang.catalogue.Outcome;

/** What happened in a session; whoever shows or records it never parses text to know. */
public sealed interface Event {
    /** The process that it happened in. */
    String process();

    /** A call sleeps in the kernel; the process can do nothing else until it returns. */
    record Blocked(String process, String call) implements Event {}

    /** A statement came to its end, with what it gave. */
    record Finished(String process, Outcome outcome) implements Event {}

    /** A mistake that showed only when the statement ran; the rest of it was left out. */
    record Slipped(String process, Mistake mistake) implements Event {}
}
