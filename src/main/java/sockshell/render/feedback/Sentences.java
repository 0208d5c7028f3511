package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Machine;
import sockshell.session.told.Event;

/**
 * What the kernel did, in a sentence: the most telling change that the call made. A statement of
 * several such calls gets none, as the surveys do not tell their doings apart.
 */
final class Sentences {
    private static final Set<String> TELLING =
            Set.of(
                    "socket",
                    "socketpair",
                    "pipe",
                    "dup",
                    "dup2",
                    "fork",
                    "bind",
                    "listen",
                    "connect",
                    "accept",
                    "accept4",
                    "send",
                    "sendall",
                    "write",
                    "sendto",
                    "sendmsg",
                    "sendfile",
                    "recv",
                    "recvfrom",
                    "recvmsg",
                    "read",
                    "shutdown",
                    "close",
                    "open",
                    "fcntl",
                    "ioctl",
                    "setsockopt",
                    "setblocking",
                    "settimeout");

    private final Machine machine;

    Sentences(Machine machine) {
        this.machine = machine;
    }

    Optional<String> of(Report report, Changes changes) {
        List<Event.Called> telling =
                report.made().stream()
                        .filter(each -> TELLING.contains(each.made().call().name()))
                        .toList();
        return telling.size() == 1 && !(telling.getFirst().outcome() instanceof Outcome.Failed)
                ? of(scene(report, changes, telling.getFirst()))
                : Optional.empty();
    }

    private Scene scene(Report report, Changes changes, Event.Called called) {
        return new Scene(called, report.before(), report.after(), changes, machine);
    }

    private static Optional<String> of(Scene scene) {
        return switch (scene.call()) {
            case "socket" -> Beginnings.socket(scene);
            case "socketpair" -> Beginnings.socketpair(scene);
            case "pipe" -> Beginnings.pipe(scene);
            case "dup" -> Beginnings.dup(scene);
            case "dup2" -> Beginnings.dup(scene).map(text -> text + Endings.replaced(scene));
            case "fcntl" -> Beginnings.dup(scene);
            case "fork" -> Beginnings.fork(scene);
            case "bind" -> Beginnings.bind(scene);
            case "listen" -> Beginnings.listen(scene);
            case "connect" -> Connections.connect(scene);
            case "accept", "accept4" -> Connections.accept(scene);
            case "send", "sendall", "write", "sendto", "sendmsg", "sendfile" -> Sending.sent(scene);
            case "recv", "recvfrom", "recvmsg", "read" -> Receiving.received(scene);
            case "shutdown" -> Endings.shutdown(scene);
            case "close" -> Endings.close(scene);
            default -> Optional.empty();
        };
    }
}
