package sockshell.transcript.replay;

import sockshell.sys.Message;
import sockshell.sys.SockAddr;

/**
 * What a transcript may do on the machine where it is run again. What it may not never reaches the
 * kernel: an IllegalArgumentException ends the statement, and says why.
 */
interface Limits {
    /** For whoever is trusted. */
    Limits NONE = new Limits() {};

    /** A socket of this family was made. */
    default boolean allowsFamily(int family) {
        return true;
    }

    default void bind(SockAddr address) {}

    default void connect(SockAddr address) {}

    default void send(SockAddr address) {}

    default void setsockopt(int level, int option) {}

    default void attach(Message.Control control) {}

    default void open(String path, int flags) {}

    default void unlink(String path) {}

    default void fcntl(int command) {}

    default void ioctl(long request) {}

    default void lookUp(String host) {}

    default void lookUp(SockAddr address, int flags) {}
}
