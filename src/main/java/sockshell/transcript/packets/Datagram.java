package sockshell.transcript.packets;

import java.nio.ByteBuffer;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/**
 * An IP packet around what TCP or UDP send, with its checksums: RFC 791, RFC 8200, RFC 1071. Size
 * is how long the data is; the packet is cut short where it has fewer bytes.
 */
record Datagram(SockAddr from, SockAddr to, Segment segment) {
    private static final int HEADER_4 = 20;
    private static final int HEADER_6 = 40;
    private static final byte HOPS = 64;
    private static final short DO_NOT_FRAGMENT = 0x4000;

    /** What is within: its header, whose checksum is zeros yet, and its data. */
    record Segment(int protocol, Bytes header, int checksumAt, Bytes data, int size) {}

    int length() {
        return header() + segment.header().length() + segment.size();
    }

    private int header() {
        return to instanceof SockAddr.Inet4 ? HEADER_4 : HEADER_6;
    }

    /** The number tells an IPv4 packet from the others, RFC 6864. */
    Bytes bytes(int number) {
        byte[] header = segment.header().toArray();
        int inner = header.length + segment.size();
        int sum = Checksum.sum(Checksum.sum(pseudoHeader(inner), header), segment.data().toArray());
        ByteBuffer.wrap(header)
                .putShort(segment.checksumAt(), Checksum.of(sum, segment.protocol()));
        return Bytes.of(outer(number, inner)).plus(Bytes.of(header)).plus(segment.data());
    }

    private byte[] outer(int number, int inner) {
        ByteBuffer packet = ByteBuffer.allocate(header());
        if (to instanceof SockAddr.Inet4) {
            packet.put((byte) 0x45).put((byte) 0).putShort((short) (HEADER_4 + inner));
            packet.putShort((short) number).putShort(DO_NOT_FRAGMENT);
            packet.put(HOPS).put((byte) segment.protocol()).putShort((short) 0);
            packet.put(address(from)).put(address(to));
            packet.putShort(10, (short) ~Checksum.sum(0, packet.array()));
        } else {
            packet.putInt(6 << 28).putShort((short) inner);
            packet.put((byte) segment.protocol()).put(HOPS);
            packet.put(address(from)).put(address(to));
        }
        return packet.array();
    }

    /** RFC 9293, 3.1, and RFC 8200, 8.1: as a sum, both are the same. */
    private int pseudoHeader(int inner) {
        byte[] numbers = ByteBuffer.allocate(8).putInt(inner).putInt(segment.protocol()).array();
        return Checksum.sum(Checksum.sum(Checksum.sum(0, address(from)), address(to)), numbers);
    }

    private static byte[] address(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4(int number, _) ->
                    ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
            case SockAddr.Inet6 inet ->
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(inet.high())
                            .putLong(inet.low())
                            .array();
            case SockAddr.Unix _, SockAddr.Raw _ -> new byte[0];
        };
    }
}
