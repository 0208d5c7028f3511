package sockshell.session.told;

import java.util.Optional;
import java.util.OptionalLong;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/**
 * What waits to be read from a socket, seen without being taken: the beginning of a stream, or the
 * next datagram with its sender. Data is empty where nothing waits. Failing is a socket that would
 * first say an error: to look at its data would take the error away. Size is SO_RCVBUF.
 */
public record Waiting(
        Optional<Bytes> data, Optional<SockAddr> from, OptionalLong size, boolean failing) {}
