package sockshell.render.feedback;

import java.util.Optional;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.feedback.Change.Measure;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** Sentences about two sockets that find one another. */
final class Connections {
    private Connections() {}

    static Optional<String> connect(Scene scene) {
        return scene.view().flatMap(view -> connected(scene, view));
    }

    private static Optional<String> connected(Scene scene, View view) {
        boolean isInternet = Shown.port(view.ends().local()) > 0;
        String from = isInternet ? " from " + Shown.address(view.ends().local()) : "";
        return switch (view.state()) {
            case ESTABLISHED ->
                    Optional.of(
                            "ESTABLISHED%s: the kernel did the handshake%s."
                                    .formatted(from, waiting(scene, view)));
            case CONNECTED ->
                    Optional.of(
                            scene.isStream(view)
                                    ? "CONNECTED" + waiting(scene, view) + "."
                                    : peerSet(view, from));
            case UNCONNECTED -> Optional.of("The socket has no peer any more.");
            case SYN_RECV,
                    SYN_SENT,
                    FIN_WAIT1,
                    FIN_WAIT2,
                    TIME_WAIT,
                    CLOSE,
                    CLOSE_WAIT,
                    LAST_ACK,
                    LISTEN,
                    CLOSING,
                    UNKNOWN ->
                    Optional.of("The state is " + view.state() + ".");
        };
    }

    private static String peerSet(View view, String from) {
        return "The peer is set: %s%s. State CONNECTED."
                .formatted(
                        Shown.address(view.ends().remote()),
                        from.isEmpty() ? "" : "; it is sent to" + from);
    }

    /** The listening socket's queue that grew, or who has taken the connection out of it. */
    private static String waiting(Scene scene, View view) {
        Optional<String> taken =
                Scene.peer(scene.after(), view)
                        .filter(peer -> !scene.before().held().contains(peer))
                        .map(peer ->
                                ", and " + whose(scene, peer) + " took it: " + scene.name(peer));
        return taken.or(() -> queued(scene, view)).orElse("");
    }

    private static String whose(Scene scene, Held held) {
        return held.process().equals(scene.process()) ? "this process" : held.process();
    }

    private static Optional<String> queued(Scene scene, View view) {
        return view.ends()
                .remote()
                .flatMap(remote -> scene.listening(remote, view.made().type()))
                .filter(held ->
                        scene.changes()
                                .of(held, Measure.WAITING)
                                .filter(change -> change.more() > 0)
                                .isPresent())
                .map(held -> ", and the connection waits in " + queue(scene, held));
    }

    private static String queue(Scene scene, Held held) {
        AcceptQueue queue = held.view().flatMap(View::acceptQueue).orElseThrow();
        String whose =
                held.process().equals(scene.process())
                        ? "the accept queue of fd " + held.descriptor()
                        : held.process() + "'s accept queue";
        return "%s (%d of %d)".formatted(whose, queue.length(), queue.limit() + 1);
    }

    static Optional<String> accept(Scene scene) {
        if (!(scene.outcome() instanceof Outcome.Accepted(int made, SockAddr _))) {
            return Optional.empty();
        }
        Optional<State> state = scene.held(made).flatMap(Held::view).map(View::state);
        return scene.view()
                .flatMap(View::acceptQueue)
                .map(queue ->
                        took(scene, queue)
                                + state.filter(now ->
                                                now != State.ESTABLISHED && now != State.CONNECTED)
                                        .map(now -> " fd " + made + " is in " + now + ".")
                                        .orElse(""));
    }

    private static String took(Scene scene, AcceptQueue queue) {
        String rest =
                switch ((int) queue.length()) {
                    case 0 -> "nobody else waits";
                    case 1 -> "1 still waits";
                    default -> queue.length() + " still wait";
                };
        boolean wasThere =
                scene.viewBefore()
                        .flatMap(View::acceptQueue)
                        .filter(was -> was.length() > queue.length())
                        .isPresent();
        return wasThere
                ? "Took the connection out of the queue; " + rest + "."
                : "Took a connection; " + rest + ".";
    }
}
