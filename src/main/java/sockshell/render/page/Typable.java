package sockshell.render.page;

import java.util.Optional;
import sockshell.sys.SockAddr;

/** An address as one types it to reach who is there. */
final class Typable {
    private Typable() {}

    /** Empty where nobody could be reached; at the wildcard, somebody is at the loopback too. */
    static Optional<String> of(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet(inet.port(), inet.toString());
            case SockAddr.Inet6 inet ->
                    isScoped(inet) ? Optional.empty() : inet(inet.port(), inet.toString());
            case SockAddr.Unix local ->
                    Optional.of(local).filter(Typable::isPlain).map(Typable::name);
            case SockAddr.Raw _ -> Optional.empty();
        };
    }

    /** Behind host and colon stands the port. */
    private static Optional<String> inet(int port, String text) {
        String host = text.substring(0, text.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
        String reached = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return Optional.of("(\"%s\", %d)".formatted(reached, port))
                .filter(_ -> port > 0 && !host.equals("::"));
    }

    /** Such an address needs the interface too. */
    private static boolean isScoped(SockAddr.Inet6 inet) {
        return inet.scope() != 0;
    }

    /** Not a path that would be taken for an abstract name, and nothing that has to be escaped. */
    private static boolean isPlain(SockAddr.Unix local) {
        String name = local.toString();
        return name.matches("[@/][\\w./-]{1,60}") && local.isAbstract() == name.startsWith("@");
    }

    private static String name(SockAddr.Unix local) {
        return "\"" + local + "\"";
    }

    static boolean isBound(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet.port() > 0;
            case SockAddr.Inet6 inet -> inet.port() > 0;
            case SockAddr.Unix local -> !local.name().isEmpty();
            case SockAddr.Raw _ -> false;
        };
    }
}
