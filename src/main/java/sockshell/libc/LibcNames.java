package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.SIZE;
import static sockshell.libc.Native.function;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Names;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Addresses, numbers and errors as text; who needs a resolver or a database asks on. */
final class LibcNames implements Names {
    /* struct in_addr { uint32_t s_addr; }; inet_ntoa takes it by value */
    private static final StructLayout IN_ADDR = MemoryLayout.structLayout(INT);
    private static final int LONGEST_ADDRESS = 16;

    /* INET6_ADDRSTRLEN: what inet_ntop may write when it is told of more room than there is */
    private static final int LONGEST_TEXT = 46;

    private final Callers callers;
    private final Resolver resolver;
    private final Databases databases;
    private final int inet4;

    LibcNames(Callers callers, Platform platform, Addresses addresses) {
        this.callers = callers;
        resolver = new Resolver(callers, platform, addresses);
        databases = new Databases(callers, platform);
        inet4 = platform.constants().number("AF_INET");
    }

    @Override
    public Result<List<AddressInfo>> getaddrinfo(
            Optional<String> node, Optional<String> service, Hints hints) {
        return resolver.getaddrinfo(node, service, hints);
    }

    @Override
    public Result<NameInfo> getnameinfo(
            SockAddr address, int hostLength, int serviceLength, int flags) {
        return resolver.getnameinfo(address, hostLength, serviceLength, flags);
    }

    @Override
    public Result<Host> gethostbyname(String name) {
        return databases.gethostbyname(name);
    }

    @Override
    public Optional<Service> getservbyname(String name, Optional<String> protocol) {
        return databases.getservbyname(name, protocol);
    }

    @Override
    public Optional<Service> getservbyport(int port, Optional<String> protocol) {
        return databases.getservbyport(port, protocol);
    }

    // int gethostname(char *name, size_t len);
    private static final class CGethostname {
        static final MethodHandle CALL = function("gethostname", INT, POINTER, SIZE);
    }

    @Override
    public Result<String> gethostname(int length) {
        Caller caller = callers.get();
        MemorySegment memory = caller.space(Sizes.checked("length", length) + 1L);
        try {
            int returned =
                    (int) CGethostname.CALL.invokeExact(caller.capture, memory, (long) length);
            return returned < 0 ? caller.failed() : new Result.Ok<>(memory.getString(0));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int inet_pton(int af, const char *src, void *dst);
    private static final class CInetPton {
        static final MethodHandle CALL = function("inet_pton", INT, INT, POINTER, POINTER);
    }

    @Override
    public Result<Optional<Bytes>> inet_pton(int family, String text) {
        Caller caller = callers.get();
        MemorySegment address = caller.space(LONGEST_ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = Memory.string(arena, "text", text);
            int returned =
                    (int) CInetPton.CALL.invokeExact(caller.capture, family, source, address);
            int size = family == inet4 ? Integer.BYTES : LONGEST_ADDRESS;
            return switch (returned) {
                case 1 -> new Result.Ok<>(Optional.of(Memory.bytes(address, 0, size)));
                case 0 -> new Result.Ok<>(Optional.empty());
                default -> caller.failed();
            };
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // const char *inet_ntop(int af, const void *src, char *dst, socklen_t size);
    private static final class CInetNtop {
        static final MethodHandle CALL = function("inet_ntop", POINTER, INT, POINTER, POINTER, INT);
    }

    @Override
    public Result<String> inet_ntop(int family, Bytes address, int length) {
        Caller caller = callers.get();
        int room = Sizes.checked("length", Math.max(length, LONGEST_TEXT));
        int size = Math.max(Sizes.checked("address", address.length()), LONGEST_ADDRESS);
        MemorySegment memory = caller.space((long) size + room);
        Memory.put(memory, 0, address);
        try {
            MemorySegment text =
                    (MemorySegment)
                            CInetNtop.CALL.invokeExact(
                                    caller.capture, family, memory, memory.asSlice(size), length);
            return text.equals(MemorySegment.NULL)
                    ? caller.failed()
                    : new Result.Ok<>(Memory.string(text));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // in_addr_t inet_addr(const char *cp);
    private static final class CInetAddr {
        static final MethodHandle CALL = function("inet_addr", INT, POINTER);
    }

    @Override
    public long inet_addr(String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = Memory.string(arena, "text", text);
            int address = (int) CInetAddr.CALL.invokeExact(callers.get().capture, source);
            return Integer.toUnsignedLong(address);
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int inet_aton(const char *cp, struct in_addr *inp);
    private static final class CInetAton {
        static final MethodHandle CALL = function("inet_aton", INT, POINTER, POINTER);
    }

    @Override
    public Optional<Long> inet_aton(String text) {
        Caller caller = callers.get();
        MemorySegment address = caller.space(Integer.BYTES);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = Memory.string(arena, "text", text);
            int returned = (int) CInetAton.CALL.invokeExact(caller.capture, source, address);
            return returned == 0
                    ? Optional.empty()
                    : Optional.of(Integer.toUnsignedLong(address.get(INT, 0)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // char *inet_ntoa(struct in_addr in);
    private static final class CInetNtoa {
        static final MethodHandle CALL = function("inet_ntoa", POINTER, IN_ADDR);
    }

    @Override
    public String inet_ntoa(long address) {
        Caller caller = callers.get();
        MemorySegment structure = caller.space(Integer.BYTES);
        structure.set(INT, 0, (int) address);
        try {
            return Memory.string(
                    (MemorySegment) CInetNtoa.CALL.invokeExact(caller.capture, structure));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // char *strerror(int errnum);
    private static final class CStrerror {
        static final MethodHandle CALL = function("strerror", POINTER, INT);
    }

    @Override
    public String strerror(int errno) {
        try {
            return Memory.string(
                    (MemorySegment) CStrerror.CALL.invokeExact(callers.get().capture, errno));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // const char *gai_strerror(int errcode);
    private static final class CGaiStrerror {
        static final MethodHandle CALL = function("gai_strerror", POINTER, INT);
    }

    @Override
    public String gai_strerror(int error) {
        try {
            return Memory.string(
                    (MemorySegment) CGaiStrerror.CALL.invokeExact(callers.get().capture, error));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
