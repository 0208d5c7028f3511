package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sockshell.render.feedback.Change.Measure;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** Sentences about data that was handed to the kernel. */
final class Sending {
    private Sending() {}

    static Optional<String> sent(Scene scene) {
        long count = scene.returned();
        return scene.view()
                .flatMap(view ->
                        scene.isStream(view)
                                ? onStream(scene, view, count)
                                : datagram(scene, view, count));
    }

    private static Optional<String> onStream(Scene scene, View view, long count) {
        if (scene.isTcp(view)) {
            return onTcp(scene, view, count);
        }
        return onlyGrown(scene)
                .map(grown ->
                        "%s went to %s, where %d %s to be read."
                                .formatted(
                                        Shown.bytes(count),
                                        scene.name(grown.held()),
                                        grown.to(),
                                        waits(grown.to())));
    }

    private static Optional<String> onTcp(Scene scene, View view, long count) {
        OptionalLong unsent = view.queues().unsent();
        Optional<Held> peer = Scene.peer(scene.after(), view);
        if (view.state() == State.CLOSE) {
            return Optional.of(
                    "Nobody is there any more: a reset came back, and the connection is gone.");
        }
        if (unsent.isPresent() && unsent.getAsLong() > 0) {
            return Optional.of(stuck(scene, unsent.getAsLong(), peer));
        }
        return unsent.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        peer.map(held -> arrived(scene, held, count))
                                .orElse(
                                        Shown.bytes(count)
                                                + " went out, and the other side's"
                                                + " kernel has "
                                                + them(count)
                                                + "."));
    }

    private static String them(long count) {
        return count == 1 ? "it" : "them";
    }

    private static String waits(long count) {
        return count == 1 ? "waits" : "wait";
    }

    private static String stuck(Scene scene, long unsent, Optional<Held> peer) {
        String there =
                peer.flatMap(held ->
                                received(held)
                                        .map(n ->
                                                " %s has %d to read."
                                                        .formatted(capital(scene.name(held)), n)))
                        .orElse("");
        return "%s %s still in the send queue: the other side has not taken %s."
                        .formatted(Shown.bytes(unsent), unsent == 1 ? "is" : "are", them(unsent))
                + there;
    }

    private static String capital(String name) {
        return name.startsWith("fd ") ? "Fd" + name.substring(2) : name;
    }

    private static Optional<Long> received(Held held) {
        return held.view()
                .map(view -> view.queues().received())
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
    }

    private static String arrived(Scene scene, Held peer, long count) {
        String where = Shown.bytes(count) + " went to " + scene.name(peer);
        return received(peer)
                .map(n ->
                        n == 0
                                ? where + "; nothing waits there now."
                                : "%s, where %d %s to be read.".formatted(where, n, waits(n)))
                .orElse(where + ".");
    }

    /** Nobody else's queue grew, so there is no doubt whose it is. */
    private static Optional<Change.Counted> onlyGrown(Scene scene) {
        List<Change.Counted> grown = scene.grown(Measure.RECEIVED);
        return grown.size() == 1 ? Optional.of(grown.getFirst()) : Optional.empty();
    }

    private static Optional<String> datagram(Scene scene, View view, long count) {
        Optional<SockAddr> to = scene.address().or(() -> view.ends().remote());
        Optional<Held> target = to.flatMap(address -> receiver(scene, address, view.made().type()));
        return target.<Optional<String>>map(held -> Optional.of(reached(scene, held, count)))
                .orElseGet(() -> toNobody(scene, to, count))
                .map(text -> text + chosen(scene, view));
    }

    /** Of several that could have it the one whose queue has more now, or that had no room. */
    private static Optional<Held> receiver(Scene scene, SockAddr address, int type) {
        List<Held> all = scene.boundTo(address, type).toList();
        return all.stream()
                .filter(held ->
                        hasMore(scene, held) || scene.changes().of(held, Measure.DROPS).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static String reached(Scene scene, Held held, long count) {
        String name = scene.name(held);
        Optional<Change.Counted> dropped = scene.changes().of(held, Measure.DROPS);
        if (dropped.isPresent()) {
            return "The kernel dropped the datagram: %s had no room (drops %d -> %d)."
                    .formatted(name, dropped.get().from(), dropped.get().to());
        }
        String datagram = "A datagram of " + Shown.bytes(count);
        long waiting = received(held).orElse(0L);
        if (waiting > 0 && hasMore(scene, held)) {
            return datagram + " went to " + name + ", where it waits to be read.";
        }
        return "%s was sent to the address of %s%s."
                .formatted(
                        datagram, name, waiting == 0 && count > 0 ? "; nothing waits there" : "");
    }

    /**
     * SIOCINQ is the size of the first datagram alone, udp(7): behind others a new one shows in the
     * memory.
     */
    private static boolean hasMore(Scene scene, Held held) {
        return Stream.of(Measure.RECEIVED, Measure.MEMORY)
                .flatMap(measure -> scene.changes().of(held, measure).stream())
                .anyMatch(change -> change.more() > 0);
    }

    /** Only in the internet one can send to nobody; what becomes of it is not seen from here. */
    private static Optional<String> toNobody(Scene scene, Optional<SockAddr> to, long count) {
        Optional<Change.Counted> grown = onlyGrown(scene);
        if (grown.isPresent()) {
            return grown.map(change ->
                    "A datagram of %s went to %s."
                            .formatted(Shown.bytes(count), scene.name(change.held())));
        }
        return to.filter(address -> Shown.port(address) > 0)
                .map(address ->
                        "A datagram of %s left for %s; no socket of this session is there."
                                .formatted(Shown.bytes(count), Shown.address(address)));
    }

    private static String chosen(Scene scene, View view) {
        boolean wasUnbound =
                scene.viewBefore()
                        .filter(was -> Shown.port(was.ends().local()) == 0)
                        .filter(_ -> Shown.port(view.ends().local()) > 0)
                        .isPresent();
        return wasUnbound
                ? " The kernel chose port %d for this socket."
                        .formatted(Shown.port(view.ends().local()))
                : "";
    }
}
