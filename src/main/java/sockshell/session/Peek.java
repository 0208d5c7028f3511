package sockshell.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sockshell.session.told.Waiting;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Readiness.Polled;
import sockshell.sys.Result;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;
import sockshell.sys.Transfers.Received;

/** Looks at what waits in a socket, and changes nothing: MSG_PEEK, recv(2). */
final class Peek {
    /** The longest datagram is shorter, udp(7); of a stream this much of the beginning is seen. */
    private static final int MOST = 1 << 16;

    private static final Field INT = new Field("int", 0, Integer.BYTES, Form.SIGNED);

    private final Kernel kernel;
    private final Constants constants;

    Peek(Kernel kernel) {
        this.kernel = kernel;
        constants = kernel.constants();
    }

    Waiting at(Fd fd, View view) {
        boolean isStream = view.made().type() == constants.number("SOCK_STREAM");
        boolean hasBytes = view.queues().received().orElse(0) > 0;
        boolean failing = !(isStream && hasBytes) && isFailing(fd);
        Optional<Received> seen = Optional.empty();
        Buffer buffer = kernel.buffer(MOST);
        if (!failing && !movesOn(fd) && (hasBytes || !isStream)) {
            seen = seen(fd, buffer);
        }
        return new Waiting(
                seen.map(received -> buffer.get(0, received.count())),
                seen.flatMap(Received::from),
                number(fd, "SO_RCVBUF"),
                failing);
    }

    private Optional<Received> seen(Fd fd, Buffer buffer) {
        int flags = constants.number("MSG_PEEK") | constants.number("MSG_DONTWAIT");
        return kernel.transfers().recvfrom(fd, buffer, MOST, flags)
                        instanceof Result.Ok<Received>(Received received)
                ? Optional.of(received)
                : Optional.empty();
    }

    /** An error that waits is given to the next call, and that clears it, socket(7), SO_ERROR. */
    private boolean isFailing(Fd fd) {
        int error = constants.number("POLLERR");
        return kernel.readiness().poll(List.of(new Interest(fd, 0)), 0)
                        instanceof Result.Ok<Polled>(Polled polled)
                && (polled.revents().getFirst() & error) != 0;
    }

    /** With SO_PEEK_OFF every look would move the place that the next one begins at, socket(7). */
    private boolean movesOn(Fd fd) {
        return constants.has("SO_PEEK_OFF") && number(fd, "SO_PEEK_OFF").orElse(-1) >= 0;
    }

    private OptionalLong number(Fd fd, String option) {
        return kernel.sockets()
                                .getsockopt(
                                        fd,
                                        constants.number("SOL_SOCKET"),
                                        constants.number(option),
                                        Integer.BYTES)
                        instanceof Result.Ok<Bytes>(Bytes value)
                ? OptionalLong.of(Struct.number(value, INT))
                : OptionalLong.empty();
    }
}
