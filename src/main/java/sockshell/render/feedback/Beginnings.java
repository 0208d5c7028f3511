package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** Sentences about calls that make a socket, share it, and give it its place. */
final class Beginnings {
    private Beginnings() {}

    static Optional<String> socket(Scene scene) {
        return made(scene)
                .map(view ->
                        "A %s, not bound yet: state %s."
                                .formatted(kind(scene, view), view.state()));
    }

    private static Optional<View> made(Scene scene) {
        return first(scene).flatMap(Held::view);
    }

    private static Optional<Held> first(Scene scene) {
        return scene.outcome().made().flatMap(number -> scene.held((long) number));
    }

    /** {@code TCP socket of IPv4}, or by the constants where there is no such word. */
    private static String kind(Scene scene, View view) {
        String family =
                switch (view.ends().local()) {
                    case SockAddr.Inet4 _ -> " of IPv4";
                    case SockAddr.Inet6 _ -> " of IPv6";
                    case SockAddr.Unix _ -> " of AF_UNIX";
                    case SockAddr.Raw _ -> "";
                };
        return protocol(scene, view) + " socket" + family;
    }

    private static String protocol(Scene scene, View view) {
        if (scene.isTcp(view)) {
            return "TCP";
        }
        return scene.machine().is("IPPROTO_UDP", view.made().protocol())
                ? "UDP"
                : scene.machine()
                        .constants()
                        .name(Kind.TYPE, view.made().type())
                        .orElse("type " + view.made().type());
    }

    static Optional<String> socketpair(Scene scene) {
        if (!(scene.outcome() instanceof Outcome.Made(List<Integer> both)) || both.size() != 2) {
            return Optional.empty();
        }
        boolean areConnected =
                both.stream()
                        .allMatch(fd ->
                                scene.held((long) fd)
                                        .flatMap(Held::view)
                                        .filter(view -> view.state() == State.CONNECTED)
                                        .isPresent());
        return areConnected
                ? Optional.of(
                        "Two sockets of AF_UNIX, fd %d and fd %d, connected to each other."
                                .formatted(both.getFirst(), both.getLast()))
                : Optional.empty();
    }

    static Optional<String> pipe(Scene scene) {
        return scene.outcome() instanceof Outcome.Made(List<Integer> both)
                ? Optional.of(
                        "A pipe: what is written to fd %d is read from fd %d."
                                .formatted(both.getLast(), both.getFirst()))
                : Optional.empty();
    }

    /** Two numbers of one socket: the identities say so. */
    static Optional<String> dup(Scene scene) {
        return first(scene)
                .filter(made ->
                        scene.own()
                                .filter(own -> own.descriptor() != made.descriptor())
                                .filter(own -> Scene.sharing(scene.after(), own).contains(made))
                                .isPresent())
                .map(made ->
                        "fd %d and fd %d are one and the same %s."
                                .formatted(
                                        scene.own().orElseThrow().descriptor(),
                                        made.descriptor(),
                                        made.view().isPresent() ? "socket" : "pipe"));
    }

    static Optional<String> fork(Scene scene) {
        List<Held> own = of(scene, scene.process());
        return scene.after().held().stream()
                .map(Held::process)
                .distinct()
                .filter(name -> name.startsWith(scene.process() + "."))
                .filter(name ->
                        scene.before().held().stream()
                                .noneMatch(held -> held.process().equals(name)))
                .findFirst()
                .flatMap(child -> shared(scene, child, own));
    }

    private static List<Held> of(Scene scene, String process) {
        return scene.after().held().stream()
                .filter(held -> held.process().equals(process))
                .toList();
    }

    private static Optional<String> shared(Scene scene, String child, List<Held> own) {
        String both =
                of(scene, child).stream()
                        .filter(held -> held.identity().isPresent())
                        .filter(held ->
                                own.stream()
                                        .anyMatch(its -> its.identity().equals(held.identity())))
                        .map(held -> "fd " + held.descriptor())
                        .collect(Collectors.joining(", "));
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(child + " shares with " + scene.process() + ": " + both + ".");
    }

    static Optional<String> bind(Scene scene) {
        return scene.view().map(view -> view.ends().local()).flatMap(local -> bound(scene, local));
    }

    /** ipv6(7): IPV6_V6ONLY leaves IPv4's addresses out. */
    private static String anywhere(SockAddr local) {
        return local instanceof SockAddr.Inet6
                ? " That is every address of this machine; of IPv4 too, unless IPV6_V6ONLY is set."
                : " That is every address of this machine.";
    }

    private static Optional<String> bound(Scene scene, SockAddr local) {
        if (local instanceof SockAddr.Unix name && name.name().isEmpty()) {
            return Optional.empty();
        }
        boolean isChosen =
                scene.address().filter(Beginnings::leavesPort).isPresent() && Shown.port(local) > 0;
        String where = Shown.address(local) + ".";
        String anywhere = Scene.isWildcard(local) ? anywhere(local) : "";
        return Optional.of(
                isChosen
                        ? "The kernel chose port %d; the socket is bound to %s"
                                        .formatted(Shown.port(local), where)
                                + anywhere
                        : "The socket is bound to " + where + anywhere);
    }

    /** In the structures of ip(7) and ipv6(7) the port follows the two bytes of the family. */
    private static boolean leavesPort(SockAddr asked) {
        return asked instanceof SockAddr.Raw(Bytes bytes, _)
                ? bytes.length() >= 4 && bytes.at(2) == 0 && bytes.at(3) == 0
                : Shown.port(asked) == 0;
    }

    static Optional<String> listen(Scene scene) {
        return scene.view()
                .filter(view -> view.state() == State.LISTEN)
                .map(view ->
                        view.acceptQueue()
                                        .map(queue -> listening(scene, queue))
                                        .orElse("Listening.")
                                + unasked(scene, view));
    }

    /** A queue is full when it is longer than the backlog: sk_acceptq_is_full() of Linux. */
    private static String listening(Scene scene, AcceptQueue queue) {
        OptionalLong asked = scene.number(1);
        boolean isCut = asked.isPresent() && asked.getAsLong() > queue.limit();
        return "Listening; the accept queue holds %d (backlog %d%s and one more on Linux)."
                .formatted(
                        queue.limit() + 1,
                        queue.limit(),
                        isCut ? ", cut from " + asked.getAsLong() + " by the kernel," : "");
    }

    /** listen(2) without bind(2) binds the socket to a port of the kernel's choice, ip(7). */
    private static String unasked(Scene scene, View view) {
        boolean wasUnbound =
                scene.viewBefore()
                        .filter(was -> Shown.port(was.ends().local()) == 0)
                        .filter(_ -> Shown.port(view.ends().local()) > 0)
                        .isPresent();
        return wasUnbound ? " The kernel chose port " + Shown.port(view.ends().local()) + "." : "";
    }
}
