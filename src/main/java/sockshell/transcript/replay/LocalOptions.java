package sockshell.transcript.replay;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.sys.Constants;

/**
 * The options that lead nowhere else: of IP, where an option can be a route or a filter of the
 * whole machine, those that are named here; of sockets all but those named. Of TCP and UDP all are
 * about one's own connection.
 */
final class LocalOptions {
    private static final String HARMLESS =
            """
            IP_TOS IP_TTL IP_HDRINCL IP_PKTINFO IP_MTU_DISCOVER IP_RECVERR IP_RECVTTL IP_RECVTOS
            IP_FREEBIND IP_MULTICAST_TTL IP_MULTICAST_LOOP IP_BIND_ADDRESS_NO_PORT
            """;

    private static final String HARMLESS_6 =
            """
            IPV6_UNICAST_HOPS IPV6_MULTICAST_HOPS IPV6_MULTICAST_LOOP IPV6_MTU_DISCOVER IPV6_MTU
            IPV6_RECVERR IPV6_V6ONLY IPV6_RECVPKTINFO IPV6_TCLASS IPV6_RECVHOPLIMIT
            """;

    private static final String FAR =
            "SO_BINDTODEVICE SO_SNDBUFFORCE SO_RCVBUFFORCE SO_MARK SO_PRIORITY";

    /* asm-generic/socket.h: SO_BINDTOIFINDEX, which is SO_BINDTODEVICE by number */
    private static final int BIND_TO_INDEX = 62;
    private static final int RAW = 255;

    private final Constants constants;
    private final Set<Integer> harmless;
    private final Set<Integer> harmless6;
    private final Set<Integer> far;

    LocalOptions(Constants constants) {
        this.constants = constants;
        harmless = numbers(HARMLESS);
        harmless6 = numbers(HARMLESS_6);
        far = numbers(FAR);
    }

    private Set<Integer> numbers(String names) {
        return Stream.of(names.strip().split("\\s+"))
                .filter(constants::has)
                .map(constants::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(int level, int option) {
        if (level == constants.number("SOL_SOCKET")) {
            return !far.contains(option) && option != BIND_TO_INDEX;
        }
        if (level == constants.number("IPPROTO_IP")) {
            return harmless.contains(option);
        }
        return level == constants.number("IPPROTO_IPV6")
                ? harmless6.contains(option)
                : level != RAW;
    }
}
