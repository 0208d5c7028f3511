package sockshell.transcript.packets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/**
 * A TCP connection in the making: what each side would send next, RFC 9293, 3.4. Whatever is sent
 * is acknowledged at once.
 */
final class Connection {
    private static final int NUMBER = 6;
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int PSH = 8;
    private static final int ACK = 16;
    private static final int URG = 32;

    private static final int HEADER = 20;
    private static final int CHECKSUM_AT = 16;
    private static final int WINDOW = 0xffff;
    private static final int MSS_OPTION = 0x0204;
    private static final int LARGEST_PACKET = 0xffff;
    private static final int FIRST_OF_CLIENT = 1000;
    private static final int FIRST_OF_SERVER = 5000;

    /** One side, and the number of the byte that it sends next; numbers begin anew after 2^32. */
    private static final class Side {
        private final SockAddr address;
        private int next;

        Side(SockAddr address, int first) {
            this.address = address;
            next = first;
        }
    }

    private final Side client;
    private final Side server;
    private final List<Datagram> sent = new ArrayList<>();
    private boolean hasAsked;
    private boolean stands;
    private boolean isBroken;

    Connection(SockAddr client, SockAddr server) {
        this.client = new Side(client, FIRST_OF_CLIENT);
        this.server = new Side(server, FIRST_OF_SERVER);
    }

    /** What was sent since this was last asked. */
    List<Datagram> sent() {
        List<Datagram> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private Side side(SockAddr address) {
        return client.address.equals(address) ? client : server;
    }

    private Side other(Side side) {
        return side == client ? server : client;
    }

    void ask() {
        hasAsked = true;
        send(client, SYN, Bytes.EMPTY, 0);
        client.next++;
    }

    /** RFC 9293, 3.5: the rest of the three steps, where they were not made yet. */
    void stand() {
        if (!hasAsked) {
            ask();
        }
        if (!stands && !isBroken) {
            stands = true;
            send(server, SYN | ACK, Bytes.EMPTY, 0);
            server.next++;
            acknowledge(client);
        }
    }

    private void acknowledge(Side side) {
        send(side, ACK, Bytes.EMPTY, 0);
    }

    /** Data that was not seen is empty, and yet has a size. */
    void data(SockAddr from, Bytes data, long size, boolean isUrgent, boolean isTaken) {
        stand();
        Side own = side(from);
        int most = LARGEST_PACKET - HEADER - (from instanceof SockAddr.Inet4 ? 20 : 40);
        for (long at = 0; at < size && !isBroken; at += most) {
            int part = (int) Math.min(most, size - at);
            Bytes bytes = data.isEmpty() ? Bytes.EMPTY : data.slice((int) at, (int) at + part);
            boolean isLast = at + part == size;
            int flags = ACK | (isLast ? PSH : 0) | (isLast && isUrgent ? URG : 0);
            send(own, flags, bytes, part);
            own.next += part;
            if (isTaken) {
                acknowledge(other(own));
            }
        }
    }

    void end(SockAddr from) {
        stand();
        if (!isBroken) {
            Side own = side(from);
            send(own, FIN | ACK, Bytes.EMPTY, 0);
            own.next++;
            acknowledge(other(own));
        }
    }

    /** A port where nobody listens has no numbers of its own, RFC 9293, 3.10.7.1. */
    void breakOff(SockAddr from) {
        if (!isBroken) {
            Side own = side(from);
            if (!stands && own == server) {
                own.next = 0;
            }
            send(own, RST | ACK, Bytes.EMPTY, 0);
            isBroken = true;
        }
    }

    private void send(Side own, int flags, Bytes data, int size) {
        Side other = other(own);
        boolean isFirst = (flags & SYN) != 0;
        int length = isFirst ? HEADER + Integer.BYTES : HEADER;
        ByteBuffer header = ByteBuffer.allocate(length);
        header.putShort((short) Udp.port(own.address)).putShort((short) Udp.port(other.address));
        header.putInt(own.next).putInt((flags & ACK) == 0 ? 0 : other.next);
        header.put((byte) ((length / Integer.BYTES) << 4)).put((byte) flags);
        header.putShort((short) ((flags & RST) == 0 ? WINDOW : 0)).putShort((short) 0);
        header.putShort((short) ((flags & URG) == 0 ? 0 : size));
        if (isFirst) {
            int headers = HEADER + (own.address instanceof SockAddr.Inet4 ? 20 : 40);
            header.putShort((short) MSS_OPTION).putShort((short) (LARGEST_PACKET - headers));
        }
        Datagram.Segment segment =
                new Datagram.Segment(NUMBER, Bytes.of(header.array()), CHECKSUM_AT, data, size);
        sent.add(new Datagram(own.address, other.address, segment));
    }
}
