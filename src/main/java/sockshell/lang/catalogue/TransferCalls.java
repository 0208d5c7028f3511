package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Call.Wait;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Transfers.Received;

/** Data on its way: {@link sockshell.sys.Transfers}. */
final class TransferCalls {
    private TransferCalls() {}

    static List<Call> all() {
        return Stream.concat(sending().stream(), receiving().stream()).toList();
    }

    private static List<Call> sending() {
        return List.of(
                call("send")
                        .means("Hands data to the kernel; it says how much it took.")
                        .page("send(2)")
                        .fails("EPIPE", "this side was shut down, or the connection is gone")
                        .fails("ECONNRESET", "the other side ended the connection with RST")
                        .fails("ENOTCONN", "the socket is not connected")
                        .fails("EAGAIN", "the send buffer is full, and the socket is non-blocking")
                        .waits(Wait.WRITE)
                        .form("s:descriptor data:data flags:message_flags=0", TransferCalls::send)
                        .form(
                                "s:descriptor data:data length:size flags:message_flags",
                                in -> sendPart(in, in.number(2), in.number(3)))
                        .done(),
                call("sendto")
                        .means("Sends a datagram to an address.")
                        .page("send(2)")
                        .fails("EMSGSIZE", "the datagram is larger than the protocol allows")
                        .fails("ECONNREFUSED", "an earlier datagram found no one at its port")
                        .waits(Wait.WRITE)
                        .form("s:descriptor data:data address:address", in -> sendto(in, 0, 2))
                        .form(
                                "s:descriptor data:data flags:message_flags address:address",
                                in -> sendto(in, in.number(2), 3))
                        .done(),
                call("write")
                        .means("send without flags, for any descriptor.")
                        .page("write(2)")
                        .fails("EPIPE", "nobody reads at the other end any more")
                        .waits(Wait.WRITE)
                        .form("s:descriptor data:data", TransferCalls::write)
                        .done());
    }

    private static List<Call> receiving() {
        return List.of(
                call("recv")
                        .means("Takes what has arrived, at most so many bytes.")
                        .page("recv(2)")
                        .fails("EAGAIN", "nothing has arrived, and the socket is non-blocking")
                        .fails("ECONNRESET", "the other side ended the connection with RST")
                        .fails("ENOTCONN", "the socket is not connected")
                        .waits(Wait.READ)
                        .form("s:descriptor size:size flags:message_flags=0", TransferCalls::recv)
                        .done(),
                call("recvfrom")
                        .means("Takes a datagram, and says where it came from.")
                        .page("recv(2)")
                        .fails("EAGAIN", "nothing has arrived, and the socket is non-blocking")
                        .waits(Wait.READ)
                        .form(
                                "s:descriptor size:size flags:message_flags=0",
                                TransferCalls::recvfrom)
                        .done(),
                call("read")
                        .means("recv without flags, for any descriptor.")
                        .page("read(2)")
                        .waits(Wait.READ)
                        .form("s:descriptor size:size", TransferCalls::read)
                        .done());
    }

    private static Outcome send(Invocation in) {
        return sendPart(in, in.bytes(1).length(), in.number(2));
    }

    private static Outcome sendPart(Invocation in, int length, int flags) {
        return Outcomes.count(
                in.kernel().transfers().send(in.descriptor(0), in.buffer(1), length, flags));
    }

    private static Outcome sendto(Invocation in, int flags, int address) {
        return Outcomes.count(in.address(address).then(to -> sendto(in, flags, to)));
    }

    private static Result<Integer> sendto(Invocation in, int flags, SockAddr to) {
        int length = in.bytes(1).length();
        return in.kernel().transfers().sendto(in.descriptor(0), in.buffer(1), length, flags, to);
    }

    private static Outcome recv(Invocation in) {
        int size = in.number(1);
        Buffer space = in.space(size);
        return received(
                space, in.kernel().transfers().recv(in.descriptor(0), space, size, in.number(2)));
    }

    private static Outcome recvfrom(Invocation in) {
        int size = in.number(1);
        Buffer space = in.space(size);
        Result<Received> result =
                in.kernel().transfers().recvfrom(in.descriptor(0), space, size, in.number(2));
        return Outcomes.of(
                result,
                received ->
                        new Outcome.Received(
                                received.count(),
                                written(space, received.count()),
                                received.from(),
                                0,
                                List.of()));
    }

    private static Outcome read(Invocation in) {
        int size = in.number(1);
        Buffer space = in.space(size);
        return received(space, in.kernel().transfers().read(in.descriptor(0), space, size));
    }

    private static Outcome write(Invocation in) {
        Buffer data = in.buffer(1);
        return Outcomes.count(in.kernel().transfers().write(in.descriptor(0), data, data.size()));
    }

    private static Outcome received(Buffer space, Result<Integer> result) {
        return Outcomes.of(result, count -> new Outcome.Received(count, written(space, count)));
    }

    /** With MSG_TRUNC the kernel counts more than it wrote. */
    private static Bytes written(Buffer space, int count) {
        return space.get(0, Math.min(count, space.size()));
    }
}
