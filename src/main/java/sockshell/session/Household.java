package sockshell.session;

import java.time.Duration;
import java.util.Optional;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/** What a process needs of the session that it lives in. */
interface Household {
    Kernel kernel();

    void tell(Event event);

    /** Whether anybody listens to every call. */
    boolean wantsCalls();

    /** How long the session has been there. */
    Duration age();

    /** A child with a name that never was, and with all that its parent has. */
    Result<SockProcess> child(SockProcess parent);

    /** Its name is free again. */
    void gone(SockProcess process, Event.Ended ended);

    /**
     * Whether another process was there before: sleeps in the kernel, reading what this call would
     * read, or waits for its turn to.
     */
    boolean hasRival(SockProcess process, Arguments call);

    /** The place of a new one in all queues. */
    long nextTicket();

    /** A call that slept is back, and its process waits to be let go on. */
    void returned();

    Optional<String> input(String process, String question);

    Explanations explanations();
}
