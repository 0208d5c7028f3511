package sockshell.repl.typing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.repl.cursor.Invoked;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/**
 * Where the session's sockets can be reached, as an argument has it: {@code "127.0.0.1", 12000}, or
 * as a command's word, {@code 127.0.0.1:12000}. Listening ones come first.
 */
final class Addresses {
    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final Context context;
    private final boolean words;

    Addresses(Context context, boolean words) {
        this.context = context;
        this.words = words;
    }

    /** For the socket of the call's first argument, if that is known. */
    Stream<Offer> known(Invoked invoked) {
        Optional<View> mine =
                new Guess(context)
                        .of(invoked.arguments().getFirst())
                        .flatMap(new Descriptors(context)::behind)
                        .flatMap(Held::view);
        return reachable(mine).map(this::offer).distinct();
    }

    private Stream<Held> reachable(Optional<View> mine) {
        return context.scene().held().stream()
                .filter(held -> held.view().filter(view -> canReach(mine, view)).isPresent())
                .sorted(Comparator.comparing(Addresses::isSilent));
    }

    private static boolean isSilent(Held held) {
        return held.view().filter(view -> view.state() == State.LISTEN).isEmpty();
    }

    /** A socket speaks to its like; a stream is of use only where somebody listens. */
    private boolean canReach(Optional<View> mine, View view) {
        boolean like =
                mine.map(View::made)
                        .map(made ->
                                made.family() == view.made().family()
                                        && made.type() == view.made().type())
                        .orElse(true);
        boolean stream = view.made().type() == context.language().constants().number("SOCK_STREAM");
        boolean open = view.state() == State.LISTEN || !stream;
        return like && open && isNamed(view.ends().local());
    }

    private static boolean isNamed(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(_, int port) -> port != 0;
            case SockAddr.Inet6 inet6 -> inet6.port() != 0;
            case SockAddr.Unix(var name) -> !name.isEmpty();
            case SockAddr.Raw _ -> false;
        };
    }

    private Offer offer(Held held) {
        SockAddr address = held.view().orElseThrow().ends().local();
        String state = held.view().orElseThrow().state().toString();
        return Offer.plain(shown(address), Offer.ADDRESSES, held.process() + "  " + state);
    }

    private String shown(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(int host, int port) ->
                    host == 0 ? pair("127.0.0.1", port) : inet(address, port);
            case SockAddr.Inet6 inet6 ->
                    inet6.high() == 0 && inet6.low() == 0
                            ? pair("::1", inet6.port())
                            : inet(address, inet6.port());
            case SockAddr.Unix _, SockAddr.Raw _ ->
                    words
                            ? Descriptors.shown(address)
                            : '"' + Descriptors.shown(address).replace("\"", "\\\"") + '"';
        };
    }

    private String inet(SockAddr address, int port) {
        String text = address.toString();
        String host = text.substring(0, text.lastIndexOf(':'));
        return pair(host.replaceAll("[\\[\\]]", ""), port);
    }

    private String pair(String host, int port) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return words ? bracketed + ":" + port : '"' + host + "\", " + port;
    }

    /** Hosts that are there on each machine; the port is left to the person. */
    Stream<Offer> hosts() {
        return HOSTS.stream()
                .map(host ->
                        new Offer(
                                words ? host : '"' + host + '"',
                                words ? ":" : ", ",
                                Offer.ADDRESSES,
                                "this machine"));
    }

    /** Ports that somebody uses. */
    Stream<Offer> ports() {
        return reachable(Optional.empty())
                .flatMap(held -> {
                    OptionalInt port = port(held.view().orElseThrow().ends().local());
                    return port.stream()
                            .mapToObj(number ->
                                    Offer.plain(
                                            Integer.toString(number),
                                            Offer.ADDRESSES,
                                            held.process()
                                                    + "  "
                                                    + held.view().orElseThrow().state()));
                })
                .distinct();
    }

    private static OptionalInt port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(_, int port) -> OptionalInt.of(port);
            case SockAddr.Inet6 inet6 -> OptionalInt.of(inet6.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> OptionalInt.empty();
        };
    }

    /** Variables that hold one. */
    Stream<Offer> variables() {
        return new Variables(context)
                .holding(value ->
                        value instanceof Value.Address
                                || value instanceof Value.Text
                                || (value instanceof Value.Items(List<Value> parts, _)
                                        && parts.size() == 2
                                        && parts.getFirst() instanceof Value.Text));
    }
}
