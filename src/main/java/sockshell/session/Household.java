package sockshell.session;

import java.time.Duration;
import java.util.Optional;
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
    void gone(SockProcess process, int failures);

    Optional<String> input(String process, String question);

    Explanations explanations();
}
