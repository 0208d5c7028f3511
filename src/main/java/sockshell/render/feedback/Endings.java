package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;

/** Sentences about how connections end, RFC 9293, 3.6. */
final class Endings {
    private static final Set<State> AFTER_A_FIN =
            Set.of(State.CLOSE_WAIT, State.LAST_ACK, State.CLOSING, State.TIME_WAIT);
    private static final Set<State> CLOSED_FOR_SENDING =
            Set.of(
                    State.FIN_WAIT1,
                    State.FIN_WAIT2,
                    State.CLOSING,
                    State.TIME_WAIT,
                    State.LAST_ACK);

    private Endings() {}

    static Optional<String> shutdown(Scene scene) {
        return scene.view().flatMap(view -> shut(scene, view));
    }

    private static Optional<String> shut(Scene scene, View view) {
        Optional<State> was = scene.viewBefore().map(View::state);
        if (!scene.isTcp(view) || was.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                was.get() == view.state()
                        ? "No FIN went out: the state is still " + view.state() + "."
                        : ended(scene, view, view.state()));
    }

    /** Both ends behind the end of one. */
    private static String ended(Scene scene, View view, State own) {
        Optional<State> other = peer(scene, view);
        String who = Scene.peer(scene.after(), view).map(scene::name).orElse("the other side");
        String there = other.map(state -> who + " is in " + state + "; ").orElse("");
        String text = there + "this side is " + own + ".";
        if (hasArrived(own, other)) {
            return "The FIN went out: " + text;
        }
        boolean waits = other.filter(state -> state == State.ESTABLISHED).isPresent();
        return waits && hasSentFin(own)
                ? "The FIN waits behind data that is still in the send queue: " + text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Optional<State> peer(Scene scene, View view) {
        return Scene.peer(scene.after(), view)
                .flatMap(Held::view)
                .map(View::state)
                .or(() -> scene.unheldPeer(view.ends()).map(Unheld::state));
    }

    /** One of the two ends shows that the FIN is there, RFC 9293, 3.3.2. */
    private static boolean hasArrived(State own, Optional<State> other) {
        return own == State.FIN_WAIT2
                || own == State.TIME_WAIT
                || other.filter(AFTER_A_FIN::contains).isPresent();
    }

    /** The states in which a side has closed for sending. */
    private static boolean hasSentFin(State state) {
        return CLOSED_FOR_SENDING.contains(state);
    }

    static Optional<String> close(Scene scene) {
        return scene.ownBefore().flatMap(was -> closed(scene, was));
    }

    /** What dup2 put away is closed without a word, dup(2). */
    static String replaced(Scene scene) {
        return scene.outcome()
                .made()
                .flatMap(number -> scene.before().find(scene.process(), number))
                .filter(was ->
                        scene.held(was.descriptor())
                                .filter(is -> !is.identity().equals(was.identity()))
                                .isPresent())
                .map(was -> " What was fd " + was.descriptor() + " before was closed.")
                .orElse("");
    }

    private static Optional<String> closed(Scene scene, Held was) {
        List<Held> others = Scene.sharing(scene.after(), was);
        return others.isEmpty()
                ? was.view().map(view -> gone(scene, view))
                : Optional.of(stillOpen(scene, was, others.getFirst()));
    }

    private static String stillOpen(Scene scene, Held was, Held other) {
        String where =
                other.process().equals(scene.process())
                        ? "The socket is still open as fd " + other.descriptor()
                        : "fd %d is still open in %s"
                                .formatted(other.descriptor(), other.process());
        String pipe = was.view().isEmpty() ? where.replace("The socket", "The pipe") : where;
        boolean isConnection =
                was.view()
                        .filter(scene::isTcp)
                        .filter(view ->
                                view.state() == State.ESTABLISHED
                                        || view.state() == State.CLOSE_WAIT)
                        .isPresent();
        return isConnection ? where + ", so no FIN was sent." : pipe + ".";
    }

    private static String gone(Scene scene, View was) {
        if (was.state() == State.LISTEN) {
            return "Nobody listens on "
                    + Shown.address(was.ends().local())
                    + " here any more."
                    + turnedAway(scene, was);
        }
        if (!scene.isTcp(was)) {
            return "The socket is gone.";
        }
        Optional<Unheld> left = scene.unheld(was.ends());
        return left.map(own -> finSent(scene, was, own)).orElseGet(() -> over(scene, was));
    }

    /** Connections that nobody had accepted end with RST, as their other ends show. */
    private static String turnedAway(Scene scene, View was) {
        String ends =
                scene.before().held().stream()
                        .filter(held ->
                                held.view()
                                        .flatMap(view -> view.ends().remote())
                                        .equals(Optional.of(was.ends().local())))
                        .flatMap(held ->
                                scene.after().find(held.process(), held.descriptor()).stream())
                        .filter(held -> isReset(scene, held))
                        .map(scene::name)
                        .collect(Collectors.joining(", "));
        return ends.isEmpty() ? "" : " What waited in its queue got RST: " + ends + ".";
    }

    /** From there it is not far to CLOSE for who has not closed: only RST leads to it. */
    private static boolean isOpen(State state) {
        return state == State.ESTABLISHED || state == State.CLOSE_WAIT;
    }

    private static boolean isReset(Scene scene, Held held) {
        boolean wasOpen =
                scene.before()
                        .find(held.process(), held.descriptor())
                        .flatMap(Held::view)
                        .filter(view -> isOpen(view.state()))
                        .isPresent();
        return wasOpen && held.view().filter(view -> view.state() == State.CLOSE).isPresent();
    }

    private static String finSent(Scene scene, View was, Unheld own) {
        return hasSentFin(was.state())
                ? "The socket goes on without a descriptor: this side is " + own.state() + "."
                : ended(scene, was, own.state());
    }

    private static String over(Scene scene, View was) {
        Optional<Held> before = Scene.peer(scene.before(), was);
        Optional<Held> reset =
                before.flatMap(peer -> scene.after().find(peer.process(), peer.descriptor()))
                        .filter(peer -> isReset(scene, peer));
        long unread = was.queues().received().orElse(0);
        if (reset.isPresent()) {
            return unread > 0
                    ? "%s %s never read, so the kernel sent RST: %s."
                            .formatted(
                                    Shown.bytes(unread),
                                    unread == 1 ? "was" : "were",
                                    scene.isIn(reset.get()))
                    : "The kernel sent RST: " + scene.isIn(reset.get()) + ".";
        }
        return scene.unheldPeer(was.ends())
                .filter(peer -> peer.state() == State.TIME_WAIT)
                .map(peer -> "The FIN went out; the other side is in " + peer.state() + ".")
                .orElse("The socket is gone.");
    }

    /** Behind exit(3), when the process has no descriptor any more. */
    static Optional<String> ended(String process, Changes changes) {
        String closed =
                changes.all().stream()
                        .filter(Change.Gone.class::isInstance)
                        .map(change -> ((Change.Gone) change).held())
                        .filter(held -> held.process().equals(process))
                        .map(held -> "fd " + held.descriptor())
                        .collect(Collectors.joining(", "));
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(process + " is gone, and closed: " + closed + ".");
    }
}
