package sockshell.render.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** Which socket is at the other end of which, by the addresses that they were seen with. */
final class Wires {
    /** Where something went. */
    sealed interface Far {
        /** To what a process of the session holds. */
        record Known(Description what) implements Far {}

        /** To nobody in the session. */
        record Outside() implements Far {}

        /** The moments do not show it. */
        record Unknown() implements Far {}
    }

    private static final int MAPPED = 0xffff;
    private static final Far UNKNOWN = new Far.Unknown();

    private final boolean complete;
    private final Map<Ends, Description> connections = new HashMap<>();
    private final Map<SockAddr, List<Description>> bound = new HashMap<>();
    private final Map<Description, Deque<Description>> waiting = new HashMap<>();

    /** Complete is what begins with the session: who was never seen is outside of it then. */
    Wires(boolean complete) {
        this.complete = complete;
    }

    /** Keeps the addresses of what was just seen. */
    void note(Description what) {
        View view = what.view().orElseThrow();
        SockAddr local = plain(view.ends().local());
        view.ends()
                .remote()
                .map(Wires::plain)
                .ifPresent(remote -> connections.put(new Ends(local, Optional.of(remote)), what));
        if (what.listens() || !what.isTcp()) {
            List<Description> there = bound.computeIfAbsent(local, _ -> new ArrayList<>());
            if (!there.contains(what)) {
                there.add(what);
            }
        }
    }

    /** The other end of a connection, or who listens there, where it still waits to be accepted. */
    Far other(Description from) {
        if (from.peer().isPresent()) {
            return new Far.Known(from.peer().get());
        }
        Optional<Ends> ends = from.ends();
        Optional<SockAddr> remote = ends.flatMap(Ends::remote).map(Wires::plain);
        if (remote.isEmpty()) {
            return UNKNOWN;
        }
        SockAddr local = plain(ends.get().local());
        return Optional.ofNullable(connections.get(new Ends(remote.get(), Optional.of(local))))
                .filter(_ -> !(local instanceof SockAddr.Unix))
                .filter(other -> other.isTcp() || !other.holders().isEmpty())
                .<Far>map(Far.Known::new)
                .orElseGet(() -> at(remote.get(), from));
    }

    /** Who is bound to an address; the kernel alone knows which one of several. */
    Far at(SockAddr address, Description from) {
        SockAddr there = plain(address);
        if (isForMany(there)) {
            return UNKNOWN;
        }
        List<Description> found = new ArrayList<>(bound(there, from));
        if (found.isEmpty()) {
            wildcards(there).forEach(any -> found.addAll(bound(any, from)));
        }
        return switch (found.size()) {
            case 0 -> complete ? new Far.Outside() : UNKNOWN;
            case 1 -> new Far.Known(found.getFirst());
            default -> UNKNOWN;
        };
    }

    private List<Description> bound(SockAddr address, Description from) {
        List<Description> there = bound.getOrDefault(address, List.of());
        if (!there.isEmpty()) {
            there.removeIf(what -> what.holders().isEmpty());
        }
        return there.stream().filter(what -> what.isTcp() == from.isTcp()).toList();
    }

    private static List<SockAddr> wildcards(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(_, int port) ->
                    List.of(new SockAddr.Inet4(0, port), new SockAddr.Inet6(0, 0, port));
            case SockAddr.Inet6 inet -> List.of(new SockAddr.Inet6(0, 0, inet.port()));
            case SockAddr.Unix _, SockAddr.Raw _ -> List.of();
        };
    }

    /** Multicast and broadcast, RFC 1112 and RFC 919: any number may get it. */
    private static boolean isForMany(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(int number, _) -> number >>> 28 == 0xe || number == -1;
            case SockAddr.Inet6 inet -> inet.high() >>> 56 == 0xff;
            case SockAddr.Unix(var name) -> name.isEmpty();
            case SockAddr.Raw _ -> true;
        };
    }

    /**
     * IPv4 within IPv6, RFC 4291, 2.5.5.2, is IPv4; what goes to no address goes to this machine.
     */
    static SockAddr destination(SockAddr address) {
        return switch (plain(address)) {
            case SockAddr.Inet4(int number, int port) when number == 0 ->
                    new SockAddr.Inet4(0x7f000001, port);
            case SockAddr.Inet6 inet when inet.high() == 0 && inet.low() == 0 ->
                    new SockAddr.Inet6(0, 1, inet.port());
            case SockAddr other -> other;
        };
    }

    static SockAddr plain(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet6 inet when inet.high() == 0 && inet.low() >>> 32 == MAPPED ->
                    new SockAddr.Inet4((int) inet.low(), inet.port());
            case SockAddr.Inet6 inet -> new SockAddr.Inet6(inet.high(), inet.low(), inet.port());
            case SockAddr other -> other;
        };
    }

    /** A stream socket of AF_UNIX has no name to find it by: they are accepted in their order. */
    void waits(Description client, Description listener) {
        waiting.computeIfAbsent(listener, _ -> new ArrayDeque<>()).add(client);
    }

    void accepted(Description listener, Description connection) {
        Optional.ofNullable(waiting.get(listener))
                .flatMap(queue -> Optional.ofNullable(queue.poll()))
                .ifPresent(connection::join);
    }
}
