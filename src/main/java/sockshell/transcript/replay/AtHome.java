package sockshell.transcript.replay;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/**
 * A stranger's transcript speaks with this machine and with nobody else, and leaves files alone.
 * Addresses are judged by the bytes that would reach the kernel; what is no whole Internet address
 * is let through, for the kernel to refuse.
 */
final class AtHome implements Limits {
    private static final int IN4_LENGTH = 16;
    /* ipv6(7): the kernel also takes an address without its scope */
    private static final int IN6_LENGTH = 24;
    private static final int LOOPBACK = 127;
    private static final long MAPPED = 0xffff;
    /* 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24 */
    private static final Set<Integer> EXAMPLES = Set.of(0xc00002, 0xc63364, 0xcb0071);
    private static final String NULL_DEVICE = "/dev/null";

    /** Names that nobody outside is asked for, RFC 6761; without a dot it is this machine's. */
    private static final Pattern NEAR =
            Pattern.compile("[^.]*|.*\\.(localhost|invalid)\\.?", Pattern.CASE_INSENSITIVE);

    private final Kernel kernel;
    private final Constants constants;
    private final Scratch scratch;
    private final LocalOptions options;
    private final Set<Bytes> ownNames = ConcurrentHashMap.newKeySet();

    AtHome(Kernel kernel, Scratch scratch) {
        this.kernel = kernel;
        this.scratch = scratch;
        constants = kernel.constants();
        options = new LocalOptions(constants);
    }

    /** Where an address leads. */
    private enum Place {
        LOOPBACK,
        WILDCARD,
        /** for examples, RFC 5737: no machine has it, so to ask for it harms nobody */
        EXAMPLE,
        ELSEWHERE,
        /** no whole Internet address */
        NONE
    }

    @Override
    public boolean allowsFamily(int family) {
        return family == n("AF_INET") || family == n("AF_INET6") || family == n("AF_UNIX");
    }

    private int n(String name) {
        return constants.number(name);
    }

    @Override
    public void bind(SockAddr address) {
        SockAddr.Raw raw = kernel.encode(address);
        require(place(raw) != Place.ELSEWHERE, "binds to loopback and wildcard addresses only");
        file(raw);
        if (isAbstract(raw)) {
            ownNames.add(raw.bytes());
        }
    }

    @Override
    public void connect(SockAddr address) {
        SockAddr.Raw raw = kernel.encode(address);
        Place place = place(raw);
        require(
                place == Place.LOOPBACK || place == Place.NONE,
                "connects to loopback addresses only");
        reach(raw);
    }

    @Override
    public void send(SockAddr address) {
        SockAddr.Raw raw = kernel.encode(address);
        require(!isElsewhere(place(raw)) && !isDisguised(raw), "sends to loopback addresses only");
        reach(raw);
    }

