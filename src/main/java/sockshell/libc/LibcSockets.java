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
    private static final MethodHandle SOCKET = function("socket", INT, INT, INT, INT);

    @Override
    public Result<Fd> socket(int family, int type, int protocol) {
        Caller caller = callers.get();
        try {
            return caller.descriptor(
                    (int) SOCKET.invokeExact(caller.capture, family, type, protocol));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int socketpair(int domain, int type, int protocol, int sv[2]);
    private static final MethodHandle SOCKETPAIR =
            function("socketpair", INT, INT, INT, INT, POINTER);

    @Override
    public Result<Pair> socketpair(int family, int type, int protocol) {
        Caller caller = callers.get();
        try {
            return caller.descriptors(
                    (int)
                            SOCKETPAIR.invokeExact(
                                    caller.capture, family, type, protocol, caller.pair));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    private static final MethodHandle BIND = function("bind", INT, INT, POINTER, INT);

    @Override
    public Result<Integer> bind(Fd fd, SockAddr address) {
        Caller caller = callers.get();
        int length = addresses.write(address, caller.address);
        try {
            return caller.count(
                    (int) BIND.invokeExact(caller.capture, fd.number(), caller.address, length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int listen(int sockfd, int backlog);
    private static final MethodHandle LISTEN = function("listen", INT, INT, INT);

    @Override
    public Result<Integer> listen(Fd fd, int backlog) {
        Caller caller = callers.get();
        try {
            return caller.count((int) LISTEN.invokeExact(caller.capture, fd.number(), backlog));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final MethodHandle ACCEPT = function("accept", INT, INT, POINTER, POINTER);

    @Override
    public Result<Accepted> accept(Fd fd) {
        Caller caller = callers.get();
        try {
            return accepted(
                    caller,
                    (int)
                            ACCEPT.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags);
    private static final MethodHandle ACCEPT4 =
            function("accept4", INT, INT, POINTER, POINTER, INT);

    @Override
    public Result<Accepted> accept4(Fd fd, int flags) {
        Caller caller = callers.get();
        try {
            return accepted(
                    caller,
                    (int)
                            ACCEPT4.invokeExact(
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
    private static final MethodHandle CONNECT = function("connect", INT, INT, POINTER, INT);

    @Override
    public Result<Integer> connect(Fd fd, SockAddr address) {
        Caller caller = callers.get();
        int length = addresses.write(address, caller.address);
        try {
            return caller.count(
                    (int) CONNECT.invokeExact(caller.capture, fd.number(), caller.address, length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int shutdown(int sockfd, int how);
    private static final MethodHandle SHUTDOWN = function("shutdown", INT, INT, INT);

    @Override
    public Result<Integer> shutdown(Fd fd, int how) {
        Caller caller = callers.get();
        try {
            return caller.count((int) SHUTDOWN.invokeExact(caller.capture, fd.number(), how));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final MethodHandle GETSOCKNAME =
            function("getsockname", INT, INT, POINTER, POINTER);

    @Override
    public Result<SockAddr> getsockname(Fd fd) {
        Caller caller = callers.get();
        try {
            return named(
                    caller,
                    (int)
                            GETSOCKNAME.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);
    private static final MethodHandle GETPEERNAME =
            function("getpeername", INT, INT, POINTER, POINTER);

    @Override
    public Result<SockAddr> getpeername(Fd fd) {
        Caller caller = callers.get();
        try {
            return named(
                    caller,
                    (int)
                            GETPEERNAME.invokeExact(
                                    caller.capture, fd.number(), caller.address, caller.room()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);
    private static final MethodHandle GETSOCKOPT =
            function("getsockopt", INT, INT, INT, INT, POINTER, POINTER);

    @Override
    public Result<Bytes> getsockopt(Fd fd, int level, int option, int length) {
        Caller caller = callers.get();
        MemorySegment value = caller.space(Sizes.checked("length", Math.max(length, 0)));
        caller.length.set(INT, 0, length);
        try {
            int returned =
                    (int)
                            GETSOCKOPT.invokeExact(
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
    private static final MethodHandle SETSOCKOPT =
            function("setsockopt", INT, INT, INT, INT, POINTER, INT);

    @Override
    public Result<Integer> setsockopt(Fd fd, int level, int option, Bytes value, int length) {
        Caller caller = callers.get();
        long space = Sizes.checked("length", Math.max(value.length(), length));
        MemorySegment memory = caller.space(space);
        Memory.put(memory, 0, value);
        try {
            return caller.count(
                    (int)
                            SETSOCKOPT.invokeExact(
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
