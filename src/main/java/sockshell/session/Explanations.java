package sockshell.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call.Cause;
import sockshell.lang.catalogue.Kind;
import sockshell.session.Frame.Failure;
import sockshell.sys.Bytes;
import sockshell.sys.Errno;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/**
 * Says why a call failed: from what this very session did and what the kernel shows of it, and
 * where neither tells, from the catalogue. Nothing is guessed.
 */
final class Explanations {
    private final Kernel kernel;
    private final Supplier<Collection<SockProcess>> processes;

    Explanations(Kernel kernel, Supplier<Collection<SockProcess>> processes) {
        this.kernel = kernel;
        this.processes = processes;
    }

    /** A sentence or two. */
    Optional<String> why(SockProcess process, Failure failure) {
        return found(process, failure.call(), failure.errno().name())
                .or(() -> usual(failure))
                .or(() -> Optional.of(inGeneral(failure.errno())).filter(text -> !text.isEmpty()));
    }

    private Optional<String> found(SockProcess process, Arguments call, String errno) {
        return switch (errno) {
            case "EBADF" -> badDescriptor(process, call);
            case "EADDRINUSE" -> inUse(call);
            case "ECONNREFUSED" -> refused(call);
            case "EINVAL" -> invalid(call);
            case "ENOTCONN" -> notConnected(call);
            case "EISCONN" -> call.look().map(view -> isConnected(call, view));
            case "EPIPE" -> Optional.of(brokenPipe(call));
            case "EAGAIN" -> wouldBlock(process, call);
            case "EINTR" ->
                    Optional.of(
                            "A signal woke the call before it had anything; it can be repeated.");
            default -> Optional.empty();
        };
    }

    /** What the catalogue knows of this errno. */
    private static Optional<String> usual(Failure failure) {
        return failure.call().site().entry().help().causes().stream()
                .filter(cause -> cause.errno().equals(failure.errno().name()))
                .map(Cause::when)
                .map(when -> Character.toUpperCase(when.charAt(0)) + when.substring(1) + ".")
                .findFirst();
    }

    private String inGeneral(Errno errno) {
        if (errno.name().startsWith("EAI_")) {
            return kernel.names().gai_strerror(errno.number()) + ".";
        }
        boolean isErrno = kernel.constants().has(errno.name()) && errno.number() > 0;
        return isErrno ? kernel.names().strerror(errno.number()) + "." : "";
    }

    private Optional<String> badDescriptor(SockProcess process, Arguments call) {
        return descriptors(call)
                .filter(number -> process.descriptors().find(number).isEmpty())
                .findFirst()
                .map(number -> missing(process, number));
    }

    /** All numbers that the call was given as descriptors. */
    private static Stream<Long> descriptors(Arguments call) {
        return Stream.iterate(0, i -> i < call.values().size(), i -> i + 1)
                .filter(i -> call.form().parameter(i).kind() == Kind.DESCRIPTOR)
                .filter(i -> i == 0 || !call.name().equals("dup2"))
                .flatMap(i -> Operators.whole(call.values().get(i)).stream());
    }

    private static String missing(SockProcess process, long number) {
        if (number < 0) {
            return number + " is no descriptor, but what a failed call gave.";
        }
        return process.descriptors()
                .closing(number)
                .map(by -> process.name() + " closed fd " + number + " already: " + by.text() + ".")
                .orElseGet(() -> neverHad(process, number));
    }

    private static String neverHad(SockProcess process, long number) {
        var numbers = process.descriptors().numbers();
        String has = numbers.isEmpty() ? "none" : numbers.toString().replaceAll("[\\[\\]]", "");
        return process.name() + " never had an fd " + number + "; it has " + has + ".";
    }

    private Optional<String> inUse(Arguments call) {
        return address(call)
                .map(wanted ->
                        holder(call, wanted)
                                .or(() -> resting(wanted))
                                .orElse(
                                        "Another program, or an earlier one's file, has "
                                                + wanted
                                                + "."));
    }

    /** Who in this session has a socket at the address. */
    private Optional<String> holder(Arguments call, SockAddr wanted) {
        return sockets()
                .filter(socket -> isOfKind(socket.view(), call))
                .filter(socket -> meets(socket.view().ends().local(), wanted))
                .map(socket -> socket.whose() + " has " + socket.view().ends().local() + ".")
                .findFirst();
    }

