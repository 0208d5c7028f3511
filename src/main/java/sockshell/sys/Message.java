package sockshell.sys;

import java.util.List;
import java.util.Optional;

/** What sendmsg(2) and recvmsg(2) carry besides their flags: a {@code struct msghdr}. */
public final class Message {
    private Message() {}

    /** A control message, cmsg(3). */
    public sealed interface Control {
        /** SCM_RIGHTS, unix(7): descriptors that go along. */
        record Rights(List<Fd> fds) implements Control {
            public Rights {
                fds = List.copyOf(fds);
            }
        }

        /** Any other one, as it is. */
        record Other(int level, int type, Bytes data) implements Control {}
    }

    /** A message to send: msg_iov, msg_name and msg_control. */
    public record Outgoing(List<Buffer> parts, Optional<SockAddr> to, List<Control> control) {
        public Outgoing {
            parts = List.copyOf(parts);
            control = List.copyOf(control);
        }

        public Outgoing(Buffer... parts) {
            this(List.of(parts), Optional.empty(), List.of());
        }
    }

    /** A message received: the bytes counted lie in the buffers, one filled after the other. */
    public record Incoming(int count, Optional<SockAddr> from, int flags, List<Control> control) {
        public Incoming {
            control = List.copyOf(control);
        }
    }
}
