package sockshell.sys;

/** Internet addresses as text, as inet_ntop(3) writes them; for IPv6 that is RFC 5952. */
final class InetText {
    private static final int GROUPS = 8;

    private InetText() {}

    static String show(int address) {
        return (address >>> 24)
                + "."
                + (address >>> 16 & 0xff)
                + "."
                + (address >>> 8 & 0xff)
                + "."
                + (address & 0xff);
    }

    static String show(long high, long low) {
        if (high == 0 && isIpv4InIpv6(low)) {
            return (low >>> 32 == 0 ? "::" : "::ffff:") + show((int) low);
        }
        int[] groups = groups(high, low);
        int start = longestZeroRun(groups);
        int end = zeroRunEnd(groups, start);
        if (end - start < 2) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, start) + "::" + join(groups, end, GROUPS);
    }

    /** ::ffff:a.b.c.d, and ::a.b.c.d but for those as small as ::1. */
    private static boolean isIpv4InIpv6(long low) {
        return low >>> 32 == 0xffff || (low >>> 32 == 0 && low >>> 16 != 0);
    }

    private static int[] groups(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < 4 ? high : low;
            groups[i] = (int) (half >>> (48 - 16 * (i % 4))) & 0xffff;
        }
        return groups;
    }

    /** Where the longest run of zero groups begins; the first of several of one length. */
    private static int longestZeroRun(int[] groups) {
        int best = 0;
        for (int i = 0; i < GROUPS; i++) {
            if (zeroRunEnd(groups, i) - i > zeroRunEnd(groups, best) - best) {
                best = i;
            }
        }
        return best;
    }

    private static int zeroRunEnd(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
