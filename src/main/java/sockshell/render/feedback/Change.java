package sockshell.render.feedback;

import java.util.Optional;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.SockAddr;

/** One thing that is not as it was. */
public sealed interface Change {

    /** A descriptor that was not there. */
    record Appeared(Held held) implements Change {}

    /** A descriptor that is no more. */
    record Gone(Held held) implements Change {}

    record Moved(Held held, State from, State to) implements Change {}

    record Bound(Held held, SockAddr from, SockAddr to) implements Change {}

    record Connected(Held held, Optional<SockAddr> from, Optional<SockAddr> to) implements Change {}

    /** Something that is counted. */
    record Counted(Held held, Measure measure, long from, long to) implements Change {
        public long more() {
            return to - from;
        }
    }

    /** A TCP socket that nobody holds, and that was not there as such. */
    record Left(Unheld socket) implements Change {}

    record LeftMoved(Unheld socket, State from) implements Change {}

    /** The kernel has it no more, or somebody holds it now. */
    record LeftGone(Unheld socket) implements Change {}

    /** What is counted of a socket, as ss(8) calls it where it has a name for it. */
    enum Measure {
        RECEIVED("recv-q"),
        UNSENT("send-q"),
        WAITING("accept queue"),
        BACKLOG("backlog"),
        MEMORY("receive memory"),
        DROPS("drops");

        private final String word;

        Measure(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
