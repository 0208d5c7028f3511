package sockshell.render.feedback;

import java.util.Optional;
import java.util.OptionalLong;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;

/** Sentences about data that was taken. */
final class Receiving {
    private static final int FLAGS = 2;

    private Receiving() {}

    static Optional<String> received(Scene scene) {
        return scene.outcome() instanceof Outcome.Received received
                ? scene.view().flatMap(view -> received(scene, view, received))
                : Optional.empty();
    }

    private static Optional<String> received(Scene scene, View view, Outcome.Received received) {
        boolean isEnd =
                received.count() == 0 && scene.isStream(view) && scene.number(1).orElse(0) > 0;
        if (isEnd) {
            return end(scene, view);
        }
        OptionalLong waiting = view.queues().received();
        boolean isLook = !scene.call().equals("read") && scene.hasFlag(FLAGS, "MSG_PEEK");
        return waiting.isEmpty()
                ? Optional.empty()
                : scene.isStream(view)
                        ? Optional.of(onStream(waiting.getAsLong(), isLook))
                        : Optional.of(datagram(scene, view, received, isLook))
                                .filter(text -> !text.isEmpty());
    }

    private static String onStream(long waiting, boolean isLook) {
        if (waiting == 0) {
            return "The buffer is empty now.";
        }
        String still = Shown.bytes(waiting) + (waiting == 1 ? " still waits." : " still wait.");
        return isLook ? "Only looked: " + still : still;
    }

    /** The state tells that the FIN is here, RFC 9293, 3.3.2; AF_UNIX has no such state. */
    private static Optional<String> end(Scene scene, View view) {
        String who =
                Scene.peer(scene.after(), view)
                        .filter(peer -> sendsNoMore(peer))
                        .map(peer -> scene.name(peer) + " was shut down for sending")
                        .orElse("the other side closed");
        return switch (view.state()) {
            case CLOSE_WAIT, LAST_ACK, CLOSING, TIME_WAIT ->
                    Optional.of("End of stream: " + who + ".");
            case CLOSE -> Optional.of("End of stream: the connection is over, state CLOSE.");
            case CONNECTED -> Optional.of("End of stream: nothing more can come.");
            case ESTABLISHED, FIN_WAIT1, FIN_WAIT2 ->
                    Optional.of("No more is read here, but no FIN has come: " + view.state() + ".");
            case SYN_SENT, SYN_RECV, LISTEN, UNCONNECTED, UNKNOWN -> Optional.empty();
        };
    }

    private static boolean sendsNoMore(Held peer) {
        return peer.view()
                .map(View::state)
                .filter(state -> state == State.FIN_WAIT1 || state == State.FIN_WAIT2)
                .isPresent();
    }

    private static String datagram(
            Scene scene, View view, Outcome.Received received, boolean isLook) {
        if (isLook) {
            return "Only looked: the datagram still waits.";
        }
        long waiting = view.queues().received().orElse(0);
        boolean isEmpty = waiting == 0 && view.queues().receiveMemory().orElse(0) == 0;
        String next =
                isEmpty
                        ? "Nothing more waits."
                        : "The next datagram has " + Shown.bytes(waiting) + ".";
        return cut(scene, received) + (isEmpty || waiting > 0 ? next : "");
    }

    /** Before the call the kernel told the size of the first datagram in the queue, udp(7). */
    private static String cut(Scene scene, Outcome.Received received) {
        long whole =
                scene.viewBefore()
                        .map(was -> was.queues().received())
                        .flatMap(n -> n.isPresent() ? Optional.of(n.getAsLong()) : Optional.empty())
                        .filter(_ -> isUdp(scene))
                        .orElse(0L);
        int got = received.data().length();
        return whole > got
                ? "The datagram had %s; the other %d are gone. "
                        .formatted(Shown.bytes(whole), whole - got)
                : "";
    }

    private static boolean isUdp(Scene scene) {
        return scene.viewBefore()
                .filter(was -> scene.machine().is("IPPROTO_UDP", was.made().protocol()))
                .isPresent();
    }
}
