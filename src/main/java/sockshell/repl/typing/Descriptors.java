package sockshell.repl.typing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.render.Quoted;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** What a process holds, by the names of its variables, and by number where there is no name. */
final class Descriptors {
    private final Context context;
    private final List<Held> held;

    Descriptors(Context context) {
        this.context = context;
        held =
                context.scene().held().stream()
                        .filter(each -> each.process().equals(context.process()))
                        .toList();
    }

    Stream<Offer> offers() {
        Map<String, Value> variables = new TreeMap<>(context.variables());
        Stream<Offer> named =
                variables.entrySet().stream()
                        .filter(each -> !each.getKey().startsWith("$"))
                        .flatMap(each ->
                                behind(each.getValue()).stream()
                                        .map(found -> offer(each.getKey(), found)));
        Stream<Offer> unnamed =
                held.stream()
                        .filter(each -> !isNamed(each, variables))
                        .map(each -> offer(Integer.toString(each.descriptor()), each));
        return Stream.concat(named, unnamed);
    }

    private static boolean isNamed(Held held, Map<String, Value> variables) {
        return variables.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("$"))
                .anyMatch(each -> each.getValue().equals(Value.Whole.of(held.descriptor())));
    }

    /** What a value is the descriptor of. */
    Optional<Held> behind(Value value) {
        return value instanceof Value.Whole(long number)
                ? held.stream().filter(each -> each.descriptor() == number).findFirst()
                : Optional.empty();
    }

    private Offer offer(String name, Held held) {
        String what =
                held.view()
                        .map(this::socket)
                        .orElseGet(() ->
                                held.identity()
                                        .map(Descriptors::withoutNumber)
                                        .orElse("no socket"));
        return Offer.plain(name, Offer.DESCRIPTORS, "fd " + held.descriptor() + "  " + what);
    }

    /** The system's name for a pipe has its number: {@code pipe:[1234]}. */
    private static String withoutNumber(String identity) {
        int colon = identity.indexOf(':');
        return colon < 0 ? "no socket" : Quoted.escaped(Bytes.of(identity.substring(0, colon)));
    }

    /** {@code tcp ESTABLISHED 127.0.0.1:5000 -> 127.0.0.1:12000} */
    private String socket(View view) {
        String remote = view.ends().remote().map(each -> " -> " + shown(each)).orElse("");
        return protocol(view) + " " + view.state() + " " + shown(view.ends().local()) + remote;
    }

    private String protocol(View view) {
        Constants constants = context.language().constants();
        boolean local =
                constants.has("AF_UNIX") && view.made().family() == constants.number("AF_UNIX");
        boolean stream = view.made().type() == constants.number("SOCK_STREAM");
        boolean datagram = view.made().type() == constants.number("SOCK_DGRAM");
        if (local) {
            return "unix";
        }
        return stream ? "tcp" : datagram ? "udp" : "raw";
    }

    static String shown(SockAddr address) {
        return Quoted.escaped(Bytes.of(address.toString()));
    }
}
