package sockshell.libc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Makes some calls for {@link TraceTest} to watch; the second time nothing is left to load. */
final class Traced {
    static final String BEGIN = "/begin of the traced calls";
    static final String END = "/end of the traced calls";

    private final Kernel kernel = new LibcKernel();
    private final Constants constants = kernel.constants();
    private final Buffer memory = kernel.buffer(64);

    private Traced() {}

    public static void main(String[] args) {
        Traced traced = new Traced();
        traced.calls();
        traced.kernel.descriptors().unlink(BEGIN);
        traced.calls();
        traced.kernel.descriptors().unlink(END);
    }

    private void calls() {
        stream();
        datagram();
        refused();
    }

    private void stream() {
        Fd listener = ok(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), 0));
        kernel.sockets().bind(listener, new SockAddr.Inet4(0x7f000001, 0));
        kernel.sockets().listen(listener, 3);
        SockAddr address = ok(kernel.sockets().getsockname(listener));
        Fd client = ok(kernel.sockets().socket(n("AF_INET"), n("SOCK_STREAM"), 0));
        Bytes one = Bytes.of((byte) 1, (byte) 0, (byte) 0, (byte) 0);
        kernel.sockets().setsockopt(client, n("IPPROTO_TCP"), n("TCP_NODELAY"), one, 4);
        kernel.sockets().connect(client, address);
        Fd server = ok(kernel.sockets().accept(listener)).fd();
        memory.put(0, Bytes.of("hello"));
        kernel.transfers().send(client, memory, 5, 0);
        kernel.transfers().recv(server, memory, 2, n("MSG_PEEK"));
        kernel.transfers().recv(server, memory, 64, 0);
        kernel.transfers().write(server, memory, 3);
        kernel.transfers().read(client, memory, 64);
        var reading = new Readiness.Interest(client, n("POLLIN"));
        kernel.readiness().poll(List.of(reading), 0);
        kernel.sockets().shutdown(client, n("SHUT_WR"));
        kernel.transfers().recv(server, memory, 64, 0);
        List.of(server, client, listener).forEach(kernel.descriptors()::close);
    }

    private void datagram() {
        Fd socket = ok(kernel.sockets().socket(n("AF_INET6"), n("SOCK_DGRAM"), 0));
        kernel.sockets().bind(socket, new SockAddr.Inet6(0, 1, 0));
        SockAddr address = ok(kernel.sockets().getsockname(socket));
        memory.put(0, Bytes.of("datagram"));
        kernel.transfers().sendto(socket, memory, 4, n("MSG_DONTWAIT"), address);
        kernel.transfers().recvfrom(socket, memory, 64, 0);
        var message = new Message.Outgoing(List.of(memory), Optional.of(address), List.of());
        kernel.transfers().sendmsg(socket, message, 0);
        kernel.transfers().recvmsg(socket, List.of(memory), 0, n("MSG_TRUNC"));
        kernel.descriptors().close(socket);
    }

    private void refused() {
        kernel.sockets().socket(99, 7, 12345);
        kernel.sockets().bind(new Fd(-1), new SockAddr.Raw(Bytes.of("ab"), 3));
        kernel.sockets().getsockopt(new Fd(1_000_000), 1, 77, -5);
        kernel.sockets().listen(new Fd(Integer.MAX_VALUE), Integer.MIN_VALUE);
        kernel.transfers().recv(new Fd(-2), kernel.nowhere(), 10, n("MSG_PEEK"));
        kernel.transfers().sendfile(new Fd(-3), new Fd(-4), OptionalLong.of(7), -1);
    }

    private int n(String constant) {
        return constants.number(constant);
    }

    private static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Err<T>(var errno) -> throw new IllegalStateException(errno.name());
        };
    }
}
