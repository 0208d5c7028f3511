package sockshell.session.told;

import java.util.List;
import java.util.Optional;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;

/**
 * What the kernel has of a session at one moment: what its processes hold, in the order of their
 * names and numbers, and the TCP sockets of its own ports that nobody holds (any more, or yet).
 */
public record Survey(List<Held> held, List<Unheld> unheld) {
    public Survey {
        held = List.copyOf(held);
        unheld = List.copyOf(unheld);
    }

    /**
     * A descriptor. The identity is the same for all descriptors of one socket or pipe; the view is
     * empty for what is no socket.
     */
    public record Held(
            String process, int descriptor, Optional<String> identity, Optional<View> view) {}

    /* what is more than this waits for its reader, and not for an acknowledgement */
    private static final long A_LITTLE = 1024;

    /**
     * Whether TCP has brought all that it was given: it may keep a little back until the other side
     * has acknowledged what went before, RFC 9293, 3.7.4.
     */
    public boolean isSettled() {
        return held.stream()
                .flatMap(each -> each.view().stream())
                .filter(view -> view.state() != State.CONNECTED) // of no TCP socket
                .map(view -> view.queues().unsent().orElse(0))
                .allMatch(unsent -> unsent == 0 || unsent > A_LITTLE);
    }

    /** What a process has behind a number. */
    public Optional<Held> find(String process, int descriptor) {
        return held.stream()
                .filter(each -> each.descriptor() == descriptor && each.process().equals(process))
                .findFirst();
    }
}
