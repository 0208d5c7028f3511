package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.libc.platform.Failures;
import sockshell.libc.platform.Platform;
import sockshell.sys.Names.AddressInfo;
import sockshell.sys.Names.Hints;
import sockshell.sys.Names.NameInfo;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;

/** getaddrinfo and getnameinfo, which return their error instead of setting errno. */
final class Resolver {
    private final Callers callers;
    private final Addresses addresses;
    private final Failures failures;
    private final Struct info;

    Resolver(Callers callers, Platform platform, Addresses addresses) {
        this.callers = callers;
        this.addresses = addresses;
        failures = platform.failures();
        info = platform.struct("addrinfo");
    }

    // int getaddrinfo(const char *node, const char *service,
    //                 const struct addrinfo *hints, struct addrinfo **res);
    private static final class CGetaddrinfo {
        static final MethodHandle CALL =
                function("getaddrinfo", INT, POINTER, POINTER, POINTER, POINTER);
    }

    Result<List<AddressInfo>> getaddrinfo(
            Optional<String> node, Optional<String> service, Hints hints) {
        Caller caller = callers.get();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
            int returned =
                    (int)
                            CGetaddrinfo.CALL.invokeExact(
                                    caller.capture,
                                    orNull(arena, "node", node),
                                    orNull(arena, "service", service),
                                    wanted(arena, hints),
                                    list);
            return returned != 0
                    ? failures.lookup(returned, caller.errno())
                    : new Result.Ok<>(takeAll(caller, list.get(ValueLayout.ADDRESS, 0)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    private static MemorySegment orNull(Arena arena, String argument, Optional<String> text) {
        return text.map(given -> Memory.string(arena, argument, given)).orElse(MemorySegment.NULL);
    }

    private MemorySegment wanted(Arena arena, Hints hints) {
        MemorySegment memory = arena.allocate(info.size(), Long.BYTES);
        Memory.put(memory, 0, info.field("ai_flags"), hints.flags());
        Memory.put(memory, 0, info.field("ai_family"), hints.family());
        Memory.put(memory, 0, info.field("ai_socktype"), hints.type());
        Memory.put(memory, 0, info.field("ai_protocol"), hints.protocol());
        return memory;
    }

    // void freeaddrinfo(struct addrinfo *res);
    private static final class CFreeaddrinfo {
        static final MethodHandle CALL = Native.procedure("freeaddrinfo", POINTER);
    }

    private List<AddressInfo> takeAll(Caller caller, MemorySegment first) throws Throwable {
        List<AddressInfo> all = new ArrayList<>();
        MemorySegment next = first;
        try {
            while (!next.equals(MemorySegment.NULL)) {
                MemorySegment entry = Memory.at(next, info.size());
                all.add(take(entry));
                next = MemorySegment.ofAddress(Memory.get(entry, 0, info.field("ai_next")));
            }
        } finally {
            CFreeaddrinfo.CALL.invokeExact(caller.capture, first);
        }
        return List.copyOf(all);
    }

    private AddressInfo take(MemorySegment entry) {
        int length = number(entry, "ai_addrlen");
        MemorySegment canonical = Memory.follow(entry, info.field("ai_canonname"), 0);
        return new AddressInfo(
                number(entry, "ai_family"),
                number(entry, "ai_socktype"),
                number(entry, "ai_protocol"),
                addresses.decode(Memory.follow(entry, info.field("ai_addr"), length), length),
                canonical.equals(MemorySegment.NULL)
                        ? Optional.empty()
                        : Optional.of(Memory.string(canonical)));
    }

    private int number(MemorySegment entry, String field) {
        return (int) Memory.get(entry, 0, info.field(field));
    }

    // int getnameinfo(const struct sockaddr *addr, socklen_t addrlen, char *host,
    //                 socklen_t hostlen, char *serv, socklen_t servlen, int flags);
    private static final class CGetnameinfo {
        static final MethodHandle CALL =
                function("getnameinfo", INT, POINTER, INT, POINTER, INT, POINTER, INT, INT);
    }

    Result<NameInfo> getnameinfo(SockAddr address, int hostLength, int serviceLength, int flags) {
        Caller caller = callers.get();
        int length = addresses.write(address, caller.address);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment host = room(arena, "hostLength", hostLength);
            MemorySegment service = room(arena, "serviceLength", serviceLength);
            int returned =
                    (int)
                            CGetnameinfo.CALL.invokeExact(
                                    caller.capture,
                                    caller.address,
                                    length,
                                    host,
                                    hostLength,
                                    service,
                                    serviceLength,
                                    flags);
            return returned != 0
                    ? failures.lookup(returned, caller.errno())
                    : new Result.Ok<>(new NameInfo(host.getString(0), service.getString(0)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    /** One byte more than asked for, so that there is an empty text where nothing was asked. */
    private static MemorySegment room(Arena arena, String argument, int length) {
        return arena.allocate(Sizes.checked(argument, length) + 1L);
    }
}
