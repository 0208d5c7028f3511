package sockshell.render.strace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sockshell.render.Machine;
import sockshell.sys.Bytes;
import sockshell.sys.Constants.Kind;
import sockshell.sys.SockAddr;

/** Strings, addresses and constants as strace(1) writes them. */
final class StraceWords {
    private static final int LONGEST = 32;

    private final Machine machine;

    StraceWords(Machine machine) {
        this.machine = machine;
    }

    /** The first 32 bytes, as strace does without -s. */
    static String text(Bytes bytes) {
        boolean isCut = bytes.length() > LONGEST;
        return whole(isCut ? bytes.slice(0, LONGEST) : bytes) + (isCut ? "..." : "");
    }

    /** All of it, as names of files are shown. */
    static String whole(Bytes bytes) {
        return IntStream.range(0, bytes.length())
                .mapToObj(i -> octet(bytes, i))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String octet(Bytes bytes, int at) {
        int octet = bytes.at(at) & 0xff;
        return switch (octet) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            case 0x0b -> "\\v";
            default -> octet >= ' ' && octet < 127 ? Character.toString(octet) : octal(bytes, at);
        };
    }

    /** As short as can be: three digits only where another digit follows. */
    private static String octal(Bytes bytes, int at) {
        int octet = bytes.at(at) & 0xff;
        boolean isDigitNext = at + 1 < bytes.length() && Character.isDigit(bytes.at(at + 1));
        return (isDigitNext ? "\\%03o" : "\\%o").formatted(octet);
    }

    String address(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet ->
                    "{sa_family=AF_INET, sin_port=htons(%d), sin_addr=inet_addr(\"%s\")}"
                            .formatted(inet.port(), host(inet));
            case SockAddr.Inet6 inet ->
                    ("{sa_family=AF_INET6, sin6_port=htons(%d), sin6_flowinfo=htonl(%d),"
                                    + " inet_pton(AF_INET6, \"%s\", &sin6_addr), sin6_scope_id=%s}")
                            .formatted(inet.port(), inet.flow(), host(inet), scope(inet));
            case SockAddr.Unix local -> "{sa_family=AF_UNIX" + path(local) + "}";
            case SockAddr.Raw raw -> text(raw.bytes());
        };
    }

    private static String host(SockAddr.Inet4 inet) {
        String text = inet.toString();
        return text.substring(0, text.lastIndexOf(':'));
    }

    private static String host(SockAddr.Inet6 inet) {
        String text = new SockAddr.Inet6(inet.high(), inet.low(), 0).toString();
        return text.substring(1, text.lastIndexOf(']'));
    }

    private static String scope(SockAddr.Inet6 inet) {
        return Integer.toUnsignedString(inet.scope());
    }

    private static String path(SockAddr.Unix local) {
        if (local.name().isEmpty()) {
            return "";
        }
        return local.isAbstract()
                ? ", sun_path=@" + whole(local.name().slice(1, local.name().length()))
                : ", sun_path=" + whole(local.name());
    }

    int length(SockAddr address) {
        return machine.encode().apply(address).length();
    }

    /** A number without a name is shown with what it should have been. */
    String name(Kind kind, long number, String family) {
        return machine.constants()
                .name(kind, number)
                .orElse("0x%x /* %s_??? */".formatted(number, family));
    }

    String flags(Kind kind, long number) {
        return machine.constants().flags(kind, number);
    }

    /** A socket's type, and the flags that may stand beside it. */
    String type(long number) {
        long base = number & 0xf;
        long rest = number & ~0xfL;
        String name = name(Kind.TYPE, base, "SOCK");
        return rest == 0 ? name : name + "|" + flags(Kind.TYPE, rest);
    }

    /** How a file is to be opened: O_RDONLY is a name for nothing set. */
    String opening(long number) {
        long how = number & 3;
        String name = name(Kind.OPEN_FLAG, how, "O");
        return number == how ? name : name + "|" + flags(Kind.OPEN_FLAG, number & ~3L);
    }

    static String list(List<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
