package sockshell.render.strace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Machine;
import sockshell.session.told.Event;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Errno;
import sockshell.sys.SockAddr;

/**
 * A system call as strace(1) prints it, with the process's own descriptors. What SockShell does not
 * know, an address in memory, is {@code ...}; a call that is several system calls, or none, has no
 * such line.
 */
public final class Strace {
    private final Machine machine;
    private final StraceWords words;
    private final StraceData data;

    public Strace(Machine machine) {
        this.machine = machine;
        words = new StraceWords(machine);
        data = new StraceData(words);
    }

    public Optional<String> of(Event.Called called) {
        StraceCall call =
                new StraceCall(
                        called.made().call().name(), called.made().arguments(), called.outcome());
        return arguments(call).or(() -> data.arguments(call)).map(text -> text + end(call));
    }

    private Optional<String> arguments(StraceCall call) {
        return switch (call.name()) {
            case "socket" -> Optional.of("socket(" + made(call) + ")");
            case "socketpair" ->
                    Optional.of("socketpair(" + made(call) + ", " + both(call.outcome()) + ")");
            case "bind", "connect" ->
                    call.address()
                            .map(to ->
                                    "%s(%d, %s, %d)"
                                            .formatted(
                                                    call.name(),
                                                    call.number(0),
                                                    words.address(to),
                                                    words.length(to)));
            case "accept", "accept4", "getsockname", "getpeername" -> Optional.of(named(call));
            case "listen" ->
                    Optional.of("listen(%d, %d)".formatted(call.number(0), call.number(1)));
            case "shutdown" ->
                    Optional.of(
                            "shutdown(%d, %s)"
                                    .formatted(
                                            call.number(0),
                                            words.name(Kind.SHUTDOWN, call.number(1), "SHUT")));
            case "close", "dup", "epoll_create1" -> Optional.of(plain(call));
            case "dup2" -> Optional.of("dup2(%d, %d)".formatted(call.number(0), call.number(1)));
            case "pipe" -> Optional.of("pipe2(" + both(call.outcome()) + ", 0)");
            case "open" -> Optional.of(open(call));
            case "unlink" -> Optional.of("unlink(" + StraceWords.whole(call.bytes(0)) + ")");
            case "setsockopt", "getsockopt" -> option(call);
            case "poll" -> polled(call);
            default -> Optional.empty();
        };
    }

    private static String plain(StraceCall call) {
        return "%s(%d)".formatted(call.name(), call.number(0));
    }

    private String made(StraceCall call) {
        boolean isInternet =
                machine.is("AF_INET", call.number(0)) || machine.is("AF_INET6", call.number(0));
        String protocol =
                isInternet
                        ? machine.constants()
                                .name(Kind.PROTOCOL, call.number(2))
                                .orElse(Long.toString(call.number(2)))
                        : Long.toString(call.number(2));
        return words.name(Kind.FAMILY, call.number(0), "AF")
                + ", "
                + words.type(call.number(1))
                + ", "
                + protocol;
    }

    private static String both(Outcome outcome) {
        return outcome instanceof Outcome.Made(List<Integer> both) ? StraceWords.list(both) : "...";
    }

    /** What the kernel wrote an address to: there is room for 128 bytes. */
    private String named(StraceCall call) {
        String flags = call.name().equals("accept4") ? ", " + acceptFlags(call.number(1)) : "";
        String answer =
                answered(call.outcome())
                        .map(address ->
                                "%s, [128 => %d]"
                                        .formatted(words.address(address), words.length(address)))
                        .orElse("..., [128]");
        return "%s(%d, %s%s)".formatted(call.name(), call.number(0), answer, flags);
    }

    private String acceptFlags(long flags) {
        return words.flags(Kind.TYPE, flags);
    }

