package sockshell.transcript.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * was asked to choose a port, the program asks for the one that it chose: so clients find the
 * server, as nobody tells them the port of another run.
 */
final class Script {
    private final Catalogue catalogue;

    Script(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Done> of(List<Beat> beats) {
        List<Moment> moments =
                beats.stream()
                        .filter(Beat.Happened.class::isInstance)
                        .map(beat -> ((Beat.Happened) beat).moment())
                        .toList();
        Map<Integer, Integer> ports = ports(moments);
        return moments.stream()
                .filter(moment -> moment.event() instanceof Event.Finished)
                .map(moment -> (Event.Finished) moment.event())
                .sorted(Comparator.comparing(finished -> finished.statement().id()))
                .map(finished ->
                        new Done(
                                finished.process(),
                                fixed(finished.statement(), ports),
                                finished.outcome()))
                .toList();
    }

    /** The ports that sockets had behind a bind, by the number of its statement. */
    private static Map<Integer, Integer> ports(List<Moment> moments) {
        Map<Integer, Integer> ports = new HashMap<>();
        for (Moment moment : moments) {
            if (moment.event() instanceof Event.Called called
                    && called.made().call().name().equals("bind")
                    && !(called.outcome() instanceof Outcome.Failed)) {
                moment.seen()
                        .flatMap(Held::view)
                        .flatMap(Script::port)
                        .ifPresent(port -> ports.put(called.statement().id(), port));
            }
        }
        return ports;
    }

    private static Optional<Integer> port(View view) {
        return switch (view.ends().local()) {
            case SockAddr.Inet4(_, int port) -> Optional.of(port);
            case SockAddr.Inet6 address -> Optional.of(address.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
        };
    }

    private Statement fixed(Statement statement, Map<Integer, Integer> ports) {
        return Optional.ofNullable(ports.get(statement.id()))
                .flatMap(port -> withPort(statement, port))
                .orElse(statement);
    }

    /** The last zero of a bind is its port. */
    private Optional<Statement> withPort(Statement statement, int port) {
        String text = statement.text();
        return Numbers.of(text).stream()
                .filter(number -> number.value() == 0)
                .reduce((_, last) -> last)
                .map(zero ->
                        text.substring(0, zero.span().from())
                                + port
                                + text.substring(zero.span().to()))
                .map(fixed ->
                        new Statement(
                                statement.id(),
                                fixed,
                                Parser.parse(fixed, catalogue::has).statements().getFirst()));
    }
}
