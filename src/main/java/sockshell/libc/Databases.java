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
import java.util.concurrent.locks.ReentrantLock;
import sockshell.libc.platform.Failures;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Names.Host;
import sockshell.sys.Names.Service;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/**
 * gethostbyname and the services. They answer in memory of the library's own, which the next call
 * of any thread overwrites: so one thread at a time, until the answer is copied.
 */
final class Databases {
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Callers callers;
    private final Failures failures;
    private final Struct hostent;
    private final Struct servent;

    Databases(Callers callers, Platform platform) {
        this.callers = callers;
        failures = platform.failures();
        hostent = platform.struct("hostent");
        servent = platform.struct("servent");
    }

    // struct hostent *gethostbyname(const char *name);
    private static final class CGethostbyname {
        static final MethodHandle CALL = function("gethostbyname", POINTER, POINTER);
    }

    Result<Host> gethostbyname(String name) {
        oneAtATime.lock();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = Memory.string(arena, "name", name);
            MemorySegment entry =
                    (MemorySegment) CGethostbyname.CALL.invokeExact(callers.get().capture, source);
            return entry.equals(MemorySegment.NULL)
                    ? failures.host(hostError())
                    : new Result.Ok<>(host(Memory.at(entry, hostent.size())));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        } finally {
            oneAtATime.unlock();
        }
    }

    // netdb.h: h_errno is *__h_errno_location() in Linux's C libraries, a variable elsewhere
    private static final class CHErrno {
        static final MethodHandle CALL = function("__h_errno_location", POINTER);
    }

    private static final boolean HAS_H_ERRNO = Native.has("__h_errno_location");

    private int hostError() throws Throwable {
        MemorySegment place =
                HAS_H_ERRNO
                        ? (MemorySegment) CHErrno.CALL.invokeExact(callers.get().capture)
                        : Native.symbol("h_errno");
        return Memory.at(place, Integer.BYTES).get(INT, 0);
    }

    private Host host(MemorySegment entry) {
        int length = (int) Memory.get(entry, 0, hostent.field("h_length"));
        List<Bytes> addresses = new ArrayList<>();
        for (MemorySegment each : pointers(entry, hostent, "h_addr_list")) {
            addresses.add(Memory.bytes(Memory.at(each, length), 0, length));
        }
        return new Host(
                text(entry, hostent, "h_name"),
                texts(entry, hostent, "h_aliases"),
                (int) Memory.get(entry, 0, hostent.field("h_addrtype")),
                addresses);
    }

    // struct servent *getservbyname(const char *name, const char *proto);
    private static final class CGetservbyname {
        static final MethodHandle CALL = function("getservbyname", POINTER, POINTER, POINTER);
    }

    Optional<Service> getservbyname(String name, Optional<String> protocol) {
        oneAtATime.lock();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = Memory.string(arena, "name", name);
            return service(
                    (MemorySegment)
                            CGetservbyname.CALL.invokeExact(
                                    callers.get().capture, source, orNull(arena, protocol)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        } finally {
            oneAtATime.unlock();
        }
    }

    // struct servent *getservbyport(int port, const char *proto);
    private static final class CGetservbyport {
        static final MethodHandle CALL = function("getservbyport", POINTER, INT, POINTER);
    }

    Optional<Service> getservbyport(int port, Optional<String> protocol) {
        oneAtATime.lock();
        try (Arena arena = Arena.ofConfined()) {
            return service(
                    (MemorySegment)
                            CGetservbyport.CALL.invokeExact(
                                    callers.get().capture, port, orNull(arena, protocol)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static MemorySegment orNull(Arena arena, Optional<String> protocol) {
        return protocol.map(name -> Memory.string(arena, "protocol", name))
                .orElse(MemorySegment.NULL);
    }

    private Optional<Service> service(MemorySegment found) {
        if (found.equals(MemorySegment.NULL)) {
            return Optional.empty();
        }
        MemorySegment entry = Memory.at(found, servent.size());
        int port = (int) Memory.get(entry, 0, servent.field("s_port"));
        return Optional.of(
                new Service(
                        text(entry, servent, "s_name"),
                        texts(entry, servent, "s_aliases"),
                        port & 0xffff,
                        text(entry, servent, "s_proto")));
    }

    private static String text(MemorySegment entry, Struct struct, String field) {
        return Memory.string(Memory.follow(entry, struct.field(field), 0));
    }

    private static List<String> texts(MemorySegment entry, Struct struct, String field) {
        return pointers(entry, struct, field).stream().map(Memory::string).toList();
    }

    /** The pointers of an array that ends with NULL. */
    private static List<MemorySegment> pointers(MemorySegment entry, Struct struct, String field) {
        MemorySegment array = Memory.follow(entry, struct.field(field), Long.MAX_VALUE);
        List<MemorySegment> pointers = new ArrayList<>();
        long at = 0;
        MemorySegment pointer = array.get(ValueLayout.ADDRESS, at);
        while (!pointer.equals(MemorySegment.NULL)) {
            pointers.add(pointer);
            at += ValueLayout.ADDRESS.byteSize();
            pointer = array.get(ValueLayout.ADDRESS, at);
        }
        return pointers;
    }
}