    private static Optional<SockAddr> answered(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(_, SockAddr peer) -> Optional.of(peer);
            case Outcome.Gave(Value.Address(SockAddr address)) -> Optional.of(address);
            default -> Optional.empty();
        };
    }

    /** The mode counts only where a file may be made, open(2). */
    private String open(StraceCall call) {
        boolean mayMake = (call.number(1) & machine.constants().number("O_CREAT")) != 0;
        return "openat(AT_FDCWD, %s, %s%s)"
                .formatted(
                        StraceWords.whole(call.bytes(0)),
                        words.opening(call.number(1)),
                        mayMake ? ", 0%o".formatted(call.number(2)) : "");
    }

    /** Only those with a number: strace has a form of its own for each structure. */
    private Optional<String> option(StraceCall call) {
        boolean sets = call.name().equals("setsockopt");
        Optional<Long> number =
                sets
                        ? call.whole(3)
                        : call.outcome() instanceof Outcome.Failed
                                ? Optional.empty()
                                : Operators.whole(call.outcome().value());
        long length = call.whole(sets ? 4 : 3).orElse((long) Integer.BYTES);
        return number.map(value ->
                "%s(%d, %s, %s, [%d], %s)"
                        .formatted(
                                call.name(),
                                call.number(0),
                                words.name(Kind.LEVEL, call.number(1), "SOL"),
                                words.name(kind(call.number(1)), call.number(2), "SO"),
                                value,
                                sets ? Long.toString(length) : "[" + length + "]"));
    }

    private Kind kind(long level) {
        if (machine.is("SOL_TCP", level)) {
            return Kind.TCP_OPTION;
        }
        if (machine.is("SOL_IP", level)) {
            return Kind.IP_OPTION;
        }
        if (machine.is("SOL_IPV6", level)) {
            return Kind.IPV6_OPTION;
        }
        return machine.is("SOL_UDP", level) ? Kind.UDP_OPTION : Kind.SOCKET_OPTION;
    }

    /** Python's and the short form alone: with C's count in the middle there are three. */
    private Optional<String> polled(StraceCall call) {
        if (call.arguments().size() != 2
                || !(call.arguments().getFirst() instanceof Value.Items items)) {
            return Optional.empty();
        }
        String asked =
                items.members().stream()
                        .map(this::asked)
                        .collect(Collectors.joining(", ", "[", "]"));
        return Optional.of(
                "poll(%s, %d, %d)".formatted(asked, items.members().size(), call.number(1)));
    }

    private String asked(Value pair) {
        return pair instanceof Value.Items(List<Value> both, _) && both.size() == 2
                ? "{fd=%d, events=%s}"
                        .formatted(
                                Operators.whole(both.getFirst()).orElse(-1L),
                                words.flags(
                                        Kind.POLL_EVENT,
                                        Operators.whole(both.getLast()).orElse(0L)))
                : "...";
    }

    private String end(StraceCall call) {
        return switch (call.outcome()) {
            case Outcome.Failed(Errno errno) ->
                    " = -1 %s (%s)"
                            .formatted(errno.name(), machine.strerror().apply(errno.number()));
            case Outcome.Made(List<Integer> made) when made.size() == 1 -> " = " + made.getFirst();
            case Outcome.Accepted(int descriptor, _) -> " = " + descriptor;
            case Outcome.Received received -> " = " + received.count();
            case Outcome.Ready ready -> " = " + ready(ready);
            case Outcome.Gave(Value.Whole(long number)) when !call.name().equals("getsockopt") ->
                    " = " + number;
            case Outcome.Gave _,
                    Outcome.Made _,
                    Outcome.Did _,
                    Outcome.ErrorNumber _,
                    Outcome.Found _ ->
                    " = 0";
        };
    }

    private static String ready(Outcome.Ready ready) {
        return ready.count() == 0
                ? "0 (Timeout)"
                : ready.events().stream()
                        .map(event ->
                                "{fd=%d, revents=%s}".formatted(event.descriptor(), event.names()))
                        .collect(Collectors.joining(", ", ready.count() + " ([", "])"));
    }
}
