package sockshell.transcript.packets;

import java.nio.ByteBuffer;
import java.util.Optional;
import sockshell.sys.Bytes;

/**
 * What the beginning of an IP packet says: whose it is. Of an error that ICMP reports it is the
 * packet that the error is about, RFC 792 and RFC 4443.
 */
record IpHeader(int protocol, int source, int destination, int flags) {
    static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP = 1;
    private static final int ICMP_6 = 58;

    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private static final int HEADER_6 = 40;
    private static final int ICMP_HEADER = 8;
    private static final int FLAGS_AT = 13;
    private static final int PORTS = 4;
    private static final int FIRST_QUESTION_6 = 128;

    /** Empty for what has no ports: other protocols, and fragments behind the first. */
    static Optional<IpHeader> of(Bytes packet) {
        return of(ByteBuffer.wrap(packet.toArray()), 0, false);
    }

    private static Optional<IpHeader> of(ByteBuffer packet, int at, boolean isWithin) {
        int version = has(packet, at, 1) ? packet.get(at) >>> 4 : 0;
        if (version == 4 && has(packet, at, 20)) {
            boolean isFirst = (packet.getShort(at + 6) & 0x1fff) == 0;
            int behind = at + (packet.get(at) & 0xf) * Integer.BYTES;
            return isFirst
                    ? inner(packet, packet.get(at + 9) & 0xff, behind, isWithin)
                    : Optional.empty();
        }
        return version == 6 && has(packet, at, HEADER_6)
                ? inner(packet, packet.get(at + 6) & 0xff, at + HEADER_6, isWithin)
                : Optional.empty();
    }

    private static boolean has(ByteBuffer packet, int at, int size) {
        return at + size <= packet.limit();
    }

    private static Optional<IpHeader> inner(
            ByteBuffer packet, int protocol, int at, boolean isWithin) {
        boolean hasPorts = (protocol == TCP || protocol == UDP) && has(packet, at, PORTS);
        if (hasPorts) {
            int source = Short.toUnsignedInt(packet.getShort(at));
            int destination = Short.toUnsignedInt(packet.getShort(at + Short.BYTES));
            boolean hasFlags = protocol == TCP && has(packet, at, FLAGS_AT + 1);
            int flags = hasFlags ? packet.get(at + FLAGS_AT) & 0xff : 0;
            return Optional.of(new IpHeader(protocol, source, destination, flags));
        }
        boolean isError =
                !isWithin && has(packet, at, ICMP_HEADER) && isError(protocol, packet, at);
        return isError ? of(packet, at + ICMP_HEADER, true) : Optional.empty();
    }

    /** Destination unreachable, time exceeded, parameter problem; an echo is about no packet. */
    private static boolean isError(int protocol, ByteBuffer packet, int at) {
        int type = packet.get(at) & 0xff;
        return switch (protocol) {
            case ICMP -> type == 3 || type == 11 || type == 12;
            case ICMP_6 -> type < FIRST_QUESTION_6;
            default -> false;
        };
    }

    boolean isAsking() {
        return (flags & (SYN | ACK)) == SYN;
    }

    boolean isReset() {
        return (flags & RST) != 0;
    }
}
