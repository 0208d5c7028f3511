package sockshell.libc.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sockshell.libc.platform.Failures;
import sockshell.libc.platform.Platform;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** One question to the kernel and its answers, over a netlink(7) socket of its own. */
final class Netlink {
    /* linux/netlink.h and linux/sock_diag.h */
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final long SOCK_DIAG_BY_FAMILY = 20;
    private static final int NLM_F_REQUEST = 1;
    private static final int NLM_F_DUMP = 0x300;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int ALIGNMENT = 4;
    private static final int REPLY_SPACE = 32 << 10;

    private final Kernel kernel;
    private final Failures failures;
    private final Struct header;
    private final Field length;
    private final Field type;

    Netlink(Kernel kernel, Platform platform) {
        this.kernel = kernel;
        failures = platform.failures();
        header = platform.struct("nlmsghdr");
        length = header.field("nlmsg_len");
        type = header.field("nlmsg_type");
    }

    /** Asks for one thing: one answer, or an error. */
    Result<List<Bytes>> askForOne(Bytes question) {
        return ask(question, NLM_F_REQUEST);
    }

    /** Asks for all that there are. */
    Result<List<Bytes>> askForAll(Bytes question) {
        return ask(question, NLM_F_REQUEST | NLM_F_DUMP);
    }

    /** NLMSG_ALIGN and NLA_ALIGN of linux/netlink.h. */
    static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private Result<List<Bytes>> ask(Bytes question, int flags) {
        Constants constants = kernel.constants();
        int raw = constants.number("SOCK_RAW") | constants.number("SOCK_CLOEXEC");
        return kernel.sockets()
                .socket(constants.number("AF_NETLINK"), raw, NETLINK_SOCK_DIAG)
                .then(socket -> askAndClose(socket, request(question, flags), flags));
    }

    private Bytes request(Bytes question, int flags) {
        Map<String, Long> head =
                Map.of(
                        "nlmsg_len",
                        (long) header.size() + question.length(),
                        "nlmsg_type",
                        SOCK_DIAG_BY_FAMILY,
                        "nlmsg_flags",
                        (long) flags);
        return header.pack(head).plus(question);
    }

    private Result<List<Bytes>> askAndClose(Fd socket, Bytes request, int flags) {
        try {
            return ask(socket, request, flags);
        } finally {
            kernel.descriptors().close(socket);
        }
    }

    private Result<List<Bytes>> ask(Fd socket, Bytes request, int flags) {
        Buffer memory = kernel.buffer(REPLY_SPACE);
        memory.put(0, request);
        Conversation conversation = new Conversation(flags == NLM_F_REQUEST);
        Result<Integer> step =
                kernel.transfers().send(socket, memory, request.length(), 0).map(_ -> 0);
        while (step instanceof Result.Ok<Integer> && !conversation.ended) {
            step =
                    kernel.transfers()
                            .recv(socket, memory, memory.size(), 0)
                            .then(count -> conversation.take(memory.get(0, count)));
        }
        return step.map(_ -> conversation.answers);
    }

    /** What came so far. A dump ends with NLMSG_DONE, a single answer with itself. */
    private final class Conversation {
        private final List<Bytes> answers = new ArrayList<>();
        private final boolean single;
        private boolean ended;

        Conversation(boolean single) {
            this.single = single;
        }

        Result<Integer> take(Bytes packet) {
            int at = 0;
            while (at + header.size() <= packet.length()) {
                int size = (int) Struct.number(packet, at, length);
                int kind = (int) Struct.number(packet, at, type);
                Bytes body = packet.slice(at + header.size(), at + size);
                if (kind == NLMSG_ERROR || kind == NLMSG_DONE) {
                    return end((int) -Struct.number(body, ERROR));
                }
                answers.add(body);
                ended |= single;
                at += aligned(size);
            }
            return new Result.Ok<>(answers.size());
        }

        /** Both say it: a dump that breaks off ends with NLMSG_DONE and the reason. */
        private Result<Integer> end(int errno) {
            ended = true;
            return errno == 0 ? new Result.Ok<>(answers.size()) : failures.errno(errno);
        }
    }

    private static final Field ERROR = new Field("error", 0, Integer.BYTES, Struct.Form.SIGNED);
}
