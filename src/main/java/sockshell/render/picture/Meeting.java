package sockshell.render.picture;

import sockshell.sys.SockAddr;
import sockshell.sys.SockAddr.Inet4;
import sockshell.sys.SockAddr.Inet6;

/** Which local addresses a connection to an address can meet. */
final class Meeting {
    private Meeting() {}

    /** INADDR_ANY and in6addr_any take what comes to any address, ip(7) and ipv6(7). */
    static boolean reaches(SockAddr listener, SockAddr to) {
        return switch (listener) {
            case Inet4 four -> port(to) == four.port() && (four.address() == 0 || to.equals(four));
            case Inet6 six -> port(to) == six.port() && (isAny(six) || to.equals(six));
            case SockAddr.Unix _, SockAddr.Raw _ -> listener.equals(to);
        };
    }

    private static boolean isAny(Inet6 six) {
        return six.high() == 0 && six.low() == 0;
    }

    private static int port(SockAddr address) {
        return switch (address) {
            case Inet4 four -> four.port();
            case Inet6 six -> six.port();
            case SockAddr.Unix _, SockAddr.Raw _ -> -1;
        };
    }
}
