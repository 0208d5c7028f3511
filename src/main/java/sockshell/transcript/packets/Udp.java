package sockshell.transcript.packets;

import java.nio.ByteBuffer;
import sockshell.render.ladder.Passage.Route;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** A datagram of UDP, RFC 768. */
final class Udp {
    static final int NUMBER = 17;
    private static final int HEADER = 8;
    private static final int CHECKSUM_AT = 6;

    private Udp() {}

    static Datagram of(Route route, Bytes data, int size) {
        byte[] header =
                ByteBuffer.allocate(HEADER)
                        .putShort((short) port(route.from()))
                        .putShort((short) port(route.to()))
                        .putShort((short) (HEADER + size))
                        .array();
        return new Datagram(
                route.from(),
                route.to(),
                new Datagram.Segment(NUMBER, Bytes.of(header), CHECKSUM_AT, data, size));
    }

    static int port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(_, int port) -> port;
            case SockAddr.Inet6 inet -> inet.port();
            case SockAddr.Unix _, SockAddr.Raw _ -> 0;
        };
    }
}
