package sockshell.libc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** Addresses in memory as {@code struct sockaddr}, and back. */
final class Addresses {
    private static final ValueLayout.OfLong BIG_ENDIAN_LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final int inet4;
    private final int inet6;
    private final int unix;
    private final Struct in;
    private final Struct in6;
    private final Struct un;
    private final Optional<Field> length;
    private final Field family;
    private final Field port;
    private final Field address;
    private final Field port6;
    private final Field flow;
    private final Field address6;
    private final Field scope;
    private final Field path;

    Addresses(Platform platform) {
        inet4 = platform.constants().number("AF_INET");
        inet6 = platform.constants().number("AF_INET6");
        unix = platform.constants().number("AF_UNIX");
        in = platform.struct("sockaddr_in");
        in6 = platform.struct("sockaddr_in6");
        un = platform.struct("sockaddr_un");
        length = in.find("sin_len");
        family = in.field("sin_family");
        port = in.field("sin_port");
        address = in.field("sin_addr");
        port6 = in6.field("sin6_port");
        flow = in6.field("sin6_flowinfo");
        address6 = in6.field("sin6_addr");
        scope = in6.field("sin6_scope_id");
        path = un.field("sun_path");
    }

    /** Writes an address of at most {@link Caller#ADDRESS_SPACE} bytes; the result is addrlen. */
    int write(SockAddr given, MemorySegment memory) {
        memory.fill((byte) 0);
        return switch (given) {
            case SockAddr.Inet4 inet -> write(inet, memory);
            case SockAddr.Inet6 inet -> write(inet, memory);
            case SockAddr.Unix local -> write(local, memory);
            case SockAddr.Raw(Bytes bytes, int size) -> {
                int fitting = Math.min(bytes.length(), Caller.ADDRESS_SPACE);
                Memory.put(memory, 0, bytes.slice(0, fitting));
                yield size;
            }
        };
    }

    private int write(SockAddr.Inet4 inet, MemorySegment memory) {
        int size = begin(memory, inet4, in.size());
        Memory.put(memory, 0, port, inet.port());
        Memory.put(memory, 0, address, inet.address());
        return size;
    }

    private int write(SockAddr.Inet6 inet, MemorySegment memory) {
        int size = begin(memory, inet6, in6.size());
        Memory.put(memory, 0, port6, inet.port());
        Memory.put(memory, 0, flow, inet.flow());
        memory.set(BIG_ENDIAN_LONG, address6.offset(), inet.high());
        memory.set(BIG_ENDIAN_LONG, address6.offset() + 8L, inet.low());
        Memory.put(memory, 0, scope, inet.scope());
        return size;
    }

    /** A path ends with NUL where there is room for one, unix(7); an abstract name never does. */
    private int write(SockAddr.Unix local, MemorySegment memory) {
        Bytes name = local.name();
        int room = Caller.ADDRESS_SPACE - path.offset();
        Memory.put(memory, path.offset(), name.slice(0, Math.min(name.length(), room)));
        boolean ends = !name.isEmpty() && !local.isAbstract() && name.length() < path.size();
        return begin(memory, unix, path.offset() + name.length() + (ends ? 1 : 0));
    }

    private int begin(MemorySegment memory, int number, int size) {
        if (length.isPresent()) {
            Memory.put(memory, 0, length.get(), size);
        }
        Memory.put(memory, 0, family, number);
        return size;
    }

    /** The address that a call wrote; none where it wrote none, as recvfrom does for TCP. */
    Optional<SockAddr> read(MemorySegment memory, int size) {
        return size == 0 ? Optional.empty() : Optional.of(decode(memory, size));
    }

    /** The address in memory; raw where the family is not known or the length does not fit. */
    SockAddr decode(MemorySegment memory, int size) {
        int number = size < family.end() ? -1 : (int) Memory.get(memory, 0, family);
        if (number == inet4 && size >= in.size()) {
            return new SockAddr.Inet4(
                    (int) Memory.get(memory, 0, address), (int) Memory.get(memory, 0, port));
        }
        if (number == inet6 && size >= in6.size()) {
            return inet6(memory);
        }
        if (number == unix && size <= un.size() + 1) {
            return new SockAddr.Unix(name(Memory.bytes(memory, 0, size)));
        }
        int held = (int) Math.clamp(size, 0, memory.byteSize());
        return new SockAddr.Raw(Memory.bytes(memory, 0, held), size);
    }

    private SockAddr.Inet6 inet6(MemorySegment memory) {
        return new SockAddr.Inet6(
                memory.get(BIG_ENDIAN_LONG, address6.offset()),
                memory.get(BIG_ENDIAN_LONG, address6.offset() + 8L),
                (int) Memory.get(memory, 0, port6),
                (int) Memory.get(memory, 0, flow),
                (int) Memory.get(memory, 0, scope));
    }

    /** An abstract name is as long as the address; a path ends before its first NUL. */
    private Bytes name(Bytes whole) {
        Bytes name = whole.slice(path.offset(), whole.length());
        if (name.isEmpty() || name.at(0) == 0) {
            return name;
        }
        int end = 0;
        while (end < name.length() && name.at(end) != 0) {
            end++;
        }
        return name.slice(0, end);
    }
}
