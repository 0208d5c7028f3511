package sockshell.session;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/** The ports that a session was seen to use: the machine has sockets that are not its own. */
final class Ports {
    private final Set<Integer> seen = new HashSet<>();

    /** Of the TCP sockets that nobody holds those that come from here; port 0 is none. */
    List<Unheld> unheld(Kernel kernel, List<Held> held) {
        held.stream()
                .flatMap(each -> each.view().stream())
                .flatMapToInt(view -> port(view.ends().local()).stream())
                .filter(port -> port != 0)
                .forEach(seen::add);
        return seen.isEmpty() ? List.of() : found(kernel);
    }

    private List<Unheld> found(Kernel kernel) {
        return kernel.inspection().unheld().orElse(List.of()).stream()
                .filter(each -> isOurs(each.ends()))
                .toList();
    }

    private boolean isOurs(Ends ends) {
        return Stream.concat(Stream.of(ends.local()), ends.remote().stream())
                .anyMatch(end -> port(end).stream().anyMatch(seen::contains));
    }

    private static OptionalInt port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 four -> OptionalInt.of(four.port());
            case SockAddr.Inet6 six -> OptionalInt.of(six.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> OptionalInt.empty();
        };
    }
}
