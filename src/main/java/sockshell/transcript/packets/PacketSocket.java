package sockshell.transcript.packets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Message;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** A socket of packet(7) that sees what goes over the loopback interface, by the port's calls. */
final class PacketSocket {
    private static final long SECOND = 1_000_000_000;
    private static final int USUAL_INDEX = 1;
    private static final int NAME_SIZE = 16;

    /* for all that a busy session sends before the thread runs again */
    private static final int RECEIVE_BUFFER = 64 << 20;

    /* the largest packet of IPv6 that the kernel makes for one call, and more */
    private static final int LARGEST = 1 << 19;
    private static final int CONTROL_SPACE = 128;

    /** What was received, and whether it was the copy made on its way out. */
    record Received(Packet packet, boolean isOutgoing) {}

    private final Kernel kernel;
    private final Constants constants;
    private final Struct address;
    private final Field type;
    private final Fd fd;
    private final Buffer buffer;

    private PacketSocket(Kernel kernel, Fd fd) {
        this.kernel = kernel;
        this.fd = fd;
        constants = kernel.constants();
        address = struct(kernel, "sockaddr_ll").orElseThrow();
        type = address.field("sll_pkttype");
        buffer = kernel.buffer(LARGEST);
    }

    private static Optional<Struct> struct(Kernel kernel, String name) {
        return Optional.ofNullable(kernel.structs().get(name));
    }

    /** Empty where the system has no such sockets, or this program may not have one: EPERM. */
    static Optional<PacketSocket> open(Kernel kernel) {
        Constants constants = kernel.constants();
        if (!constants.has("AF_PACKET") || struct(kernel, "sockaddr_ll").isEmpty()) {
            return Optional.empty();
        }
        int type = constants.number("SOCK_DGRAM") | constants.number("SOCK_CLOEXEC");
        /* with protocol 0 nothing is received before bind says from where */
        return kernel.sockets().socket(constants.number("AF_PACKET"), type, 0)
                        instanceof Result.Ok<Fd>(Fd fd)
                ? new PacketSocket(kernel, fd).begun()
                : Optional.empty();
    }

    private Optional<PacketSocket> begun() {
        if (isErr(set("SO_RCVBUFFORCE", RECEIVE_BUFFER))) {
            set("SO_RCVBUF", RECEIVE_BUFFER);
        }
        set("SO_TIMESTAMPNS", 1);
        long all = constants.number("ETH_P_ALL");
        Bytes loopback =
                address.pack(
                        Map.of(
                                "sll_family",
                                (long) constants.number("AF_PACKET"),
                                "sll_protocol",
                                all,
                                "sll_ifindex",
                                index()));
        if (isErr(kernel.sockets().bind(fd, new SockAddr.Raw(loopback)))) {
            close();
            return Optional.empty();
        }
        return Optional.of(this);
    }

    private static boolean isErr(Result<?> result) {
        return result instanceof Result.Err;
    }

    private Result<Integer> set(String option, int value) {
        Field number = new Field(option, 0, Integer.BYTES, Struct.Form.SIGNED);
        Bytes bytes =
                new Struct(option, Integer.BYTES, List.of(number))
                        .pack(Map.of(option, (long) value));
        return kernel.sockets()
                .setsockopt(
                        fd,
                        constants.number("SOL_SOCKET"),
                        constants.number(option),
                        bytes,
                        Integer.BYTES);
    }

    /** netdevice(7) */
    private long index() {
        Struct request = struct(kernel, "ifreq").orElseThrow();
        Bytes name = Bytes.of("lo");
        Bytes argument = name.plus(Bytes.zeros(request.size() - name.length()));
        Field number = new Field("ifr_ifindex", NAME_SIZE, Integer.BYTES, Struct.Form.SIGNED);
        return kernel.descriptors()
                .ioctl(fd, constants.number("SIOCGIFINDEX"), argument)
                .map(given -> Struct.number(given.argument(), number))
                .orElse((long) USUAL_INDEX);
    }

    Fd fd() {
        return fd;
    }

    /** The next one that is there already. */
    Optional<Received> next() {
        int flags = constants.number("MSG_DONTWAIT") | constants.number("MSG_TRUNC");
        return kernel.transfers().recvmsg(fd, List.of(buffer), CONTROL_SPACE, flags)
                        instanceof Result.Ok<Message.Incoming>(Message.Incoming incoming)
                ? Optional.of(received(incoming))
                : Optional.empty();
    }

    /** With MSG_TRUNC the count is the packet's own, however much of it found room. */
    private Received received(Message.Incoming incoming) {
        int held = Math.min(incoming.count(), LARGEST);
        Packet packet = new Packet(nanos(incoming), buffer.get(0, held), incoming.count(), "");
        boolean isOutgoing =
                incoming.from()
                        .filter(from ->
                                from instanceof SockAddr.Raw(Bytes bytes, _)
                                        && bytes.length() >= type.end()
                                        && Struct.number(bytes, type)
                                                == constants.number("PACKET_OUTGOING"))
                        .isPresent();
        return new Received(packet, isOutgoing);
    }

    /** The kernel's time, SO_TIMESTAMPNS in socket(7). */
    private long nanos(Message.Incoming incoming) {
        Struct time = struct(kernel, "timespec").orElseThrow();
        return incoming.control().stream()
                .filter(control ->
                        control instanceof Message.Control.Other other
                                && other.type() == constants.number("SCM_TIMESTAMPNS")
                                && other.data().length() >= time.size())
                .map(control -> time.numbers(((Message.Control.Other) control).data()))
                .map(numbers -> total(numbers.values()))
                .findFirst()
                .orElseGet(PacketSocket::now);
    }

    private static long total(Iterable<Long> secondsAndNanos) {
        long total = 0;
        for (long part : secondsAndNanos) {
            total = total * SECOND + part;
        }
        return total;
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * SECOND + now.getNano();
    }

    /** How many found no room in the receive buffer, PACKET_STATISTICS in packet(7). */
    long drops() {
        Struct statistics = struct(kernel, "tpacket_stats").orElseThrow();
        return kernel.sockets()
                .getsockopt(
                        fd,
                        constants.number("SOL_PACKET"),
                        constants.number("PACKET_STATISTICS"),
                        statistics.size())
                .map(bytes -> Struct.number(bytes, statistics.field("tp_drops")))
                .orElse(0L);
    }

    void close() {
        kernel.descriptors().close(fd);
    }
}
