package sockshell.lesson.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lesson.check.Binding;
import sockshell.lesson.check.Journal.Done;
import sockshell.lesson.check.Role;
import sockshell.lesson.check.Thing;
import sockshell.lesson.check.World;
import sockshell.lesson.course.Original.Given;
import sockshell.render.ResultText;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;
import sockshell.transcript.Captures;

/**
 * What a lesson's tags are in a learner's session: the port of the socket that the capturing call
 * was about, or else what the learner's own call gave. A port stays known when its socket is gone.
 */
final class Known {
    private final Original original;
    private final Map<String, String> values = new HashMap<>();

    Known(Original original) {
        this.original = original;
    }

    String filled(String text) {
        return Tags.filled(text, values);
    }

    /** To be told while the sockets are there. */
    void look(World world, Binding binding) {
        Look look = new Look(world, binding);
        for (Given given : original.given()) {
            List<String> captured =
                    Captures.tags(given.result()).stream()
                            .filter(Captures.Tag::hasValue)
                            .map(Captures.Tag::name)
                            .toList();
            if (!captured.isEmpty()) {
                look.port(given)
                        .ifPresentOrElse(
                                port -> captured.forEach(tag -> values.put(tag, port)),
                                () -> values.putAll(look.captured(given)));
            }
        }
    }

    /** A session as it is at one moment, and who plays which part in it. */
    private record Look(World world, Binding binding) {

        Optional<String> port(Given given) {
            return given.call()
                    .flatMap(call -> port(given, call))
                    .filter(port -> port != 0)
                    .map(port -> Integer.toString(port));
        }

        private Optional<Integer> port(Given given, Expr.Call call) {
            boolean isAccepted = call.name().startsWith("accept");
            Optional<View> view =
                    isAccepted
                            ? target(given.tree()).flatMap(name -> view(given, name))
                            : argument(call).flatMap(name -> view(given, name));
            return switch (call.name()) {
                case "getsockname" -> view.flatMap(each -> port(each.ends().local()));
                case "getpeername", "accept", "accept4" ->
                        view.flatMap(each -> each.ends().remote()).flatMap(Look::port);
                default -> Optional.empty();
            };
        }

        private static Optional<String> target(Stmt tree) {
            return tree instanceof Stmt.Assign assign
                    ? Optional.of(assign.targets().getFirst().name())
                    : Optional.empty();
        }

        private static Optional<String> argument(Expr.Call call) {
            return call.arguments().stream()
                    .findFirst()
                    .filter(Expr.Name.class::isInstance)
                    .map(first -> ((Expr.Name) first).name());
        }

        /** Who has no part yet is called as in the lesson: its own lines made it just now. */
        private Optional<View> view(Given given, String name) {
            return socket(given, name).flatMap(world::view);
        }

        private Optional<Thing> socket(Given given, String name) {
            return binding.socket(new Role(given.process(), name))
                    .or(() -> world.thing(given.process(), name));
        }

        private static Optional<Integer> port(SockAddr address) {
            return switch (address) {
                case SockAddr.Inet4 inet -> Optional.of(inet.port());
                case SockAddr.Inet6 inet -> Optional.of(inet.port());
                case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
            };
        }

        /** What the learner's last call of the kind gave, where it is like the lesson's. */
        Map<String, String> captured(Given given) {
            ResultText results = new ResultText(world.constants());
            Captures captures = new Captures();
            given.call()
                    .flatMap(call -> last(given, call))
                    .ifPresent(
                            done -> captures.capture(given.result(), results.of(done.outcome())));
            return captures.values();
        }

        private Optional<Done> last(Given given, Expr.Call call) {
            Optional<Thing> socket = argument(call).flatMap(name -> socket(given, name));
            return world.journal().calls().stream()
                    .filter(done -> done.process().equals(given.process()))
                    .filter(done -> done.call().equals(call.name()))
                    .filter(done -> socket.map(done::isOn).orElse(true))
                    .reduce((_, next) -> next);
        }
    }
}
