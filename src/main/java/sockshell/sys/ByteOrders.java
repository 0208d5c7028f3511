package sockshell.sys;

import java.nio.ByteOrder;

/**
 * byteorder(3): htonl and its family, with C's meaning: the argument is cut to the width of the
 * parameter first, and the result is unsigned. On a big-endian machine they change nothing.
 */
public final class ByteOrders {
    private static final boolean SWAPS = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private ByteOrders() {}

    /** {@code uint32_t htonl(uint32_t hostlong);} */
    public static long htonl(long host) {
        int cut = (int) host;
        return Integer.toUnsignedLong(SWAPS ? Integer.reverseBytes(cut) : cut);
    }

    /** {@code uint16_t htons(uint16_t hostshort);} */
    public static int htons(long host) {
        short cut = (short) host;
        return Short.toUnsignedInt(SWAPS ? Short.reverseBytes(cut) : cut);
    }

    /** {@code uint32_t ntohl(uint32_t netlong);} The swap is its own inverse. */
    public static long ntohl(long network) {
        return htonl(network);
    }

    /** {@code uint16_t ntohs(uint16_t netshort);} */
    public static int ntohs(long network) {
        return htons(network);
    }
}
