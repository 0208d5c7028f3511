package sockshell.transcript.packets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.ladder.Passage;
import sockshell.render.ladder.Passage.Protocol;
import sockshell.render.ladder.Passage.Route;
import sockshell.render.ladder.Passage.What;
import sockshell.render.ladder.Passages;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.SockAddr;
import sockshell.transcript.Beat;

/**
 * Packets made from the calls of a session, for where none may be captured. Each says that it was
 * made: nobody may take it for one that was on a wire.
 */
public final class Synthetic {
    private static final String ABOUT =
            """
            SYNTHETIC: these packets were made from the calls of a session, and not captured. \
            Addresses, ports and data are what was seen. Sequence numbers, windows, \
            acknowledgements and the time between packets of one call are made up. Times count \
            from the session's beginning, not from 1970. Retransmissions, ICMP and what others \
            sent to the session are not here.\
            """;

    /* above those that Linux gives, ip(7), so that they meet none */
    private static final int FIRST_MADE_UP_PORT = 61_001;
    private static final int LAST_PORT = 65_535;
    private static final long BETWEEN = 1000;

    private final Map<Set<SockAddr>, Connection> connections = new HashMap<>();
    private final Map<SockAddr, SockAddr> madeUp = new HashMap<>();
    private final List<Packet> packets = new ArrayList<>();
    private long nanos;
    private int madeUpPorts;
    private int itself;

    private Synthetic() {}

    public static Packets of(List<Beat> beats, Constants constants, Catalogue catalogue) {
        List<Moment> moments = moments(beats);
        return of(moments, Passages.of(moments, constants, catalogue));
    }

    static List<Moment> moments(List<Beat> beats) {
        return beats.stream()
                .flatMap(beat ->
                        beat instanceof Beat.Happened(Moment moment)
                                ? Stream.of(moment)
                                : Stream.empty())
                .toList();
    }

    private static Packets of(List<Moment> moments, Passages passages) {
        Synthetic synthetic = new Synthetic();
        List<Passage> all = passages.placed();
        for (int i = 0; i < all.size(); i++) {
            boolean isLast = i + 1 == all.size();
            synthetic.add(all.get(i), isLast || !isRefusedBy(all.get(i + 1), all.get(i)));
        }
        return synthetic.packets.isEmpty()
                ? new Packets.None(reason(moments))
                : new Packets.Some(synthetic.packets, synthetic.about(passages.unplaced()));
    }

    /** Data for a socket that is gone is answered with RST, and with no ACK before. */
    private static boolean isRefusedBy(Passage next, Passage data) {
        return next.what() == What.BREAKS
                && next.moment().equals(data.moment())
                && next.route().from().equals(data.route().to());
    }

    static String reason(List<Moment> moments) {
        boolean local =
                moments.stream()
                        .flatMap(moment -> moment.seen().stream())
                        .flatMap(held -> held.view().stream())
                        .anyMatch(view -> view.ends().local() instanceof SockAddr.Unix);
        return local
                ? "this session has no packets: what AF_UNIX sockets send stays in the kernel"
                : "this session has no packets: nothing was sent over TCP or UDP";
    }

    private String about(int unplaced) {
        StringBuilder about = new StringBuilder(ABOUT);
        if (madeUpPorts > 0) {
            about.append(" A client's port from ")
                    .append(FIRST_MADE_UP_PORT)
                    .append(" on is made up too, as the kernel took the real one back at once.");
        }
        if (unplaced + itself > 0) {
            about.append(" Left out, as not seen to go from one socket to another: ")
                    .append(unplaced + itself)
                    .append('.');
        }
        return about.toString();
    }

    private void add(Passage passage, boolean isTaken) {
        Route route = passage.route();
        if (route.protocol() == Protocol.UDP) {
            if (passage.what() == What.DATA) {
                int size = (int) passage.load().size();
                write(passage, Udp.of(route, data(passage), size));
            }
        } else if (route.from().equals(route.to())) {
            itself++;
        } else {
            Connection connection = connection(passage);
            pass(passage, connection, isTaken);
            connection.sent().forEach(datagram -> write(passage, datagram));
        }
    }

    private Connection connection(Passage passage) {
        boolean asks = passage.what() == What.ASKS;
        SockAddr from = known(passage.route().from(), asks);
        SockAddr to = known(passage.route().to(), false);
        Set<SockAddr> ends = Set.of(from, to);
        if (asks) {
            connections.put(ends, new Connection(from, to));
        }
        /* whose SYN was not seen has accepted it from outside */
        return connections.computeIfAbsent(ends, _ -> new Connection(to, from));
    }

    /** With a port of its own, where none was seen. */
    private SockAddr known(SockAddr address, boolean isNew) {
        if (Udp.port(address) != 0) {
            return address;
        }
        if (isNew) {
            int port = Math.min(LAST_PORT, FIRST_MADE_UP_PORT + madeUpPorts++);
            madeUp.put(address, withPort(address, port));
        }
        return madeUp.getOrDefault(address, address);
    }

    private static SockAddr withPort(SockAddr address, int port) {
        return switch (address) {
            case SockAddr.Inet4(int number, _) -> new SockAddr.Inet4(number, port);
            case SockAddr.Inet6 inet -> new SockAddr.Inet6(inet.high(), inet.low(), port);
            case SockAddr.Unix _, SockAddr.Raw _ -> address;
        };
    }

    private void pass(Passage passage, Connection connection, boolean isTaken) {
        SockAddr from = known(passage.route().from(), false);
        switch (passage.what()) {
            case ASKS -> connection.ask();
            case STANDS -> connection.stand();
            case DATA ->
                    connection.data(
                            from,
                            data(passage),
                            passage.load().size(),
                            passage.load().isUrgent(),
                            isTaken);
            case ENDS -> connection.end(from);
            case BREAKS -> connection.breakOff(from);
        }
    }

    /** Nothing where not all bytes were seen: a packet that is cut short says so by itself. */
    private static Bytes data(Passage passage) {
        return passage.load()
                .data()
                .filter(bytes -> bytes.length() == passage.load().size())
                .orElse(Bytes.EMPTY);
    }

    private void write(Passage passage, Datagram datagram) {
        nanos = Math.max(nanos + BETWEEN, passage.moment().at().toNanos());
        Bytes bytes = datagram.bytes(packets.size() + 1);
        String cut = bytes.length() < datagram.length() ? "; its data was not seen" : "";
        String comment = "SYNTHETIC, made from " + source(passage.moment().event()) + cut;
        packets.add(new Packet(nanos, bytes, datagram.length(), comment));
    }

    private static String source(Event event) {
        return switch (event) {
            case Event.Called called -> called.process() + ": " + called.made().call().name();
            case Event.Blocked(String process, String call, _) -> process + ": " + call;
            case Event.Ended ended -> "the end of " + ended.process();
            case Event.Typed _,
                    Event.Begun _,
                    Event.Finished _,
                    Event.Printed _,
                    Event.Forked _,
                    Event.Slipped _ ->
                    event.process();
        };
    }
}
