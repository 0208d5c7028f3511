package sockshell.transcript.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import sockshell.lang.Numbers;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Statement;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;
import sockshell.transcript.Beat;
import sockshell.transcript.program.Done;

/**
 * What was typed in a session, for programs that make the same calls on their own. Where the kernel
 * was asked to choose a port, the programs have a fixed one, the same in every language and in each
 * export: nobody tells a client which port the kernel chose for a server elsewhere.
 */
final class Script {
    /* as the books have it, and then the next ones */
    private static final int FIRST_PORT = 12_000;

    private final Catalogue catalogue;
    private final List<Moment> moments;
    private final Map<Long, Long> fixed = new HashMap<>();

    private Script(Catalogue catalogue, List<Moment> moments) {
        this.catalogue = catalogue;
        this.moments = moments;
    }

    static List<Done> of(List<Beat> beats, Catalogue catalogue) {
        List<Moment> moments =
                beats.stream()
                        .filter(Beat.Happened.class::isInstance)
                        .map(beat -> ((Beat.Happened) beat).moment())
                        .toList();
        return new Script(catalogue, moments).done();
    }

    private List<Done> done() {
        Map<Integer, Long> chosen = chosen();
        fix(chosen);
        return finished().stream()
                .map(finished ->
                        new Done(
                                finished.process(),
                                fixed(finished.statement(), chosen),
                                finished.outcome()))
                .toList();
    }

    private List<Event.Finished> finished() {
        return moments.stream()
                .filter(moment -> moment.event() instanceof Event.Finished)
                .map(moment -> (Event.Finished) moment.event())
                .sorted(Comparator.comparingInt(finished -> finished.statement().id()))
                .toList();
    }

    /** The ports that the kernel chose when a bind had none, by the number of its statement. */
    private Map<Integer, Long> chosen() {
        Map<Integer, Long> ports = new TreeMap<>();
        for (Moment moment : moments) {
            if (moment.event() instanceof Event.Called called
                    && called.made().call().name().equals("bind")
                    && !(called.outcome() instanceof Outcome.Failed)
                    && portAt(called.statement().text()).isPresent()) {
                moment.seen()
                        .flatMap(Held::view)
                        .flatMap(Script::port)
                        .ifPresent(port -> ports.put(called.statement().id(), port));
            }
        }
        return ports;
    }

    private static Optional<Long> port(View view) {
        return switch (view.ends().local()) {
            case SockAddr.Inet4(_, int port) -> Optional.of((long) port);
            case SockAddr.Inet6 address -> Optional.of((long) address.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
        };
    }

    /** The last number of a bind is its port, and 0 is none. */
    private static Optional<Numbers.Written> portAt(String text) {
        return Numbers.of(text).stream()
                .reduce((_, last) -> last)
                .filter(number -> number.value() == 0);
    }

    /** A port for each that was chosen, of which the session itself knows nothing. */
    private void fix(Map<Integer, Long> chosen) {
        Set<Long> typed = new HashSet<>();
        finished()
                .forEach(each ->
                        Numbers.of(each.statement().text())
                                .forEach(number -> typed.add(number.value())));
        long next = FIRST_PORT;
        for (Long port : chosen.values()) {
            while (typed.contains(next)) {
                next++;
            }
            fixed.put(port, next++);
        }
    }

    private Statement fixed(Statement statement, Map<Integer, Long> chosen) {
        String text = statement.text();
        Optional<Long> own = Optional.ofNullable(chosen.get(statement.id()));
        String changed =
                replaced(
                        text,
                        number ->
                                own.filter(_ -> Optional.of(number).equals(portAt(text)))
                                        .or(() -> Optional.of(number.value()))
                                        .flatMap(port -> Optional.ofNullable(fixed.get(port))));
        return changed.equals(text)
                ? statement
                : new Statement(
                        statement.id(),
                        changed,
                        Parser.parse(changed, catalogue::has).statements().getFirst());
    }

    /** The text with other numbers where there are any. */
    private static String replaced(String text, Function<Numbers.Written, Optional<Long>> others) {
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        for (Numbers.Written number : Numbers.of(text)) {
            Optional<Long> other = others.apply(number);
            if (other.isPresent()) {
                changed.append(text, copied, number.span().from()).append(other.get());
                copied = number.span().to();
            }
        }
        return changed.append(text.substring(copied)).toString();
    }
}
