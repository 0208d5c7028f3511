package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Message;
import sockshell.sys.Message.Control;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Data with something besides, {@link Message}, and data until all of it is gone. */
final class MessageCalls {
    /* unix(7): SCM_MAX_FD, the descriptors that one message carries, and room for their header. */
    private static final int CONTROL_SPACE = 253 * Integer.BYTES + 64;
    private static final String RIGHTS = "rights";

    private MessageCalls() {}

    static List<Call> all() {
        return List.of(
                call("sendall", Gives.NUMBER)
                        .means("Python's send that goes on until all the data is gone.")
                        .page("send(2)")
                        .fails("EPIPE", "this side was shut down, or the connection is gone")
                        .fails("EAGAIN", "the send buffer is full, and the socket is non-blocking")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form("s:descriptor data:data flags:message_flags=0", MessageCalls::sendall)
                        .python("{s}.sendall({data}, {flags})")
                        .done(),
                call("sendmsg", Gives.NUMBER)
                        .means("Sends several buffers as one, and descriptors along with them.")
                        .page("sendmsg(2)")
                        .fails("EMSGSIZE", "the message is larger than the protocol allows")
                        .fails("EBADF", "a descriptor, or one that goes along, is closed")
                        .fails("EISCONN", "a connected stream takes no address")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form(
                                "s:descriptor buffers:list flags:message_flags=0"
                                        + " address:address=None control:control*",
                                MessageCalls::sendmsg)
                        .c("sendmsg({s}, &message, {flags})")
                        .python("{s}.sendmsg({buffers}, [{control}], {flags}, {address})")
                        .done(),
                call("recvmsg", Gives.DATAGRAM)
                        .means("Takes data, and the descriptors that came along with it.")
                        .page("recvmsg(2)")
                        .fails("EAGAIN", "nothing has arrived, and the socket is non-blocking")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form("s:descriptor size:size flags:message_flags=0", MessageCalls::recvmsg)
                        .c("recvmsg({s}, &message, {flags})")
                        .python("{s}.recvmsg({size}, 1024, {flags})")
                        .done(),
                call("rights", Gives.VALUE)
                        .means("Descriptors to send along with sendmsg: SCM_RIGHTS.")
                        .page("unix(7)")
                        .form("fds:descriptor*", MessageCalls::rights)
                        .python(
                                "(socket.SOL_SOCKET, socket.SCM_RIGHTS,"
                                        + " array.array(\"i\", [{fds}]))")
                        .done());
    }

    /** A short count is no failure: the next send says whether there is one. */
    private static Outcome sendall(Invocation in) {
        Bytes data = in.bytes(1);
        Buffer buffer = in.buffer(1);
        Result<Integer> sent = send(in, buffer, data.length());
        int gone = sent.orElse(0);
        while (sent instanceof Result.Ok && gone < data.length()) {
            Bytes rest = data.slice(gone, data.length());
            buffer.put(0, rest);
            sent = send(in, buffer, rest.length());
            gone += sent.orElse(0);
        }
        if (sent instanceof Result.Err && gone > 0) {
            in.remark(gone + " of " + data.length() + " bytes had gone before it failed.");
        }
        return Outcomes.of(sent, _ -> Outcome.Gave.number(data.length()));
    }

    private static Result<Integer> send(Invocation in, Buffer buffer, int length) {
        return in.kernel().transfers().send(in.descriptor(0), buffer, length, in.number(2));
    }

    private static Outcome sendmsg(Invocation in) {
        List<Buffer> parts = in.members(1).stream().map(part -> part(in, part)).toList();
        List<Control> controls = in.rest(4).stream().map(value -> control(in, value)).toList();
        return Outcomes.count(
                address(in)
                        .then(to ->
                                in.kernel()
                                        .transfers()
                                        .sendmsg(
                                                in.descriptor(0),
                                                new Message.Outgoing(parts, to, controls),
                                                in.number(2))));
    }

    /** All parts are needed at once, so none can be the memory that calls share. */
    private static Buffer part(Invocation in, Value part) {
        if (!(part instanceof Value.Text(Bytes bytes))) {
            throw in.mistake(1, "a buffer is text or bytes", "such as [\"head\", \"body\"]");
        }
        Buffer buffer = in.kernel().buffer(bytes.length());
        buffer.put(0, bytes);
        return buffer;
    }

    private static Result<Optional<SockAddr>> address(Invocation in) {
        return in.value(3) == Value.Nothing.NONE
                ? new Result.Ok<>(Optional.empty())
                : in.address(3).map(Optional::of);
    }

    private static Control control(Invocation in, Value value) {
        if (value instanceof Value.Structure(Map<String, Value> fields)
                && fields.keySet().equals(Map.of(RIGHTS, 0).keySet())
                && fields.get(RIGHTS) instanceof Value.Items(List<Value> members, _)) {
            return new Control.Rights(members.stream().map(fd -> descriptor(in, fd)).toList());
        }
        throw in.mistake(4, "only descriptors can go along", "such as rights(fd)");
    }

    private static Fd descriptor(Invocation in, Value value) {
        return Operators.whole(value)
                .map(number -> in.descriptor((long) number))
                .orElseThrow(() -> in.mistake(4, "rights holds descriptors", "such as rights(fd)"));
    }

    /** The kernel fills a buffer as far as it goes, so this one is as large as was asked. */
    private static Outcome recvmsg(Invocation in) {
        Buffer space = in.kernel().buffer(in.size(1));
        return Outcomes.of(
                in.kernel()
                        .transfers()
                        .recvmsg(in.descriptor(0), List.of(space), CONTROL_SPACE, in.number(2)),
                message ->
                        new Outcome.Received(
                                message.count(),
                                space.get(0, Math.min(message.count(), space.size())),
                                message.from(),
                                message.flags(),
                                adopted(in, message.control())));
    }

    private static List<Integer> adopted(Invocation in, List<Control> controls) {
        List<Integer> numbers = new ArrayList<>();
        for (Control control : controls) {
            if (control instanceof Control.Rights(List<Fd> fds)) {
                fds.forEach(fd -> numbers.add(in.adopt(fd)));
            }
        }
        return numbers;
    }

    private static Outcome rights(Invocation in) {
        return new Outcome.Gave(
                new Value.Structure(Map.of(RIGHTS, new Value.Items(in.rest(0), false))));
    }
}
