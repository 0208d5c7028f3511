package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ladder.Passage.Load;
import sockshell.render.ladder.Passage.Protocol;
import sockshell.render.ladder.Passage.Route;
import sockshell.render.ladder.Passage.What;
import sockshell.render.ladder.Traffic.Parcel;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.SockAddr;

/**
 * Notes what passes while a ladder is told, and places it at the end: the address of a socket that
 * sleeps in connect is seen when it is awake again.
 */
final class PassageNotes {
    private record Note(
            Moment moment, Description own, Optional<Ends> ends, What what, Parcel parcel) {}

    private static final int LOOPBACK = 0x7f000001;
    private static final int LOOPBACK_NET = 0x7f;

    private final int udp;
    private final List<Note> notes = new ArrayList<>();
    private final Set<Description> standing = new HashSet<>();
    private final Set<Description> broken = new HashSet<>();
    private final Map<Description, SockAddr> asked = new HashMap<>();
    private Optional<Moment> now = Optional.empty();

    PassageNotes(Constants constants) {
        udp = constants.number("IPPROTO_UDP");
    }

    void at(Moment moment) {
        now = Optional.of(moment);
    }

    void add(Description own, Parcel parcel) {
        What what =
                switch (parcel.kind()) {
                    case SETUP -> What.ASKS;
                    case DATA -> What.DATA;
                    case END -> What.ENDS;
                    case RESET -> What.BREAKS;
                };
        if (what == What.ASKS) {
            parcel.load().to().ifPresent(to -> asked.put(own, to));
        }
        note(own, what, parcel);
    }

    private void note(Description own, What what, Parcel parcel) {
        if (protocol(own).isPresent()) {
            notes.add(new Note(now.orElseThrow(), own, ends(own), what, parcel));
        }
    }

    /** What is seen with its peer now will not be another one later. */
    private static Optional<Ends> ends(Description own) {
        return own.ends().filter(ends -> ends.remote().isPresent() || !own.isTcp());
    }

    private Optional<Protocol> protocol(Description own) {
        if (own.isTcp()) {
            return Optional.of(Protocol.TCP);
        }
        return own.view()
                .filter(view -> !(view.ends().local() instanceof SockAddr.Unix))
                .filter(view -> view.made().protocol() == udp)
                .map(_ -> Protocol.UDP);
    }

    /** A socket as it stands behind a call. */
    void look(Description own, Event.Called called) {
        boolean hasPeer = own.isTcp() && ends(own).isPresent();
        if (!hasPeer) {
            return;
        }
        State state = own.view().orElseThrow().state();
        if (isStanding(state) && standing.add(own)) {
            note(own, What.STANDS, parcel(false));
        }
        if (state == State.CLOSE && isBroken(own, called) && broken.add(own)) {
            note(own, What.BREAKS, parcel(true));
        }
    }

    private static Parcel parcel(boolean comesBack) {
        return new Parcel("", Row.Kind.SETUP, comesBack, Load.NONE);
    }

    private static boolean isStanding(State state) {
        return switch (state) {
            case ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK, CLOSING, TIME_WAIT ->
                    true;
            case SYN_SENT, SYN_RECV, CLOSE, LISTEN, UNCONNECTED, CONNECTED, UNKNOWN -> false;
        };
    }

    /** Without a FIN of its own a socket is closed by the peer's RST, RFC 9293, 3.10.7.4. */
    private static boolean isBroken(Description own, Event.Called called) {
        boolean byTime =
                called.outcome() instanceof Outcome.Failed(var errno)
                        && errno.name().equals("ETIMEDOUT");
        return !own.hasFinished() && !byTime && !called.made().call().name().equals("connect");
    }

    Passages passages() {
        List<Passage> placed = notes.stream().flatMap(note -> placed(note).stream()).toList();
        return new Passages(placed, notes.size() - placed.size());
    }

    private Optional<Passage> placed(Note note) {
        Optional<Ends> ends = note.ends().or(note.own()::ends);
        Optional<SockAddr> local = ends.map(Ends::local).map(Wires::plain);
        Optional<SockAddr> named = note.parcel().load().to().map(Wires::plain);
        Optional<SockAddr> seen = ends.flatMap(Ends::remote).map(Wires::plain);
        Optional<SockAddr> remote =
                note.own().isTcp()
                        ? seen.or(() -> named).or(() -> Optional.ofNullable(asked.get(note.own())))
                        : named.or(() -> seen);
        Optional<Protocol> protocol = protocol(note.own());
        return protocol.flatMap(its ->
                local.flatMap(from ->
                        remote.flatMap(to -> route(its, from, to))
                                .map(route -> passage(note, route))));
    }

    private static Passage passage(Note note, Route route) {
        Route way =
                note.parcel().comesBack()
                        ? new Route(route.protocol(), route.to(), route.from())
                        : route;
        return new Passage(note.moment(), way, note.what(), note.parcel().load());
    }

    /** What is bound to any address sends from the one that leads there, ip(7). */
    private static Optional<Route> route(Protocol protocol, SockAddr from, SockAddr to) {
        return switch (to) {
            case SockAddr.Inet4 far -> Optional.of(new Route(protocol, near(from, far), far));
            case SockAddr.Inet6 far -> Optional.of(new Route(protocol, near(from, far), far));
            case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
        };
    }

    private static SockAddr near(SockAddr from, SockAddr.Inet4 far) {
        boolean isLoopback = far.address() >>> 24 == LOOPBACK_NET;
        int any = isLoopback ? LOOPBACK : far.address();
        return switch (from) {
            case SockAddr.Inet4(int address, int port) when address == 0 ->
                    new SockAddr.Inet4(any, port);
            case SockAddr.Inet4 inet -> inet;
            case SockAddr.Inet6 inet -> new SockAddr.Inet4(any, inet.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> new SockAddr.Inet4(any, 0);
        };
    }

    private static SockAddr near(SockAddr from, SockAddr.Inet6 far) {
        return from instanceof SockAddr.Inet6 inet
                ? inet.high() == 0 && inet.low() == 0
                        ? new SockAddr.Inet6(far.high(), far.low(), inet.port())
                        : inet
                : new SockAddr.Inet6(far.high(), far.low(), 0);
    }
}
