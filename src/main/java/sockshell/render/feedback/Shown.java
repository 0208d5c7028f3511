package sockshell.render.feedback;

import java.util.Optional;
import sockshell.render.Quoted;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** How things are called in sentences. */
final class Shown {
    private Shown() {}

    /** {@code srv's fd 4}, or only {@code fd 4} where it is one of the speaker's own. */
    static String name(Held held, String speaker) {
        String fd = "fd " + held.descriptor();
        return held.process().equals(speaker) ? fd : held.process() + "'s " + fd;
    }

    /** A name in the file system is data: it may hold what a terminal would obey. */
    static String address(SockAddr address) {
        return switch (address) {
            case SockAddr.Raw raw -> raw.bytes().toString();
            case SockAddr.Inet4 _, SockAddr.Inet6 _ -> address.toString();
            case SockAddr.Unix _ -> Quoted.escaped(Bytes.of(address.toString()));
        };
    }

    static String address(Optional<SockAddr> address) {
        return address.map(Shown::address).orElse("nobody");
    }

    static int port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet.port();
            case SockAddr.Inet6 inet -> inet.port();
            case SockAddr.Unix _, SockAddr.Raw _ -> 0;
        };
    }

    static String bytes(long count) {
        return count(count, "byte", "bytes");
    }

    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
