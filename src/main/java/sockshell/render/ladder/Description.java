package sockshell.render.ladder;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/**
 * What open(2) calls an open file description, as far as the moments show it: who holds it, and how
 * it was seen last. All descriptors that dup(2) and fork(2) made of one have the same.
 */
final class Description {
    private final Set<Place> holders = new LinkedHashSet<>();
    private final boolean born;
    private Optional<Place> last = Optional.empty();
    private Optional<View> view = Optional.empty();
    private Optional<Description> peer = Optional.empty();
    private Optional<Ends> ends = Optional.empty();
    private boolean doubted;
    private boolean ended;
    private boolean reset;
    private boolean resets;

    /** A descriptor of a process. */
    record Place(String process, int descriptor) {}

    /** Born is one whose making was seen: then all who hold it are known. */
    Description(boolean born) {
        this.born = born;
    }

    Set<Place> holders() {
        return holders;
    }

    void take(Place place) {
        holders.add(place);
        last = Optional.of(place);
    }

    boolean drop(Place place) {
        return holders.remove(place) && holders.isEmpty();
    }

    /** Who holds it, or was the last to do so. */
    Set<Place> reached() {
        return holders.isEmpty() ? last.map(Set::of).orElse(Set.of()) : holders;
    }

    Optional<View> view() {
        return view;
    }

    /** A TCP socket that is closed tells no peer any more, and yet had one. */
    void see(View seen) {
        view = Optional.of(seen);
        if (seen.ends().remote().isPresent() || seen.state() != State.CLOSE || ends.isEmpty()) {
            ends = Optional.of(seen.ends());
        }
    }

    Optional<Ends> ends() {
        return ends;
    }

    Optional<Description> peer() {
        return peer;
    }

    void join(Description other) {
        peer = Optional.of(other);
        other.peer = Optional.of(this);
    }

    /**
     * What its last close does is not known: it went along with a message, and may be held by who
     * received that, or has an option that was not understood.
     */
    void doubt() {
        doubted = true;
    }

    boolean isLastCloseKnown() {
        return born && !doubted;
    }

    /** Whether this is the first time that it says there is no more to come. */
    boolean finishes() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    boolean hasFinished() {
        return ended;
    }

    /** Whether the connection is reset for the first time. */
    boolean breaks() {
        boolean first = !reset;
        reset = true;
        peer.ifPresent(other -> other.reset = true);
        return first;
    }

    /** SO_LINGER with no time, socket(7): close resets the connection. */
    void resetOnClose(boolean value) {
        resets = value;
    }

    boolean isResetOnClose() {
        return resets;
    }

    boolean isTcp() {
        return view.filter(Description::isTcp).isPresent();
    }

    static boolean isTcp(View view) {
        boolean inet = !(view.ends().local() instanceof SockAddr.Unix);
        return inet && view.state() != State.UNCONNECTED && view.state() != State.CONNECTED;
    }

    boolean listens() {
        return view.filter(seen -> seen.state() == State.LISTEN || seen.acceptQueue().isPresent())
                .isPresent();
    }
}
