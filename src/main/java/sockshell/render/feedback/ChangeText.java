package sockshell.render.feedback;

import java.util.List;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.Unheld;

/** A change in a line of its own: {@code srv fd 4 recv-q 0 -> 5}. */
final class ChangeText {
    private ChangeText() {}

    static List<Text> all(Changes changes) {
        return changes.all().stream().map(ChangeText::of).toList();
    }

    static Text of(Change change) {
        return switch (change) {
            case Change.Appeared(Held held) -> of(held, "new" + standing(held));
            case Change.Gone(Held held) -> of(held, "gone");
            case Change.Moved moved -> of(moved.held(), moved.from() + " -> " + moved.to());
            case Change.Bound bound ->
                    of(
                            bound.held(),
                            "local "
                                    + Shown.address(bound.from())
                                    + " -> "
                                    + Shown.address(bound.to()));
            case Change.Connected peer ->
                    of(
                            peer.held(),
                            "remote "
                                    + Shown.address(peer.from())
                                    + " -> "
                                    + Shown.address(peer.to()));
            case Change.Counted counted ->
                    of(
                            counted.held(),
                            "%s %d -> %d"
                                    .formatted(
                                            counted.measure().word(),
                                            counted.from(),
                                            counted.to()));
            case Change.Left(Unheld socket) -> unheld(socket, "new, " + socket.state());
            case Change.LeftMoved moved ->
                    unheld(moved.socket(), moved.from() + " -> " + moved.socket().state());
            case Change.LeftGone(Unheld socket) -> unheld(socket, "is no more");
        };
    }

    private static Text of(Held held, String what) {
        return Text.of(Style.NAME, held.process() + " fd " + held.descriptor())
                .plus("  ")
                .plus(Style.VALUE, what);
    }

    private static String standing(Held held) {
        return held.view()
                .map(view -> ", " + view.state() + " " + Shown.address(view.ends().local()))
                .orElse("");
    }

    private static Text unheld(Unheld socket, String what) {
        Ends ends = socket.ends();
        return Text.of(Style.NAME, "held by nobody")
                .plus(
                        "  %s -> %s  "
                                .formatted(
                                        Shown.address(ends.local()), Shown.address(ends.remote())))
                .plus(Style.VALUE, what);
    }
}
