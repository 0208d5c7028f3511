package sockshell.sys;

/** Where a socket is, or shall be: the contents of a {@code struct sockaddr}. */
public sealed interface SockAddr {

    /** ip(7). The address as a number with its first byte on top: 127.0.0.1 is 0x7f000001. */
    record Inet4(int address, int port) implements SockAddr {
        public Inet4 {
            checkPort(port);
        }

        @Override
        public String toString() {
            return InetText.show(address) + ":" + port;
        }
    }

    /** ipv6(7). The address as two numbers of eight bytes, first byte on top. */
    record Inet6(long high, long low, int port, int flow, int scope) implements SockAddr {
        public Inet6 {
            checkPort(port);
        }

        public Inet6(long high, long low, int port) {
            this(high, low, port, 0, 0);
        }

        @Override
        public String toString() {
            String zone = scope == 0 ? "" : "%" + Integer.toUnsignedString(scope);
            return "[" + InetText.show(high, low) + zone + "]:" + port;
        }
    }

    /** unix(7). A path, or an abstract name, which begins with NUL, or nothing: unnamed. */
    record Unix(Bytes name) implements SockAddr {
        public static final Unix UNNAMED = new Unix(Bytes.EMPTY);

        public static Unix path(String path) {
            return new Unix(Bytes.of(path));
        }

        public static Unix hidden(String name) {
            return new Unix(Bytes.of((byte) 0).plus(Bytes.of(name)));
        }

        public boolean isAbstract() {
            return !name.isEmpty() && name.at(0) == 0;
        }

        @Override
        public String toString() {
            if (name.isEmpty()) {
                return "(unnamed)";
            }
            return isAbstract() ? "@" + name.slice(1, name.length()).text() : name.text();
        }
    }

    /**
     * Bytes that go to the kernel as they are, together with the length that C's caller gives. The
     * length need not fit: short, long and negative ones are for the kernel to refuse.
     */
    record Raw(Bytes bytes, int length) implements SockAddr {
        public Raw(Bytes bytes) {
            this(bytes, bytes.length());
        }
    }

    private static void checkPort(int port) {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port: " + port + " is not within 0 to 65535");
        }
    }
}
