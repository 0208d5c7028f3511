package sockshell.transcript.replay;

import java.util.List;
import java.util.OptionalLong;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Message;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Transfers;

/** The calls that move data: who receives waits first, who sends does so within limits. */
final class PatientTransfers implements Transfers {
    private final Transfers below;
    private final Limits limits;
    private final Patience patience;

    PatientTransfers(Transfers below, Limits limits, Patience patience) {
        this.below = below;
        this.limits = limits;
        this.patience = patience;
    }

    @Override
    public Result<Integer> read(Fd fd, Buffer into, int length) {
        patience.beforeReceiving(fd, 0);
        return below.read(fd, into, length);
    }

    @Override
    public Result<Integer> recv(Fd fd, Buffer into, int length, int flags) {
        patience.beforeReceiving(fd, flags);
        return below.recv(fd, into, length, flags);
    }

    @Override
    public Result<Received> recvfrom(Fd fd, Buffer into, int length, int flags) {
        patience.beforeReceiving(fd, flags);
        return below.recvfrom(fd, into, length, flags);
    }

    @Override
    public Result<Message.Incoming> recvmsg(Fd fd, List<Buffer> into, int controlSpace, int flags) {
        patience.beforeReceiving(fd, flags);
        return below.recvmsg(fd, into, controlSpace, flags);
    }

    @Override
    public Result<Integer> write(Fd fd, Buffer data, int length) {
        return below.write(fd, data, length);
    }

    @Override
    public Result<Integer> send(Fd fd, Buffer data, int length, int flags) {
        return below.send(fd, data, length, flags);
    }

    @Override
    public Result<Integer> sendto(Fd fd, Buffer data, int length, int flags, SockAddr to) {
        limits.send(to);
        return below.sendto(fd, data, length, flags, to);
    }

    @Override
    public Result<Integer> sendmsg(Fd fd, Message.Outgoing message, int flags) {
        message.to().ifPresent(limits::send);
        message.control().forEach(limits::attach);
        return below.sendmsg(fd, message, flags);
    }

    @Override
    public Result<Integer> sendfile(Fd out, Fd in, OptionalLong offset, long count) {
        return below.sendfile(out, in, offset, count);
    }
}
