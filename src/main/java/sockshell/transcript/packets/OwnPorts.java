package sockshell.transcript.packets;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.ladder.Passage;
import sockshell.render.ladder.Passage.What;
import sockshell.render.ladder.Passages;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;

/**
 * Which packets are a session's own: those from or to a port that one of its sockets was seen with.
 * Other programs talk over the same interface, and what they say is nobody's business.
 */
final class OwnPorts {
    private record Port(int protocol, int number) {}

    private final Set<Port> own = new HashSet<>();
    private final Set<Integer> asked = new HashSet<>();

    private OwnPorts() {}

    static OwnPorts of(List<Moment> moments, Constants constants, Catalogue catalogue) {
        OwnPorts ports = new OwnPorts();
        moments.stream()
                .flatMap(OwnPorts::held)
                .flatMap(held -> held.view().stream())
                .forEach(ports::add);
        Passages.of(moments, constants, catalogue).placed().forEach(ports::add);
        return ports;
    }

    private static Stream<Held> held(Moment moment) {
        Stream<Held> before =
                switch (moment.event()) {
                    case Event.Called called -> called.made().released().stream();
                    case Event.Ended ended -> ended.had().stream();
                    case Event.Typed _,
                            Event.Begun _,
                            Event.Blocked _,
                            Event.Finished _,
                            Event.Printed _,
                            Event.Forked _,
                            Event.Slipped _ ->
                            Stream.empty();
                };
        return Stream.concat(before, moment.seen().stream());
    }

    private void add(View view) {
        int port = Udp.port(view.ends().local());
        if (port != 0) {
            own.add(new Port(view.made().protocol(), port));
        }
    }

    /** A refused connect gives its port back before anybody can see which one it was. */
    private void add(Passage passage) {
        if (passage.what() == What.ASKS && Udp.port(passage.route().from()) == 0) {
            asked.add(Udp.port(passage.route().to()));
        }
    }

    boolean has(Packet packet) {
        Optional<IpHeader> header = IpHeader.of(packet.bytes());
        return header.filter(its -> isOwn(its) || isRefusal(its)).isPresent();
    }

    private boolean isOwn(IpHeader header) {
        return own.contains(new Port(header.protocol(), header.source()))
                || own.contains(new Port(header.protocol(), header.destination()));
    }

    /** The question and the answer have no data: of a stranger's they would tell nothing. */
    private boolean isRefusal(IpHeader header) {
        return header.protocol() == IpHeader.TCP
                && ((header.isAsking() && asked.contains(header.destination()))
                        || (header.isReset() && asked.contains(header.source())));
    }
}
