package sockshell.transcript.packets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import sockshell.sys.Bytes;

/**
 * The checksums of TCP and UDP, RFC 1071. Over the loopback the kernel leaves them to a network
 * card that there is not; here they are put in, as the card would have done.
 */
final class Checksum {
    private static final int MASK = 0xffff;
    private static final int FRAGMENT = 0x3fff;
    private static final int HEADER_4 = 20;
    private static final int HEADER_6 = 40;
    private static final int ICMP = 1;
    private static final int ICMP_HEADER = 8;
    private static final int ICMP_AT = 2;
    private static final int TCP_AT = 16;
    private static final int UDP_AT = 6;

    private Checksum() {}

    /** Ones' complement, in words of 16 bits; an odd byte is the upper half of one. */
    static int sum(int start, byte... bytes) {
        int sum = start;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? Byte.SIZE : 0);
            sum = (sum & MASK) + (sum >>> Short.SIZE);
        }
        return sum;
    }

    /** What a header has. A zero of UDP would say that there is no checksum, RFC 768. */
    static short of(int sum, int protocol) {
        int checksum = ~sum & MASK;
        return (short) (protocol == Udp.NUMBER && checksum == 0 ? MASK : checksum);
    }

    /** The same packet with the right checksum, where it is there as a whole. */
    static Packet completed(Packet packet) {
        byte[] bytes = packet.bytes().toArray();
        if (bytes.length == packet.length()) {
            complete(bytes);
        }
        return new Packet(packet.nanos(), Bytes.of(bytes), packet.length(), packet.comment());
    }

    private static void complete(byte... packet) {
        int version = packet.length > 0 ? packet[0] >>> 4 : 0;
        if (version == 4 && packet.length >= HEADER_4 && !isFragment(packet)) {
            int at = (packet[0] & 0xf) * Integer.BYTES;
            complete(packet, packet[9], at, Arrays.copyOfRange(packet, 12, HEADER_4));
        } else if (version == 6 && packet.length > HEADER_6) {
            complete(packet, packet[6], HEADER_6, Arrays.copyOfRange(packet, 8, HEADER_6));
        }
    }

    /** A fragment has a part of what is summed, RFC 791. */
    private static boolean isFragment(byte... packet) {
        return (ByteBuffer.wrap(packet).getShort(6) & FRAGMENT) != 0;
    }

    private static void complete(byte[] packet, int protocol, int at, byte... addresses) {
        switch (protocol) {
            case IpHeader.TCP -> put(packet, protocol, at, TCP_AT, addresses);
            case Udp.NUMBER -> put(packet, protocol, at, UDP_AT, addresses);
            case ICMP -> completeQuote(packet, at);
            default -> {}
        }
    }

    private static void put(
            byte[] packet, int protocol, int at, int checksumAt, byte... addresses) {
        if (packet.length < at + checksumAt + Short.BYTES) {
            return;
        }
        ByteBuffer content = ByteBuffer.wrap(packet).putShort(at + checksumAt, (short) 0);
        byte[] data = Arrays.copyOfRange(packet, at, packet.length);
        byte[] lengths = ByteBuffer.allocate(8).putInt(data.length).putInt(protocol).array();
        int sum = sum(sum(sum(0, addresses), lengths), data);
        content.putShort(at + checksumAt, of(sum, protocol));
    }

    /** An error of ICMP ends with the packet that it is about, RFC 792, as that was then. */
    private static void completeQuote(byte[] packet, int at) {
        int from = at + ICMP_HEADER;
        boolean isWhole =
                packet.length > from + HEADER_4
                        && ByteBuffer.wrap(packet).getShort(from + 2) == packet.length - from;
        if (isWhole) {
            byte[] quote = Arrays.copyOfRange(packet, from, packet.length);
            complete(quote);
            ByteBuffer content = ByteBuffer.wrap(packet).put(from, quote);
            content.putShort(at + ICMP_AT, (short) 0);
            int sum = sum(0, Arrays.copyOfRange(packet, at, packet.length));
            content.putShort(at + ICMP_AT, of(sum, ICMP));
        }
    }
}
