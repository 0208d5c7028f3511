package sockshell.lang.catalogue;

import java.util.List;
import sockshell.sys.Constants;

/** What a parameter takes, and how to say so to a person. */
public enum Kind {
    DESCRIPTOR("a descriptor, such as socket() gives"),
    FAMILY("an address family, such as AF_INET", Constants.Kind.FAMILY),
    TYPE("a socket type, such as SOCK_STREAM", Constants.Kind.TYPE),
    PROTOCOL("a protocol, such as IPPROTO_TCP, or 0", Constants.Kind.PROTOCOL),
    LEVEL("a level, such as SOL_SOCKET", Constants.Kind.LEVEL, Constants.Kind.PROTOCOL),
    OPTION(
            "an option, such as SO_REUSEADDR",
            Constants.Kind.SOCKET_OPTION,
            Constants.Kind.TCP_OPTION,
            Constants.Kind.UDP_OPTION,
            Constants.Kind.IP_OPTION,
            Constants.Kind.IPV6_OPTION),
    OPTION_VALUE("a number, bytes, or the fields of a structure"),
    MESSAGE_FLAGS("flags, such as MSG_PEEK, or 0", Constants.Kind.MESSAGE_FLAG),
    SHUTDOWN("SHUT_RD, SHUT_WR or SHUT_RDWR", Constants.Kind.SHUTDOWN),
    OPEN_FLAGS("flags, such as O_RDONLY", Constants.Kind.OPEN_FLAG),
    COMMAND("a command, such as F_GETFL", Constants.Kind.FCNTL_COMMAND),
    REQUEST("a request, such as FIONREAD", Constants.Kind.IOCTL_REQUEST),
    SIZE("a number of bytes"),
    NUMBER("a number"),
    SECONDS("a number of seconds, such as 0.5"),
    DATA("text or bytes"),
    TEXT("text"),
    ADDRESS("an address: host and port, a pair of them, a path or a sockaddr structure"),
    LIST("a list"),
    ANY("a value");

    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change what List.of gives
    private final List<Constants.Kind> constants;

    Kind(String expected, Constants.Kind... constants) {
        this.expected = expected;
        this.constants = List.of(constants);
    }

    /** Completes "expected ...". */
    public String expected() {
        return expected;
    }

    /** The constants that fit; a plain number always does. */
    public List<Constants.Kind> constants() {
        return constants;
    }
}
