package sockshell.transcript.program.step;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sockshell.lang.catalogue.Call;

/** What calls give, as types, and which of them only work on values. */
public final class Signatures {
    private static final Set<String> ON_VALUES =
            Set.of(
                    "upper",
                    "lower",
                    "encode",
                    "decode",
                    "len",
                    "hex",
                    "htons",
                    "htonl",
                    "ntohs",
                    "ntohl",
                    "inet_addr",
                    "inet_aton",
                    "inet_ntoa",
                    "inet_pton",
                    "inet_ntop",
                    "strerror",
                    "sockaddr_in",
                    "sockaddr_in6",
                    "sockaddr_un",
                    "rights",
                    "getpid");
    private static final Set<String> NUMBERS =
            Set.of("len", "htons", "htonl", "ntohs", "ntohl", "inet_addr", "getservbyname");
    private static final Set<String> ADDRESSES =
            Set.of("sockaddr_in", "sockaddr_in6", "sockaddr_un");

    private Signatures() {}

    public static boolean isOnValues(Call call) {
        return ON_VALUES.contains(call.name());
    }

    /** What the variables take, in their order. */
    public static List<Type> of(Call call, Map<String, Term> arguments) {
        return switch (call.gives()) {
            case NUMBER, PROCESS -> List.of(Type.NUMBER);
            case DESCRIPTOR -> List.of(descriptor(call, arguments));
            case DESCRIPTORS ->
                    call.name().equals("pipe")
                            ? List.of(Type.FILE, Type.FILE)
                            : List.of(Type.SOCKET, Type.SOCKET);
            case CONNECTION -> List.of(Type.SOCKET, Type.ADDRESS);
            case DATA -> List.of(Type.DATA);
            case DATAGRAM -> List.of(Type.DATA, Type.ADDRESS);
            case ADDRESS -> List.of(Type.ADDRESS);
            case ADDRESSES -> List.of(Type.LIST);
            case OPTION -> List.of(option(arguments));
            case READY -> List.of(Type.NUMBER, Type.LIST);
            case MACHINE, VALUE -> value(call);
            case NOTHING -> List.of(Type.NONE);
        };
    }

    private static Type descriptor(Call call, Map<String, Term> arguments) {
        return switch (call.name()) {
            case "epoll_create1" -> Type.EPOLL;
            case "open" -> Type.FILE;
            case "dup", "dup2" -> kept(arguments.getOrDefault("fd", new Term.None()).type());
            default -> Type.SOCKET;
        };
    }

    private static Type kept(Type type) {
        return type.isDescriptor() ? type : Type.SOCKET;
    }

    private static Type option(Map<String, Term> arguments) {
        String shape = shape(arguments);
        boolean asBytes =
                arguments.containsKey("length") && !(arguments.get("length") instanceof Term.None);
        if (shape.equals("text") || shape.equals("bytes") || asBytes) {
            return Type.DATA;
        }
        return shape.isEmpty() || shape.equals("int") ? Type.NUMBER : Type.FIELDS;
    }

    /** The C type of an option's value or a request's argument; empty where it is not known. */
    public static String shape(Map<String, Term> arguments) {
        Term name = arguments.getOrDefault("option", new Term.None());
        Term request = arguments.getOrDefault("request", name);
        return request instanceof Term.Constant constant ? constant.shape() : "";
    }

    private static List<Type> value(Call call) {
        if (call.name().equals("getnameinfo")) {
            return List.of(Type.DATA, Type.DATA);
        }
        if (call.name().equals("rights")) {
            return List.of(Type.FIELDS);
        }
        if (ADDRESSES.contains(call.name())) {
            return List.of(Type.ADDRESS);
        }
        return List.of(NUMBERS.contains(call.name()) ? Type.NUMBER : Type.DATA);
    }
}
