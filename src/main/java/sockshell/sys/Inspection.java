package sockshell.sys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The kernel's own view of its sockets, measured and never guessed: what the system does not tell
 * is empty. Looking changes nothing: no call here blocks, reads data or clears an error.
 */
public interface Inspection {

    /** Where a socket stands: TCP's states by RFC 9293, 3.3.2, and three for all others. */
    enum State {
        ESTABLISHED,
        SYN_SENT,
        SYN_RECV,
        FIN_WAIT1,
        FIN_WAIT2,
        TIME_WAIT,
        CLOSE,
        CLOSE_WAIT,
        LAST_ACK,
        LISTEN,
        CLOSING,
        /** no TCP, and no peer set */
        UNCONNECTED,
        /** no TCP, with a peer */
        CONNECTED,
        /** a number that this table does not know */
        UNKNOWN
    }

    /** What a socket was made as. */
    record Made(int family, int type, int protocol) {}

    /** Its two ends; the remote one where it is connected, or waits in SYN_SENT to be. */
    record Ends(SockAddr local, Optional<SockAddr> remote) {}

    /** The accept queue of a listening socket: who waits, and the backlog as the kernel cut it. */
    record AcceptQueue(long length, long limit) {}

    /**
     * What waits in it. Received is SIOCINQ, the bytes to be read (of a datagram socket: of the
     * next datagram); unsent is SIOCOUTQ, bytes that the other side has not taken; the memory is
     * what both queues cost, with the kernel's own overhead, and the drops what found no room
     * (SO_MEMINFO).
     */
    record Queues(
            OptionalLong received,
            OptionalLong unsent,
            OptionalLong receiveMemory,
            OptionalLong sendMemory,
            OptionalLong drops) {}

    /** A socket as it stands now. */
    record View(
            Made made, Ends ends, State state, Queues queues, Optional<AcceptQueue> acceptQueue) {}

    /** A TCP socket that no descriptor holds: half-open, not accepted yet, or dying. */
    record Unheld(State state, Ends ends, OptionalLong expiresInMillis) {}

    /** An option of a socket and the bytes that getsockopt(2) gives for it. */
    record Option(String level, String name, Bytes value) {}

    /** A socket as it stands. ENOTSOCK and EBADF as for any call. */
    Result<View> look(Fd fd);

    /** All options that the system knows by name and this socket has. */
    Result<List<Option>> options(Fd fd);

    /** The fields of {@code struct tcp_info} by name, tcp(7), as many as the kernel fills. */
    Result<Map<String, Long>> tcpInfo(Fd fd);

    /**
     * Whether packets wait to be delivered on this machine: over the loopback nothing arrives later
     * than they do. Empty where the system doesn't tell.
     */
    Optional<Boolean> packetsUnderWay();

    /**
     * What tells a socket or a pipe from all others, however many descriptors it has: the system's
     * own name for it. Empty for what has none.
     */
    Optional<String> identity(Fd fd);

    /** Every TCP socket of the machine that no descriptor holds, sock_diag(7). */
    Result<List<Unheld>> unheld();
}
