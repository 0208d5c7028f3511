package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** What the facts about TCP share: how to get connections into a certain state. No facts. */
public abstract class TcpContract extends Contract {
    /** An address of the family AF_UNSPEC. */
    protected static final SockAddr NOWHERE = new SockAddr.Raw(Bytes.zeros(16));

    private static final int PLENTY = 16 << 20;

    protected TcpContract(Kernel kernel) {
        super(kernel);
    }

    /** A listener whose queue is full, and a connecting socket that it does not answer. */
    protected record FullQueue(Fd listener, Fd left) {}

    protected Fd tcp6() {
        return socket("AF_INET6", "SOCK_STREAM");
    }

    protected Fd nonblockingTcp() {
        int type = n("SOCK_STREAM") | n("SOCK_NONBLOCK");
        return keep(ok(kernel.sockets().socket(n("AF_INET"), type, 0)));
    }

    protected Result<Integer> bind(Fd fd, SockAddr address) {
        return kernel.sockets().bind(fd, address);
    }

    protected Result<Integer> listen(Fd fd, int backlog) {
        return kernel.sockets().listen(fd, backlog);
    }

    protected Result<Integer> connect(Fd fd, SockAddr to) {
        return kernel.sockets().connect(fd, to);
    }

    protected Result<Integer> shutdown(Fd fd, String how) {
        return kernel.sockets().shutdown(fd, n(how));
    }

    protected SockAddr peerOf(Fd fd) {
        return ok(kernel.sockets().getpeername(fd));
    }

    protected Fd accept(Fd listener) {
        return keep(ok(kernel.sockets().accept(listener)).fd());
    }

    /** recv(2) that gives no data worth a look. */
    protected Result<Integer> recv(Fd fd, int flags) {
        return kernel.transfers().recv(fd, kernel.buffer(100), 100, flags);
    }

    protected int portOf(Fd fd) {
        return switch (nameOf(fd)) {
            case SockAddr.Inet4 inet -> inet.port();
            case SockAddr.Inet6 inet -> inet.port();
            case SockAddr other -> throw new AssertionError(other + " has no port");
        };
    }

    /** A bound socket that does not listen: nobody else gets its port, and nobody answers there. */
    protected SockAddr refusing() {
        Fd bound = tcp();
        ok(bind(bound, loopback(0)));
        return nameOf(bound);
    }

    protected Fd client(Fd listener) {
        Fd client = tcp();
        ok(connect(client, nameOf(listener)));
        return client;
    }

    protected Connection connection(Fd listener) {
        Fd client = client(listener);
        return new Connection(listener, client, accept(listener));
    }

    /** Backlog 1 lets two wait; the third gets no answer. */
    protected FullQueue fullQueue() {
        Fd listener = listener(1);
        client(listener);
        client(listener);
        awaitWaiting(listener, 2);
        Fd left = nonblockingTcp();
        fails(connect(left, nameOf(listener)), "EINPROGRESS");
        return new FullQueue(listener, left);
    }

    protected View look(Fd fd) {
        return ok(kernel.inspection().look(fd));
    }

    protected State state(Fd fd) {
        return look(fd).state();
    }

    protected void awaitState(Fd fd, State state) {
        await(state.toString(), () -> state(fd) == state);
    }

    /** Until so many connections wait to be accepted. */
    protected void awaitWaiting(Fd listener, int count) {
        await(
                count + " to wait",
                () -> look(listener).acceptQueue().orElseThrow().length() == count);
    }

    /** Until so many bytes wait to be read. */
    protected void awaitReceived(Fd fd, int count) {
        await(count + " bytes", () -> look(fd).queues().received().orElseThrow() == count);
    }

    /** Sends until there is no more room on either side; the result is how many bytes went. */
    protected long fill(Fd fd) {
        Buffer data = kernel.buffer(PLENTY);
        long sent = 0;
        while (kernel.transfers().send(fd, data, PLENTY, n("MSG_DONTWAIT"))
                instanceof Result.Ok<Integer>(Integer count)) {
            sent += count;
        }
        return sent;
    }

    /** Has close(2) reset the connection, socket(7): SO_LINGER without any time. */
    protected void reset(Fd fd) {
        linger(fd, 0);
        ok(close(fd));
    }

    protected void linger(Fd fd, long seconds) {
        structure(fd, "SO_LINGER", "linger", Map.of("l_onoff", 1L, "l_linger", seconds));
    }

    protected void structure(Fd fd, String option, String name, Map<String, Long> numbers) {
        ok(set(fd, "SOL_SOCKET", option, struct(name).pack(numbers)));
    }

    protected Result<Integer> set(Fd fd, String level, String option, Bytes value) {
        return kernel.sockets().setsockopt(fd, n(level), n(option), value, value.length());
    }

    /** What poll(2) reports now, of the events asked and of those it always reports. */
    protected int eventsNow(Fd fd, int asked) {
        var interests = List.of(new Readiness.Interest(fd, asked));
        return ok(kernel.readiness().poll(interests, 0)).revents().getFirst();
    }

    protected void assertEnded(Fd fd) {
        assertThat(ok(recv(fd, 0))).as("end of stream").isZero();
    }
}
