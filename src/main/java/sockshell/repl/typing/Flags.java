package sockshell.repl.typing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Kind;
import sockshell.repl.cursor.Invoked;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;

/** The constants that fit an argument of a certain call, and no others of their kind. */
final class Flags {
    /* socket(2): these go along with a type; accept4(2) takes nothing else. */
    private static final Set<String> TYPE_FLAGS = Set.of("SOCK_NONBLOCK", "SOCK_CLOEXEC");

    /* send(2) and recv(2); MSG_WAITFORONE is for recvmmsg(2) alone. */
    private static final Set<String> SENDING =
            Set.of(
                    "MSG_OOB",
                    "MSG_DONTROUTE",
                    "MSG_DONTWAIT",
                    "MSG_EOR",
                    "MSG_CONFIRM",
                    "MSG_NOSIGNAL",
                    "MSG_MORE",
                    "MSG_ZEROCOPY",
                    "MSG_FASTOPEN");
    private static final Set<String> RECEIVING =
            Set.of(
                    "MSG_OOB",
                    "MSG_PEEK",
                    "MSG_DONTWAIT",
                    "MSG_WAITALL",
                    "MSG_TRUNC",
                    "MSG_ERRQUEUE",
                    "MSG_CMSG_CLOEXEC");

    /* socket(7) and tcp(7): these can be asked and not be set. */
    private static final Set<String> ONLY_ASKED =
            Set.of(
                    "SO_TYPE",
                    "SO_ERROR",
                    "SO_PEERCRED",
                    "SO_ACCEPTCONN",
                    "SO_PROTOCOL",
                    "SO_DOMAIN",
                    "SO_MEMINFO",
                    "SO_COOKIE",
                    "SO_INCOMING_NAPI_ID",
                    "TCP_INFO",
                    "IP_MTU",
                    "IPV6_MTU");

    /* setsockopt(2): there is nothing to ask. */
    private static final Set<String> ONLY_SET =
            Set.of(
                    "SO_SNDBUFFORCE",
                    "SO_RCVBUFFORCE",
                    "IP_ADD_MEMBERSHIP",
                    "IP_DROP_MEMBERSHIP",
                    "IPV6_JOIN_GROUP",
                    "IPV6_LEAVE_GROUP");

    /* fcntl(2): what F_SETFL can change. */
    private static final Set<String> STATUS_FLAGS =
            Set.of("O_APPEND", "O_ASYNC", "O_NOATIME", "O_NONBLOCK");

    private static final Set<String> LEVELS =
            Set.of("SOL_SOCKET", "IPPROTO_TCP", "IPPROTO_UDP", "IPPROTO_IP", "IPPROTO_IPV6");

    private static final Map<String, Constants.Kind> OPTIONS =
            Map.of(
                    "SOL_SOCKET", Constants.Kind.SOCKET_OPTION,
                    "IPPROTO_TCP", Constants.Kind.TCP_OPTION,
                    "IPPROTO_UDP", Constants.Kind.UDP_OPTION,
                    "IPPROTO_IP", Constants.Kind.IP_OPTION,
                    "IPPROTO_IPV6", Constants.Kind.IPV6_OPTION);

    private final Constants constants;
    private final Guess guess;

    Flags(Context context) {
        constants = context.language().constants();
        guess = new Guess(context);
    }

    /** Those for an argument; joined ones stand behind an operator, so that they are flags. */
    Stream<Constant> of(Kind kind, Call call, Invoked invoked, boolean joined) {
        Stream<Constant> all =
                kind.constants().stream().flatMap(each -> constants.of(each).stream());
        Predicate<Constant> fits =
                switch (kind) {
                    case TYPE -> types(call, joined);
                    case LEVEL -> constant -> LEVELS.contains(constant.name());
                    case OPTION -> options(call, invoked);
                    case MESSAGE_FLAGS -> messages(call);
                    case COMMAND_ARGUMENT -> settings(invoked);
                    default -> _ -> !joined || isJoinable(kind);
                };
        List<String> used = List.of(invoked.current().split("[^A-Za-z0-9_]+", -1));
        return all.filter(fits).filter(constant -> !joined || !used.contains(constant.name()));
    }

    private static boolean isJoinable(Kind kind) {
        return switch (kind) {
            case OPEN_FLAGS, EPOLL_EVENTS, EPOLL_FLAGS, POLL_LIST, LOOKUP_FLAGS, NAMEINFO_FLAGS ->
                    true;
            default -> false;
        };
    }

    private static Predicate<Constant> types(Call call, boolean joined) {
        boolean flags = joined || !(call.name().startsWith("socket") || isAsked(call));
        return constant -> flags == TYPE_FLAGS.contains(constant.name());
    }

    /** getaddrinfo(3) asks for a type, and takes no flags with it. */
    private static boolean isAsked(Call call) {
        return call.gives() == Gives.ADDRESSES;
    }

    /** Those of the level in front, if it is known; a structure's shape tells nothing here. */
    private Predicate<Constant> options(Call call, Invoked invoked) {
        Set<String> unfit = call.gives() == Gives.OPTION ? ONLY_SET : ONLY_ASKED;
        Optional<Value> level = argument(invoked, 1);
        Optional<Constants.Kind> kind =
                OPTIONS.entrySet().stream()
                        .filter(each -> level.equals(number(each.getKey())))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return constant ->
                !unfit.contains(constant.name())
                        && kind.map(each -> each == constant.kind()).orElse(level.isEmpty());
    }

    private Optional<Value> number(String name) {
        return constants.named(name).map(each -> Value.Whole.of(each.value()));
    }

    private Optional<Value> argument(Invoked invoked, int place) {
        return place < invoked.index()
                ? guess.of(invoked.arguments().get(place))
                : Optional.empty();
    }

    private static Predicate<Constant> messages(Call call) {
        boolean receives = call.gives() == Gives.DATA || call.gives() == Gives.DATAGRAM;
        boolean rights = call.name().equals("recvmsg");
        return constant ->
                (receives ? RECEIVING : SENDING).contains(constant.name())
                        && (rights || !constant.name().equals("MSG_CMSG_CLOEXEC"));
    }

    /** What a command of fcntl takes; nothing where it only asks. */
    private Predicate<Constant> settings(Invoked invoked) {
        Optional<Value> command = argument(invoked, 1);
        boolean status = command.equals(number("F_SETFL"));
        boolean descriptor = command.equals(number("F_SETFD"));
        boolean any = command.isEmpty();
        return constant ->
                constant.kind() == Constants.Kind.DESCRIPTOR_FLAG
                        ? descriptor || any
                        : (status || any) && STATUS_FLAGS.contains(constant.name());
    }
}
