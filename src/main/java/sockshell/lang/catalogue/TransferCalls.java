package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.stream.Stream;
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
                call("send", Gives.NUMBER)
                        .means("Hands data to the kernel; it says how much it took.")
                        .page("send(2)")
                        .fails("EPIPE", "this side was shut down, or the connection is gone")
                        .fails("ECONNRESET", "the other side ended the connection with RST")
                        .fails("ENOTCONN", "the socket is not connected")
                        .fails("EAGAIN", "the send buffer is full, and the socket is non-blocking")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form("s:descriptor data:data flags:message_flags=0", TransferCalls::send)
                        .form(
                                "s:descriptor data:data length:size flags:message_flags",
                                in -> sendPart(in, lengthOfPart(in), in.number(3)))
                        .c("send({s}, {data}, {#data}, {flags})")
                        .python("{s}.send({data}, {flags})")
                        .java("{s}.write(ByteBuffer.wrap({data}))")
                        .done(),
                call("sendto", Gives.NUMBER)
                        .means("Sends a datagram to an address.")
                        .page("send(2)")
                        .fails("EMSGSIZE", "the datagram is larger than the protocol allows")
                        .fails("ECONNREFUSED", "nobody has the address that a datagram went to")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form("s:descriptor data:data address:address", in -> sendto(in, 0, 2))
                        .form(
                                "s:descriptor data:data flags:message_flags address:address",
                                in -> sendto(in, in.number(2), 3))
                        .form(
                                "s:descriptor data:data length:size flags:message_flags"
                                        + " address:address",
                                in -> sendtoPart(in, lengthOfPart(in)))
                        .c("sendto({s}, {data}, {#data}, 0, {&address}, {#address})")
                        .python("{s}.sendto({data}, {address})")
                        .java("{s}.send(ByteBuffer.wrap({data}), {address})")
                        .done(),
                call("write", Gives.NUMBER)
                        .means("send without flags, for any descriptor.")
                        .page("write(2)")
                        .fails("EPIPE", "nobody reads at the other end any more")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form("s:descriptor data:data", TransferCalls::write)
                        .form(
                                "s:descriptor data:data length:size",
                                in -> writePart(in, lengthOfPart(in)))
                        .c("write({s}, {data}, {#data})")
                        .python("os.write({s}.fileno(), {data})")
                        .java("{s}.write(ByteBuffer.wrap({data}))")
                        .done());
    }

    private static List<Call> receiving() {
        return List.of(
                call("recv", Gives.DATA)
                        .means("Takes what has arrived, at most so many bytes.")
                        .page("recv(2)")
                        .fails("EAGAIN", "nothing has arrived, and the socket is non-blocking")
                        .fails("ECONNRESET", "the other side ended the connection with RST")
                        .fails("ENOTCONN", "the socket is not connected")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form("s:descriptor size:size flags:message_flags=0", TransferCalls::recv)
                        .c("recv({s}, buffer, {size}, {flags})")
                        .python("{s}.recv({size}, {flags})")
                        .java("{s}.read(ByteBuffer.allocate({size}))")
                        .done(),
                call("recvfrom", Gives.DATAGRAM)
                        .means("Takes a datagram, and says where it came from.")
                        .page("recv(2)")
                        .fails("EAGAIN", "nothing has arrived, and the socket is non-blocking")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form(
                                "s:descriptor size:size flags:message_flags=0",
                                TransferCalls::recvfrom)
                        .c("recvfrom({s}, buffer, {size}, {flags}, {&result}, {#result})")
                        .python("{s}.recvfrom({size}, {flags})")
                        .java("{s}.receive(ByteBuffer.allocate({size}))")
                        .done(),
                call("read", Gives.DATA)
                        .means("recv without flags, for any descriptor.")
                        .page("read(2)")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form("s:descriptor size:size", TransferCalls::read)
                        .c("read({s}, buffer, {size})")
                        .python("os.read({s}.fileno(), {size})")
                        .java("{s}.read(ByteBuffer.allocate({size}))")
                        .done());
    }

    private static Outcome send(Invocation in) {
        return sendPart(in, in.bytes(1).length(), in.number(2));
    }

    /** C would read beyond the buffer, whatever lies there. */
    private static int lengthOfPart(Invocation in) {
        int there = in.bytes(1).length();
        if (in.wide(2) < 0 || in.wide(2) > there) {
            throw in.mistake(
                    2,
                    "the buffer has " + there + " bytes, and the call was told " + in.wide(2),
                    "C would send what lies behind the buffer in memory");
        }
        return in.number(2);
    }

    private static Outcome sendPart(Invocation in, int length, int flags) {
        return Outcomes.count(
                in.kernel().transfers().send(in.descriptor(0), in.buffer(1), length, flags));
    }

    private static Outcome sendto(Invocation in, int flags, int address) {
        int length = in.bytes(1).length();
        return Outcomes.count(in.address(address).then(to -> sendto(in, length, flags, to)));
    }

    /** C's six arguments; the address's own length may stand behind it. */
    private static Outcome sendtoPart(Invocation in, int length) {
        return Outcomes.count(in.address(4).then(to -> sendto(in, length, in.number(3), to)));
    }

    private static Result<Integer> sendto(Invocation in, int length, int flags, SockAddr to) {
        return in.kernel().transfers().sendto(in.descriptor(0), in.buffer(1), length, flags, to);
    }

    private static Outcome recv(Invocation in) {
        int size = in.size(1);
        Buffer space = in.space(size);
        return received(
                space,
                size,
                in.kernel().transfers().recv(in.descriptor(0), space, size, in.number(2)));
    }

    private static Outcome recvfrom(Invocation in) {
        int size = in.size(1);
        Buffer space = in.space(size);
        Result<Received> result =
                in.kernel().transfers().recvfrom(in.descriptor(0), space, size, in.number(2));
        return Outcomes.of(
                result,
                received ->
                        new Outcome.Received(
                                received.count(),
                                written(space, received.count(), size),
                                received.from(),
                                0,
                                List.of()));
    }

    private static Outcome read(Invocation in) {
        int size = in.size(1);
        Buffer space = in.space(size);
        return received(space, size, in.kernel().transfers().read(in.descriptor(0), space, size));
    }

    private static Outcome write(Invocation in) {
        return writePart(in, in.bytes(1).length());
    }

    private static Outcome writePart(Invocation in, int length) {
        return Outcomes.count(
                in.kernel().transfers().write(in.descriptor(0), in.buffer(1), length));
    }

    private static Outcome received(Buffer space, int size, Result<Integer> result) {
        return Outcomes.of(
                result, count -> new Outcome.Received(count, written(space, count, size)));
    }

    /** With MSG_TRUNC the kernel counts more than it wrote; the memory may be larger than asked. */
    private static Bytes written(Buffer space, int count, int size) {
        return space.get(0, Math.min(count, size));
    }
}
