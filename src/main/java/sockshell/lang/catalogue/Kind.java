package sockshell.lang.catalogue;

import java.util.List;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Constants;

/** What a parameter takes, and how to say so to a person. */
public enum Kind {
    DESCRIPTOR("a descriptor, such as socket() gives"),
    DESCRIPTORS("a list of descriptors, such as [a, b]"),
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
    COMMAND_ARGUMENT(
            "a number, such as O_NONBLOCK",
            Constants.Kind.OPEN_FLAG,
            Constants.Kind.DESCRIPTOR_FLAG),
    REQUEST("a request, such as FIONREAD", Constants.Kind.IOCTL_REQUEST),
    SIZE("a number of bytes"),
    NUMBER("a number"),
    EPOLL_OPERATION(
            "EPOLL_CTL_ADD, EPOLL_CTL_MOD or EPOLL_CTL_DEL", Constants.Kind.EPOLL_OPERATION),
    EPOLL_EVENTS("events, such as EPOLLIN", Constants.Kind.EPOLL_EVENT),
    EPOLL_FLAGS("EPOLL_CLOEXEC, or 0", Constants.Kind.EPOLL_FLAG),
    POLL_LIST("a list of pairs, such as [(s, POLLIN)]", Constants.Kind.POLL_EVENT),
    LOOKUP_FLAGS("flags, such as AI_PASSIVE, or 0", Constants.Kind.LOOKUP_FLAG),
    NAMEINFO_FLAGS("flags, such as NI_NUMERICHOST, or 0", Constants.Kind.NAMEINFO_FLAG),
    PORT("a port"),
    HOST("the name or the address of a machine, or None"),
    SERVICE("the name of a service, a port, or None"),
    SECONDS("a number of seconds, such as 0.5"),
    TIMEOUT("a number of seconds, such as 0.5, or None"),
    OFFSET("a place in the file, or None"),
    CONTROL("a control message, such as rights(fd)"),
    IN_ADDR("a number, such as inet_addr() gives, or bytes", Constants.Kind.ADDRESS),
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

    /** Whether a value can stand for it; what a number means is for the kernel to judge. */
    public boolean takes(Value value) {
        return switch (this) {
            case DATA, TEXT -> value instanceof Value.Text;
            case DESCRIPTORS, POLL_LIST, LIST -> value instanceof Value.Items;
            case ADDRESS -> isAddress(value);
            case SECONDS -> Operators.fraction(value).isPresent();
            case TIMEOUT -> SECONDS.takes(value) || value == Value.Nothing.NONE;
            case OFFSET -> isNumber(value) || value == Value.Nothing.NONE;
            case CONTROL -> value instanceof Value.Structure;
            case IN_ADDR -> isNumber(value) || value instanceof Value.Text;
            case HOST -> value instanceof Value.Text || value == Value.Nothing.NONE;
            case SERVICE -> HOST.takes(value) || isNumber(value);
            case OPTION_VALUE, ANY -> true;
            default -> isNumber(value);
        };
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Truth;
    }

    private static boolean isPort(Value value) {
        return isNumber(value) || value instanceof Value.Text;
    }

    /**
     * A pair is a host and its port, or C's structure and its length; IPv6 has four of Python's.
     */
    private static boolean isAddress(Value value) {
        return switch (value) {
            case Value.Address _, Value.Text _ -> true;
            case Value.Items(List<Value> parts, _) ->
                    parts.size() >= 2
                            && parts.size() <= 4
                            && (parts.getFirst() instanceof Value.Text
                                    || parts.getFirst() instanceof Value.Address)
                            && parts.stream().skip(1).allMatch(Kind::isPort);
            default -> false;
        };
    }

    /** The constants that fit; a plain number always does. */
    public List<Constants.Kind> constants() {
        return constants;
    }
}
