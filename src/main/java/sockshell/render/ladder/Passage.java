package sockshell.render.ladder;

import java.util.Optional;
import sockshell.session.told.Moment;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/**
 * An arrow of a ladder between two Internet sockets, with their addresses and all of its bytes: for
 * whoever makes packets of it.
 */
public record Passage(Moment moment, Route route, What what, Load load) {

    /** What carries it. */
    public enum Protocol {
        TCP,
        UDP
    }

    /** From where to where; the port is 0 of what was never seen with one. */
    public record Route(Protocol protocol, SockAddr from, SockAddr to) {}

    /** What passes. */
    public enum What {
        /** a connection is asked for */
        ASKS,
        /** a connection is seen to stand, however it came to that */
        STANDS,
        /** bytes */
        DATA,
        /** there will be no more bytes */
        ENDS,
        /** the connection is gone at once, RFC 9293, 3.5.2 */
        BREAKS
    }

    /** So many bytes, themselves where they were seen, and the address that the call named. */
    public record Load(long size, Optional<Bytes> data, Optional<SockAddr> to, boolean isUrgent) {
        static final Load NONE = new Load(0, Optional.empty(), Optional.empty(), false);

        static Load to(Optional<SockAddr> address) {
            return new Load(0, Optional.empty(), address, false);
        }
    }
}
