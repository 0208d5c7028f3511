package sockshell.transcript.packets;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Packets as a file that Wireshark and tcpdump read: pcapng, draft-ietf-opsawg-pcapng. It has one
 * section with one interface, numbers are big-endian, and nothing tells of the machine.
 */
public final class Pcapng {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final long LENGTH_UNKNOWN = -1;

    /* IPv4 or IPv6 without a link header, by the first four bits: tcpdump.org/linktypes.html */
    private static final short LINKTYPE_RAW = 101;

    private static final short END = 0;
    private static final short COMMENT = 1;
    private static final short IF_NAME = 2;
    private static final short IF_TSRESOL = 9;
    private static final short USER_APPLICATION = 4;
    private static final byte NANOSECONDS = 9;
    private static final int LONGEST_OPTION = 0xffff;
    private static final int WORD = 4;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private Pcapng() {}

    public static byte[] of(Packets.Some packets) {
        Pcapng pcapng = new Pcapng();
        pcapng.section(packets.comment());
        pcapng.loopback();
        packets.packets().forEach(pcapng::packet);
        return pcapng.file.toByteArray();
    }

    /** 4.1: version 1.0, and no length, as blocks can be read one by one. */
    private void section(String comment) {
        ByteBuffer fixed = fixed(16);
        fixed.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        fixed.putLong(LENGTH_UNKNOWN);
        Options options = new Options();
        options.add(COMMENT, comment);
        options.add(USER_APPLICATION, "SockShell");
        block(SECTION, fixed, new byte[0], options);
    }

    /** 4.2: no limit for the length of packets. */
    private void loopback() {
        ByteBuffer fixed = fixed(8).putShort(LINKTYPE_RAW).putShort((short) 0).putInt(0);
        Options options = new Options();
        options.add(IF_NAME, "lo");
        options.add(IF_TSRESOL, new byte[] {NANOSECONDS});
        block(INTERFACE, fixed, new byte[0], options);
    }

    /** 4.3 */
    private void packet(Packet packet) {
        ByteBuffer fixed = fixed(20).putInt(0);
        fixed.putInt((int) (packet.nanos() >>> Integer.SIZE)).putInt((int) packet.nanos());
        fixed.putInt(packet.bytes().length()).putInt(packet.length());
        Options options = new Options();
        options.add(COMMENT, packet.comment());
        block(ENHANCED_PACKET, fixed, packet.bytes().toArray(), options);
    }

    /** In Java's own order, which is the network's. */
    private static ByteBuffer fixed(int size) {
        return ByteBuffer.allocate(size);
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] content = new byte[buffer.capacity()];
        buffer.get(0, content);
        return content;
    }

    /** 3.1: the length stands in front and behind, so that a file can be read backwards. */
    private void block(int type, ByteBuffer fixed, byte[] data, Options options) {
        byte[] words = options.ended();
        int length = 3 * WORD + fixed.capacity() + padded(data.length) + words.length;
        write(number(type));
        write(number(length));
        write(content(fixed));
        write(data);
        write(new byte[padded(data.length) - data.length]);
        write(words);
        write(number(length));
    }

    private void write(byte[] bytes) {
        file.writeBytes(bytes);
    }

    private static byte[] number(int number) {
        return content(fixed(WORD).putInt(number));
    }

    private static int padded(int length) {
        return (length + WORD - 1) / WORD * WORD;
    }

    /** 3.5: each with its type, its length and its value, filled up to four bytes. */
    private static final class Options {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** What is empty is left out. */
        void add(short type, String text) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            if (value.length > 0) {
                add(type, value);
            }
        }

        void add(short type, byte[] value) {
            if (value.length > LONGEST_OPTION) {
                throw new IllegalArgumentException("option: " + value.length + " bytes");
            }
            ByteBuffer head = fixed(WORD).putShort(type).putShort((short) value.length);
            bytes.writeBytes(content(head));
            bytes.writeBytes(value);
            bytes.writeBytes(new byte[padded(value.length) - value.length]);
        }

        byte[] ended() {
            if (bytes.size() > 0) {
                add(END, new byte[0]);
            }
            return bytes.toByteArray();
        }
    }
}
