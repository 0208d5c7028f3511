package sockshell.render.picture;

import java.util.Set;
import sockshell.sys.ByteOrders;

/** Whether a port is more likely one whose bytes were swapped: a guess, from what people choose. */
final class Ports {
    private static final Set<Integer> WELL_KNOWN = Set.of(7, 13, 21, 22, 23, 25, 53, 80, 110, 443);
    private static final int FIRST_FEW_CHOOSE = 32768;

    private Ports() {}

    static boolean looksSwapped(int port) {
        return likely(ByteOrders.htons(port)) > likely(port);
    }

    /** People choose well-known ports, round ones, and rather the lower half of all. */
    private static int likely(int port) {
        int round = port % 1000 == 0 ? 3 : port % 100 == 0 ? 2 : port % 10 == 0 ? 1 : 0;
        return (WELL_KNOWN.contains(port) ? 3 : round) + (port < FIRST_FEW_CHOOSE ? 1 : 0);
    }
}
