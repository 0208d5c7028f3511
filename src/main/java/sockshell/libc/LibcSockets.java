package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets;

/** The socket calls: the C prototype, its handle, and the method that makes the call. */
final class LibcSockets implements Sockets {
    private final Callers callers;
    private final Addresses addresses;

    LibcSockets(Callers callers, Addresses addresses) {
        this.callers = callers;
        this.addresses = addresses;
    }

    // int socket(int domain, int type, int protocol);
    private static final class CSocket {
        static final MethodHandle CALL = function("socket", INT, INT, INT, INT);
    }

    @Override
    public Result<Fd> socket(int family, int type, int protocol) {
        Caller caller = callers.get();
        try {
            return caller.descriptor(
                    (int) CSocket.CALL.invokeExact(caller.capture, family, type, protocol));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int socketpair(int domain, int type, int protocol, int sv[2]);
    private static final class CSocketpair {
        static final MethodHandle CALL = function("socketpair", INT, INT, INT, INT, POINTER);
    }

    @Override
    public Result<Pair> socketpair(int family, int type, int protocol) {
        Caller caller = callers.get();
        try {
            return caller.descriptors(
                    (int)
                            CSocketpair.CALL.invokeExact(
                                    caller.capture, family, type, protocol, caller.pair));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    private static final class CBind {
        static final MethodHandle CALL = function("bind", INT, INT, POINTER, INT);
    }

    @Override
    public Result<Integer> bind(Fd fd, SockAddr address) {
        Caller caller = callers.get();
        int length = addresses.write(address, caller.address);
        try {
            return caller.count(
                    (int)
                            CBind.CALL.invokeExact(
                                    caller.capture, fd.number(), caller.address, length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int listen(int sockfd, int backlog);
    private static final class CListen {
        static final MethodHandle CALL = function("listen", INT, INT, INT);
    }

    @Override
    public Result<Integer> listen(Fd fd, int backlog) {
        Caller caller = callers.get();
        try {
            return caller.count(
                    (int) CListen.CALL.invokeExact(caller.capture, fd.number(), backlog));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final class CAccept {
        static final MethodHandle CALL = function("accept", INT, INT, POINTER, POINTER);
    }

    @Override
    public Result<Accepted> accept(Fd fd) {
        Caller caller = callers.get();
        try {
            return accepted(
                    caller,
                    (int)
                            CAccept.CALL.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags);
    private static final class CAccept4 {
        static final MethodHandle CALL = function("accept4", INT, INT, POINTER, POINTER, INT);
    }

    @Override
    public Result<Accepted> accept4(Fd fd, int flags) {
        Caller caller = callers.get();
        try {
            return accepted(
                    caller,
                    (int)
                            CAccept4.CALL.invokeExact(
                                    caller.capture,
                                    fd.number(),
                                    caller.address,
                                    caller.room(),
                                    flags));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    private static final class CConnect {
        static final MethodHandle CALL = function("connect", INT, INT, POINTER, INT);
    }

    @Override
    public Result<Integer> connect(Fd fd, SockAddr address) {
        Caller caller = callers.get();
        int length = addresses.write(address, caller.address);
        try {
            return caller.count(
                    (int)
                            CConnect.CALL.invokeExact(
                                    caller.capture, fd.number(), caller.address, length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int shutdown(int sockfd, int how);
    private static final class CShutdown {
        static final MethodHandle CALL = function("shutdown", INT, INT, INT);
    }

    @Override
    public Result<Integer> shutdown(Fd fd, int how) {
        Caller caller = callers.get();
        try {
            return caller.count((int) CShutdown.CALL.invokeExact(caller.capture, fd.number(), how));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final class CGetsockname {
        static final MethodHandle CALL = function("getsockname", INT, INT, POINTER, POINTER);
    }

    @Override
    public Result<SockAddr> getsockname(Fd fd) {
        Caller caller = callers.get();
        try {
            return named(
                    caller,
                    (int)
                            CGetsockname.CALL.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final class CGetpeername {
        static final MethodHandle CALL = function("getpeername", INT, INT, POINTER, POINTER);
    }

    @Override
    public Result<SockAddr> getpeername(Fd fd) {
        Caller caller = callers.get();
        try {
            return named(
                    caller,
                    (int)
                            CGetpeername.CALL.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);
    private static final class CGetsockopt {
        static final MethodHandle CALL =
                function("getsockopt", INT, INT, INT, INT, POINTER, POINTER);
    }

    @Override
    public Result<Bytes> getsockopt(Fd fd, int level, int option, int length) {
        Caller caller = callers.get();
        MemorySegment value = caller.space(Sizes.checked("length", Math.max(length, 0)));
        caller.length.set(INT, 0, length);
        try {
            int returned =
                    (int)
                            CGetsockopt.CALL.invokeExact(
                                    caller.capture,
                                    fd.number(),
                                    level,
                                    option,
                                    value,
                                    caller.length);
            int given = Math.clamp(caller.length.get(INT, 0), 0, Math.max(length, 0));
            return returned < 0 ? caller.failed() : new Result.Ok<>(Memory.bytes(value, 0, given));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen);
    private static final class CSetsockopt {
        static final MethodHandle CALL = function("setsockopt", INT, INT, INT, INT, POINTER, INT);
    }

    @Override
    public Result<Integer> setsockopt(Fd fd, int level, int option, Bytes value, int length) {
        Caller caller = callers.get();
        long space = Sizes.checked("length", Math.max(value.length(), length));
        MemorySegment memory = caller.space(space);
        Memory.put(memory, 0, value);
        try {
            return caller.count(
                    (int)
                            CSetsockopt.CALL.invokeExact(
                                    caller.capture, fd.number(), level, option, memory, length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    private Result<Accepted> accepted(Caller caller, int returned) {
        return returned < 0
                ? caller.failed()
                : new Result.Ok<>(new Accepted(new Fd(returned), written(caller)));
    }

    private Result<SockAddr> named(Caller caller, int returned) {
        return returned < 0 ? caller.failed() : new Result.Ok<>(written(caller));
    }

    private SockAddr written(Caller caller) {
        return addresses.decode(caller.address, caller.length.get(INT, 0));
    }
}
