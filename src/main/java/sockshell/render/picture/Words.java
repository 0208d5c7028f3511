package sockshell.render.picture;

import java.util.Optional;
import java.util.OptionalLong;
import sockshell.render.Quoted;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.Made;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** What a socket is in a word: its protocol, its state, its ends. */
final class Words {
    private final Constants constants;

    Words(Constants constants) {
        this.constants = constants;
    }

    /** As netstat and ss have it; what is no socket is a pipe, or something else. */
    String protocol(Held held) {
        return held.view()
                .map(view -> protocol(view.made()))
                .orElseGet(() ->
                        held.identity().filter(name -> name.startsWith("pipe")).isPresent()
                                ? "pipe"
                                : "other");
    }

    private String protocol(Made made) {
        if (made.family() == constants.number("AF_UNIX")) {
            return "unix";
        }
        boolean isInet6 = made.family() == constants.number("AF_INET6");
        if (!isInet6 && made.family() != constants.number("AF_INET")) {
            return "other";
        }
        String version = isInet6 ? "6" : "";
        return made.protocol() == constants.number("IPPROTO_TCP")
                ? "tcp" + version
                : made.protocol() == constants.number("IPPROTO_UDP") ? "udp" + version : "other";
    }

    /** Whether it keeps messages apart: one read gives one of them. */
    boolean hasMessages(View view) {
        return view.made().type() != constants.number("SOCK_STREAM");
    }

    static boolean isListening(Held held) {
        return held.view().filter(view -> view.state() == State.LISTEN).isPresent();
    }

    static Text state(Held held) {
        return held.view().map(view -> state(view.state())).orElse(Text.EMPTY);
    }

    static Text state(State state) {
        return Text.of(Style.VALUE, state.name());
    }

    static Text local(Held held) {
        return held.view().map(view -> Text.of(address(view.ends().local()))).orElse(Text.EMPTY);
    }

    static Text remote(Held held) {
        return held.view()
                .flatMap(view -> view.ends().remote())
                .map(remote -> Text.of(address(remote)))
                .orElse(Text.EMPTY);
    }

    /** A name is data: nothing in it reaches a terminal as it is. */
    static String address(SockAddr address) {
        return Quoted.escaped(Bytes.of(address.toString()));
    }

    static Optional<SockAddr> localOf(Held held) {
        return held.view().map(view -> view.ends().local());
    }

    static Text received(Held held) {
        return held.view().map(view -> number(view.queues().received())).orElse(Text.EMPTY);
    }

    static Text unsent(Held held) {
        return held.view().map(view -> number(view.queues().unsent())).orElse(Text.EMPTY);
    }

    private static Text number(OptionalLong number) {
        return number.isPresent()
                ? Text.of(
                        number.getAsLong() == 0 ? Style.FAINT : Style.VALUE,
                        Long.toString(number.getAsLong()))
                : Text.EMPTY;
    }

    /** {@code 1 byte}, {@code 2 bytes}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
