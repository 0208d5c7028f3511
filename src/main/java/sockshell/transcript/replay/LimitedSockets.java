package sockshell.transcript.replay;

import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets;

/** The life of a socket, within limits. */
final class LimitedSockets implements Sockets {
    private final Kernel kernel;
    private final Sockets below;
    private final Limits limits;

    LimitedSockets(Kernel kernel, Limits limits) {
        this.kernel = kernel;
        this.limits = limits;
        below = kernel.sockets();
    }

    /** The kernel may refuse it first: then its answer is the one to see. */
    @Override
    public Result<Fd> socket(int family, int type, int protocol) {
        Result<Fd> made = below.socket(family, type, protocol);
        if (made instanceof Result.Ok<Fd>(Fd fd) && !limits.allowsFamily(family)) {
            kernel.descriptors().close(fd);
            throw new IllegalArgumentException(
                    "a replay makes no sockets of this family, unless it is told --trust");
        }
        return made;
    }

    @Override
    public Result<Pair> socketpair(int family, int type, int protocol) {
        return below.socketpair(family, type, protocol);
    }

    @Override
    public Result<Integer> bind(Fd fd, SockAddr address) {
        limits.bind(address);
        return below.bind(fd, address);
    }

    @Override
    public Result<Integer> listen(Fd fd, int backlog) {
        return below.listen(fd, backlog);
    }

    @Override
    public Result<Accepted> accept(Fd fd) {
        return below.accept(fd);
    }

    @Override
    public Result<Accepted> accept4(Fd fd, int flags) {
        return below.accept4(fd, flags);
    }

    @Override
    public Result<Integer> connect(Fd fd, SockAddr address) {
        limits.connect(address);
        return below.connect(fd, address);
    }

    @Override
    public Result<Integer> shutdown(Fd fd, int how) {
        return below.shutdown(fd, how);
    }

    @Override
    public Result<SockAddr> getsockname(Fd fd) {
        return below.getsockname(fd);
    }

    @Override
    public Result<SockAddr> getpeername(Fd fd) {
        return below.getpeername(fd);
    }

    @Override
    public Result<Bytes> getsockopt(Fd fd, int level, int option, int length) {
        return below.getsockopt(fd, level, option, length);
    }

    @Override
    public Result<Integer> setsockopt(Fd fd, int level, int option, Bytes value, int length) {
        limits.setsockopt(level, option);
        return below.setsockopt(fd, level, option, value, length);
    }
}
