package sockshell.bench;

import java.util.List;
import java.util.Map;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/** Opens what the calls to measure need; calls.c and calls.py give it the same options. */
record Opener(Kernel kernel) {
    private static final int SPACE = 1 << 20;
    private static final String VALUE = "value";
    private static final Struct INT =
            new Struct("int", 4, List.of(new Field(VALUE, 0, 4, Form.SIGNED)));

    Pair local() {
        return ok(kernel.sockets().socketpair(n("AF_UNIX"), n("SOCK_STREAM"), 0));
    }

    /** Both ends of a connection over loopback. */
    Pair connected() {
        Fd listener = tcp();
        ok(kernel.sockets().bind(listener, new SockAddr.Inet4(0x7f000001, 0)));
        ok(kernel.sockets().listen(listener, 1));
        Fd client = tcp();
        ok(kernel.sockets().connect(client, ok(kernel.sockets().getsockname(listener))));
        Fd server = ok(kernel.sockets().accept(listener)).fd();
        ok(kernel.descriptors().close(listener));
        return new Pair(client, server);
    }

    /**
     * Room for several blocks, so that a send in the one thread never waits for its own recv; and
     * no Nagle, whose 40 ms would come in where a block does not fill its last segment.
     */
    private Fd tcp() {
        Fd fd = ok(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), 0));
        set(fd, n("SOL_SOCKET"), n("SO_SNDBUF"), SPACE);
        set(fd, n("SOL_SOCKET"), n("SO_RCVBUF"), SPACE);
        set(fd, n("IPPROTO_TCP"), n("TCP_NODELAY"), 1);
        return fd;
    }

    private void set(Fd fd, int level, int option, long value) {
        Bytes bytes = INT.pack(Map.of(VALUE, value));
        ok(kernel.sockets().setsockopt(fd, level, option, bytes, bytes.length()));
    }

    Fd file(String path) {
        return ok(kernel.descriptors().open(path, n("O_RDONLY"), 0));
    }

    /** Pages that were never touched are all the same one, and faster to read than others. */
    Buffer filled(int size) {
        Buffer buffer = kernel.buffer(size);
        buffer.put(0, Bytes.of("x".repeat(size)));
        return buffer;
    }

    void close(Fd fd) {
        ok(kernel.descriptors().close(fd));
    }

    private int n(String constant) {
        return kernel.constants().number(constant);
    }

    private static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Err<T>(Errno errno) -> throw new IllegalStateException(errno.name());
        };
    }
}
