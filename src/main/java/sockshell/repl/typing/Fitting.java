package sockshell.repl.typing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Kind;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;

/** Which calls fit a value: those that give it, and those that make sense behind its dot. */
final class Fitting {
    private static final Set<String> TEXTS =
            Set.of(
                    "upper",
                    "lower",
                    "encode",
                    "decode",
                    "hex",
                    "input",
                    "raw_input",
                    "inet_ntoa",
                    "inet_ntop",
                    "inet_pton",
                    "inet_aton",
                    "gethostbyname",
                    "gethostname",
                    "strerror",
                    "getservbyport");
    private static final Set<String> NUMBERS =
            Set.of(
                    "len",
                    "htons",
                    "htonl",
                    "ntohs",
                    "ntohl",
                    "inet_addr",
                    "getservbyname",
                    "getpid");
    private static final Set<String> STRUCTURES =
            Set.of("sockaddr_in", "sockaddr_in6", "sockaddr_un");

    /* Of what is no socket: a file, a pipe, an epoll. */
    private static final Set<String> NO_SOCKET =
            Set.of(
                    "read",
                    "write",
                    "close",
                    "dup",
                    "dup2",
                    "fcntl",
                    "ioctl",
                    "sendfile",
                    "epoll_ctl",
                    "epoll_wait");
    private static final Set<String> NEVER_ON_SOCKETS = Set.of("epoll_ctl", "epoll_wait");

    private static final Set<String> SETTLING = Set.of("bind", "connect", "listen");
    private static final Set<String> ACCEPTING = Set.of("listen", "accept", "accept4");
    private static final Set<String> TALKING =
            Set.of(
                    "send",
                    "sendall",
                    "sendto",
                    "sendmsg",
                    "write",
                    "recv",
                    "recvfrom",
                    "recvmsg",
                    "read",
                    "shutdown",
                    "getpeername",
                    "sendfile");

    private Fitting() {}

    /** The calls whose results can be an argument of a kind. */
    static Predicate<Call> results(Kind kind, Call around) {
        return switch (kind) {
            case DESCRIPTOR -> call -> call.gives() == Gives.DESCRIPTOR;
            case DATA, TEXT, HOST -> call -> TEXTS.contains(call.name());
            case NUMBER, SIZE, PORT -> call -> NUMBERS.contains(call.name());
            case SERVICE, IN_ADDR, OPTION_VALUE ->
                    call -> NUMBERS.contains(call.name()) || TEXTS.contains(call.name());
            case ADDRESS ->
                    call ->
                            STRUCTURES.contains(call.name())
                                    || (call.gives() == Gives.ADDRESS
                                            && !call.name().equals(around.name()));
            case ANY -> call -> call.gives() != Gives.NOTHING;
            default -> _ -> false;
        };
    }

    /** The calls that make sense behind a value and a dot. */
    static Predicate<Call> methods(Value value, Optional<Held> held, Constants constants) {
        return switch (value) {
            case Value.Whole _ when held.isPresent() -> onDescriptor(held.get(), constants);
            case Value.Whole _, Value.Truth _, Value.Fraction _ -> call -> first(call, Kind.NUMBER);
            case Value.Text _ -> Fitting::onText;
            case Value.Address _ -> call -> first(call, Kind.ADDRESS);
            case Value.Items _ ->
                    call ->
                            first(call, Kind.POLL_LIST)
                                    || first(call, Kind.DESCRIPTORS)
                                    || call.name().equals("len");
            case Value.Structure _, Value.Nothing _ -> _ -> false;
        };
    }

    /** The same for what another call will give. */
    static Predicate<Call> methods(Call giver) {
        return switch (giver.gives()) {
            case DESCRIPTOR, CONNECTION -> call -> first(call, Kind.DESCRIPTOR);
            case DATA, MACHINE -> Fitting::onText;
            case VALUE ->
                    TEXTS.contains(giver.name())
                            ? Fitting::onText
                            : call -> first(call, Kind.NUMBER);
            case ADDRESS -> call -> first(call, Kind.ADDRESS);
            case NUMBER, DESCRIPTORS, DATAGRAM, ADDRESSES, OPTION, READY, PROCESS, NOTHING ->
                    _ -> false;
        };
    }

    static boolean onText(Call call) {
        boolean data = first(call, Kind.DATA) && !STRUCTURES.contains(call.name());
        return data || call.name().equals("len");
    }

    private static boolean first(Call call, Kind kind) {
        return call.forms().stream()
                .filter(form -> form.size() > 0 && !call.name().equals("rights"))
                .anyMatch(form -> form.parameter(0).kind() == kind);
    }

    private static Predicate<Call> onDescriptor(Held held, Constants constants) {
        Predicate<Call> takes = call -> first(call, Kind.DESCRIPTOR);
        return held.view()
                .map(view -> takes.and(call -> onSocket(call.name(), view, constants)))
                .orElse(takes.and(call -> NO_SOCKET.contains(call.name())));
    }

    /** What would only fail as the socket stands now is left out. */
    private static boolean onSocket(String call, View view, Constants constants) {
        boolean stream = view.made().type() == constants.number("SOCK_STREAM");
        if (NEVER_ON_SOCKETS.contains(call)) {
            return false;
        }
        if (!stream) {
            return !ACCEPTING.contains(call);
        }
        return switch (view.state()) {
            case LISTEN -> !TALKING.contains(call) && !Set.of("bind", "connect").contains(call);
            case CLOSE, UNCONNECTED -> !TALKING.contains(call) && !call.startsWith("accept");
            default -> Stream.of(SETTLING, ACCEPTING).noneMatch(set -> set.contains(call));
        };
    }
}