    private static void require(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalArgumentException("a replay " + what + ", unless it is told --trust");
        }
    }

    private Place place(SockAddr.Raw raw) {
        int family = family(raw);
        if (family == n("AF_INET") && isWhole(raw, IN4_LENGTH)) {
            return place4(raw);
        }
        return family == n("AF_INET6") && isWhole(raw, IN6_LENGTH) ? place6(raw) : Place.NONE;
    }

    private static boolean isWhole(SockAddr.Raw raw, int length) {
        return raw.length() >= length && raw.bytes().length() >= length;
    }

    /** {@code sa_family_t} is the first two bytes, in the machine's order; -1 where none are. */
    private static int family(SockAddr.Raw raw) {
        return raw.bytes().length() < Short.BYTES
                ? -1
                : ByteBuffer.wrap(raw.bytes().toArray()).order(ByteOrder.nativeOrder()).getShort()
                        & 0xffff;
    }

    private static Place place4(SockAddr.Raw raw) {
        return place4(ByteBuffer.wrap(raw.bytes().toArray()).getInt(4));
    }

    private static Place place4(int address) {
        if (address >>> 24 == LOOPBACK) {
            return Place.LOOPBACK;
        }
        if (EXAMPLES.contains(address >>> Byte.SIZE)) {
            return Place.EXAMPLE;
        }
        return address == 0 ? Place.WILDCARD : Place.ELSEWHERE;
    }

    private static Place place6(SockAddr.Raw raw) {
        ByteBuffer bytes = ByteBuffer.wrap(raw.bytes().toArray());
        long high = bytes.getLong(8);
        long low = bytes.getLong(16);
        if (high != 0) {
            return Place.ELSEWHERE;
        }
        if (low == 0 || low == 1) {
            return low == 0 ? Place.WILDCARD : Place.LOOPBACK;
        }
        boolean isMapped = low >>> 32 == MAPPED && place4((int) low) == Place.LOOPBACK;
        return isMapped ? Place.LOOPBACK : Place.ELSEWHERE;
    }

    /** To sendto(2) AF_UNSPEC is as good as AF_INET, net/ipv4/udp.c, or as AF_INET6. */
    private boolean isDisguised(SockAddr.Raw raw) {
        boolean isElsewhere = isWhole(raw, IN4_LENGTH) && isElsewhere(place4(raw));
        boolean isElsewhere6 = isWhole(raw, IN6_LENGTH) && isElsewhere(place6(raw));
        return family(raw) == n("AF_UNSPEC") && (isElsewhere || isElsewhere6);
    }

    private static boolean isElsewhere(Place place) {
        return place == Place.ELSEWHERE || place == Place.EXAMPLE;
    }

    /** A route, a device or an index of one would lead past what the address says. */
    @Override
    public void setsockopt(int level, int option) {
        require(options.has(level, option), "sets no option that could lead elsewhere");
    }

    @Override
    public void attach(Message.Control control) {
        require(control instanceof Message.Control.Rights, "attaches descriptors only");
    }

    private void reach(SockAddr.Raw raw) {
        file(raw);
        require(
                !isAbstract(raw) || ownNames.contains(raw.bytes()) || isNobodys(raw),
                "speaks with sockets of its own only");
    }

    private boolean isUnix(SockAddr.Raw raw) {
        return family(raw) == n("AF_UNIX") && raw.bytes().length() > Short.BYTES;
    }

    private boolean isAbstract(SockAddr.Raw raw) {
        return isUnix(raw) && raw.bytes().at(Short.BYTES) == 0;
    }

    /** A path of unix(7) lies where the files are. */
    private void file(SockAddr.Raw raw) {
        if (isUnix(raw) && !isAbstract(raw)) {
            String path = raw.bytes().slice(Short.BYTES, raw.bytes().length()).text();
            int end = (path + "\0").indexOf('\0');
            require(scratch.holds(path.substring(0, end)), "keeps its sockets in its own folder");
        }
    }

    /** A name that can be had is nobody's: to connect to it harms nobody, and says so. */
    private boolean isNobodys(SockAddr.Raw raw) {
        Result<Fd> probe = kernel.sockets().socket(n("AF_UNIX"), n("SOCK_DGRAM"), 0);
        if (!(probe instanceof Result.Ok<Fd>(Fd fd))) {
            return false;
        }
        boolean isFree = kernel.sockets().bind(fd, raw) instanceof Result.Ok<Integer>;
        kernel.descriptors().close(fd);
        return isFree;
    }

    /** Reads in the two folders, writes in the working one; the path is what will be opened. */
    @Override
    public void open(String path, int flags) {
        boolean reads = (flags & (n("O_WRONLY") | n("O_RDWR") | n("O_CREAT") | n("O_TRUNC"))) == 0;
        boolean isOwn = path.startsWith("/") && scratch.canRead(path);
        require(
                path.equals(NULL_DEVICE) || scratch.holds(path) || (reads && isOwn),
                "opens files of its own folder only");
    }

    @Override
    public void unlink(String path) {
        require(scratch.holds(path), "removes files of its own folder only");
    }

    /** Who else would get the signals of F_SETOWN is not asked. */
    @Override
    public void fcntl(int command) {
        require(
                command != n("F_SETOWN") && isKnown(Kind.FCNTL_COMMAND, command),
                "does no such fcntl");
    }

    @Override
    public void ioctl(long request) {
        require(
                request != n("SIOCSPGRP") && isKnown(Kind.IOCTL_REQUEST, request),
                "makes no such ioctl");
    }

    private boolean isKnown(Kind kind, long value) {
        return constants.name(kind, value).isPresent();
    }

    @Override
    public void lookUp(String host) {
        require(NEAR.matcher(host).matches() || isNumeric(host), "asks nobody outside for a name");
    }

    /** Of a number no name has to be known, and of this machine's own it is known here. */
    @Override
    public void lookUp(SockAddr address, int flags) {
        require(
                (flags & n("NI_NUMERICHOST")) != 0 || !isElsewhere(place(kernel.encode(address))),
                "asks nobody outside for a name");
    }

    private boolean isNumeric(String host) {
        String plain = host.replaceFirst("%.*", "");
        return kernel.names().inet_aton(plain).isPresent() || host.indexOf(':') >= 0;
    }
}