    private Optional<String> resting(SockAddr wanted) {
        return kernel.inspection().unheld().orElse(List.of()).stream()
                .filter(unheld -> unheld.state() == State.TIME_WAIT)
                .map(Unheld::ends)
                .filter(ends -> meets(ends.local(), wanted))
                .map(ends ->
                        "A closed connection rests at "
                                + ends.local()
                                + " in TIME_WAIT; bind takes it all the same if that socket had"
                                + " SO_REUSEADDR and this one has it.")
                .findFirst();
    }

    /** Ports of TCP and of UDP have nothing to do with one another. */
    private static boolean isOfKind(View view, Arguments call) {
        return call.look().filter(own -> own.made().type() == view.made().type()).isPresent();
    }

    /** A wildcard meets every address with its port. */
    private static boolean meets(SockAddr one, SockAddr other) {
        return one.equals(other)
                || (port(one) > 0
                        && port(one) == port(other)
                        && (isWildcard(one) || isWildcard(other)));
    }

    private static boolean isWildcard(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet.address() == 0;
            case SockAddr.Inet6 inet -> inet.high() == 0 && inet.low() == 0;
            case SockAddr.Unix _, SockAddr.Raw _ -> false;
        };
    }

    private static int port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet.port();
            case SockAddr.Inet6 inet -> inet.port();
            case SockAddr.Unix _, SockAddr.Raw _ -> 0;
        };
    }

    private Optional<String> refused(Arguments call) {
        if (!call.name().equals("connect")) {
            return Optional.empty();
        }
        boolean isTcp =
                call.look().map(view -> view.made().type()).filter(this::isStream).isPresent();
        return address(call).map(to -> silent(to).orElseGet(() -> nobody(to, isTcp)));
    }

    private boolean isStream(int type) {
        return type == kernel.constants().number("SOCK_STREAM");
    }

    /** Somebody of this session is there, but does not listen. */
    private Optional<String> silent(SockAddr to) {
        return sockets()
                .filter(socket -> isStream(socket.view().made().type()))
                .filter(socket -> socket.view().state() == State.CLOSE)
                .filter(socket -> meets(socket.view().ends().local(), to))
                .map(socket -> socket.whose() + " is bound to " + to + ", but does not listen.")
                .findFirst();
    }

    private static String nobody(SockAddr to, boolean isTcp) {
        boolean isInternet = port(to) > 0;
        return isTcp && isInternet
                ? "Nobody listens on " + to + ", so the kernel there answered the SYN with RST."
                : "Nobody listens at " + to + ".";
    }

    private Optional<String> invalid(Arguments call) {
        return wrongLength(call).or(() -> wrongState(call));
    }

    private static Optional<String> wrongLength(Arguments call) {
        return call.values().stream()
                .filter(Value.Address.class::isInstance)
                .map(value -> ((Value.Address) value).address())
                .filter(SockAddr.Raw.class::isInstance)
                .map(SockAddr.Raw.class::cast)
                .filter(raw -> raw.length() != raw.bytes().length())
                .map(raw ->
                        "The structure has %d bytes, and the length given is %d."
                                .formatted(raw.bytes().length(), raw.length()))
                .findFirst();
    }

    private Optional<String> wrongState(Arguments call) {
        return switch (call.name()) {
            case "accept", "accept4" ->
                    call.look()
                            .filter(view -> view.state() != State.LISTEN)
                            .map(view -> notListening(call, view));
            case "bind" ->
                    call.look()
                            .map(view -> view.ends().local())
                            .filter(local -> port(local) > 0 || isNamed(local))
                            .map(local -> fd(call) + " has the address " + local + " already.")
                            .or(() -> otherFamily(call));
            case "setsockopt" -> tooLate(call);
            default -> otherFamily(call);
        };
    }

    private static String notListening(Arguments call, View view) {
        return view.ends().remote().isPresent()
                ? fd(call) + " is a connection; only a socket that listens can accept one."
                : fd(call) + " does not listen: listen was not called on it.";
    }

    /** ipv6(7): which families an address is shared with is settled when it is taken. */
    private Optional<String> tooLate(Arguments call) {
        boolean isBoth = isNumber(call, 1, "IPPROTO_IPV6") && isNumber(call, 2, "IPV6_V6ONLY");
        return call.look()
                .map(view -> view.ends().local())
                .filter(local -> isBoth && port(local) > 0)
                .map(local ->
                        "%s has the address %s already; IPV6_V6ONLY is set before bind."
                                .formatted(fd(call), local));
    }

    private boolean isNumber(Arguments call, int place, String constant) {
        return Operators.whole(call.values().get(place))
                .filter(number -> number == kernel.constants().number(constant))
                .isPresent();
    }

    /** A text alone is a path; who meant an address of IPv4 has left out the port. */
    private static Optional<String> otherFamily(Arguments call) {
        boolean isPath =
                call.values().stream()
                        .anyMatch(value ->
                                value instanceof Value.Address(SockAddr.Unix(Bytes name))
                                        && !name.isEmpty());
        boolean isInet =
                call.look()
                        .filter(view -> !(view.ends().local() instanceof SockAddr.Unix))
                        .isPresent();
        return isPath && isInet
                ? Optional.of(
                        "A text alone is a path, and that is an address of AF_UNIX; here an address"
                                + " and a port are needed.")
                : Optional.empty();
    }

    private static boolean isNamed(SockAddr address) {
        return address instanceof SockAddr.Unix local && !local.name().isEmpty();
    }

    private Optional<String> notConnected(Arguments call) {
        return call.look()
                .map(view ->
                        view.state() == State.LISTEN
                                ? fd(call) + " listens; data goes over what accept gives."
                                : fd(call) + " is connected to nobody.");
    }

    private static String isConnected(Arguments call, View view) {
        return view.ends().remote().isPresent()
                ? fd(call) + " is connected to " + view.ends().remote().get() + " already."
                : fd(call) + " listens, and what listens cannot connect.";
    }

    private static String brokenPipe(Arguments call) {
        return call.look().map(view -> sendsNot(call, view)).orElse(unread(call))
                + " A C program would get the signal SIGPIPE too, which ends it.";
    }

    private static String sendsNot(Arguments call, View view) {
        return switch (view.state()) {
            case LISTEN -> fd(call) + " listens; data goes over what accept gives.";
            case CLOSE, SYN_SENT -> fd(call) + " has no connection, or none any more.";
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, TIME_WAIT ->
                    fd(call) + " was shut down for sending.";
            default -> unread(call);
        };
    }

    private static String unread(Arguments call) {
        return "Nobody reads at the other end of "
                + fd(call)
                + " any more, or this end was shut down for sending.";
    }

    /** Whether it waited first is known: then it was told how long. */
    private static Optional<String> wouldBlock(SockProcess process, Arguments call) {
        String why =
                process.worker().slept()
                        ? "and its time for waiting is over."
                        : "and the call may not wait.";
        return call.look().map(view -> missing(call, view) + ", " + why);
    }

    private static String missing(Arguments call, View view) {
        if (call.name().equals("connect")) {
            return "The accept queue at the other end is full";
        }
        if (view.acceptQueue().isPresent()) {
            return "The accept queue of " + fd(call) + " is empty";
        }
        boolean sends = call.name().startsWith("send") || call.name().equals("write");
        return sends
                ? "The send buffer is full: %d bytes were not taken by the other side yet"
                        .formatted(view.queues().unsent().orElse(0))
                : "Nothing has arrived at " + fd(call);
    }

    private static String fd(Arguments call) {
        return Operators.whole(call.values().getFirst()).map(number -> "fd " + number).orElse("it");
    }

    private Optional<SockAddr> address(Arguments call) {
        return call.values().stream()
                .filter(Value.Address.class::isInstance)
                .map(value -> kernel.decode(kernel.encode(((Value.Address) value).address())))
                .findFirst();
    }

    /** A socket of the session, as it stands now. */
    private record Held(String whose, View view) {}

    private Stream<Held> sockets() {
        return processes.get().stream().flatMap(this::sockets);
    }

    private Stream<Held> sockets(SockProcess process) {
        return process.descriptors().numbers().stream().flatMap(fd -> held(process, fd));
    }

    private Stream<Held> held(SockProcess process, int number) {
        return process.descriptors().find(number).stream()
                .flatMap(fd -> kernel.inspection().look(fd).map(Stream::of).orElse(Stream.of()))
                .map(view -> new Held(process.name() + "'s fd " + number, view));
    }
}
