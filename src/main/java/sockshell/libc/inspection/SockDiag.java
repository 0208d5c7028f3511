package sockshell.libc.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/** sock_diag(7): what Linux tells of sockets that getsockopt(2) can't reach. */
final class SockDiag {
    /* linux/unix_diag.h */
    private static final long UDIAG_SHOW_RQLEN = 0x10;
    private static final int UNIX_DIAG_RQLEN = 4;
    private static final long ANY_STATE = 0xffffffffL;
    private static final long NO_COOKIE = -1;

    /* net/tcp_states.h, from 1 on; 12 is SYN_RECV before it has a full socket */
    private static final List<State> STATES =
            List.of(
                    State.ESTABLISHED,
                    State.SYN_SENT,
                    State.SYN_RECV,
                    State.FIN_WAIT1,
                    State.FIN_WAIT2,
                    State.TIME_WAIT,
                    State.CLOSE,
                    State.CLOSE_WAIT,
                    State.LAST_ACK,
                    State.LISTEN,
                    State.CLOSING,
                    State.SYN_RECV);
    private static final long ALL_BUT_CLOSE_AND_LISTEN = 0xfff & ~(1 << 7 | 1 << 10);

    private static final long ONLY_SYN_SENT = 1 << 2;
    private static final long ANY_PORT = 0;

    private final Constants constants;
    private final Netlink netlink;
    private final Struct inetQuestion;
    private final Struct inetAnswer;
    private final Struct unixQuestion;
    private final Struct unixAnswer;
    private final Struct attribute;
    private final Struct queueLengths;

    SockDiag(Kernel kernel, Platform platform) {
        constants = platform.constants();
        netlink = new Netlink(kernel, platform);
        inetQuestion = platform.struct("inet_diag_req_v2");
        inetAnswer = platform.struct("inet_diag_msg");
        unixQuestion = platform.struct("unix_diag_req");
        unixAnswer = platform.struct("unix_diag_msg");
        attribute = platform.struct("nlattr");
        queueLengths = platform.struct("unix_diag_rqlen");
    }

    static State state(int number) {
        return number >= 1 && number <= STATES.size() ? STATES.get(number - 1) : State.UNKNOWN;
    }

    /** A socket without an inode has no file, and so no descriptor. */
    Result<List<Unheld>> unheldTcp() {
        return unheld("AF_INET")
                .then(inet4 -> unheld("AF_INET6").map(inet6 -> joined(inet4, inet6)));
    }

    private static List<Unheld> joined(List<Unheld> first, List<Unheld> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Result<List<Unheld>> unheld(String family) {
        return netlink.askForAll(
                        aboutTcp(constants.number(family), ALL_BUT_CLOSE_AND_LISTEN, ANY_PORT))
                .map(answers -> answers.stream().flatMap(each -> unheld(each).stream()).toList());
    }

    private Bytes aboutTcp(int family, long states, long port) {
        return inetQuestion.pack(
                Map.of(
                        "sdiag_family",
                        (long) family,
                        "sdiag_protocol",
                        (long) constants.number("IPPROTO_TCP"),
                        "idiag_states",
                        states,
                        "id.idiag_sport",
                        port));
    }

    /** Where a socket in SYN_SENT wants to go: getpeername(2) says it only when it is there. */
    Optional<SockAddr> goal(Fd fd, int family, int port) {
        return inode(fd).stream()
                .flatMap(inode ->
                        netlink
                                .askForAll(aboutTcp(family, ONLY_SYN_SENT, port))
                                .orElse(List.of())
                                .stream()
                                .filter(each -> number(each, "idiag_inode") == inode))
                .map(answer -> end(answer, "id.idiag_dst", "id.idiag_dport"))
                .findFirst();
    }

    private Optional<Unheld> unheld(Bytes answer) {
        if (number(answer, "idiag_inode") != 0) {
            return Optional.empty();
        }
        SockAddr local = end(answer, "id.idiag_src", "id.idiag_sport");
        SockAddr remote = end(answer, "id.idiag_dst", "id.idiag_dport");
        return Optional.of(
                new Unheld(
                        state((int) number(answer, "idiag_state")),
                        new Ends(local, Optional.of(remote)),
                        number(answer, "idiag_timer") == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(number(answer, "idiag_expires"))));
    }

    private long number(Bytes answer, String field) {
        return Struct.number(answer, inetAnswer.field(field));
    }

    private SockAddr end(Bytes answer, String address, String port) {
        int at = inetAnswer.field(address).offset();
        int number = (int) number(answer, port);
        return number(answer, "idiag_family") == constants.number("AF_INET")
                ? new SockAddr.Inet4((int) bigEndian(answer, at, Integer.BYTES), number)
                : new SockAddr.Inet6(
                        bigEndian(answer, at, Long.BYTES),
                        bigEndian(answer, at + Long.BYTES, Long.BYTES),
                        number);
    }

    private static long bigEndian(Bytes bytes, int at, int size) {
        return Struct.number(bytes, new Field("address", at, size, Form.NETWORK));
    }

    /** The accept queue of a listening AF_UNIX socket. */
    Optional<AcceptQueue> unixAcceptQueue(Fd fd) {
        return inode(fd)
                .map(inode -> netlink.askForOne(aboutUnix(inode)).orElse(List.of()))
                .flatMap(answers -> answers.stream().findFirst())
                .flatMap(this::queue);
    }

    /** proc_pid_fd(5): a socket's link reads {@code socket:[inode]}. */
    private static Optional<Long> inode(Fd fd) {
        try {
            String link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
            return link.startsWith("socket:[")
                    ? Optional.of(Long.valueOf(link.substring(8, link.length() - 1)))
                    : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private Bytes aboutUnix(long inode) {
        return unixQuestion.pack(
                Map.of(
                        "sdiag_family", (long) constants.number("AF_UNIX"),
                        "udiag_states", ANY_STATE,
                        "udiag_ino", inode,
                        "udiag_show", UDIAG_SHOW_RQLEN,
                        "udiag_cookie", NO_COOKIE));
    }

    /** The attributes stand behind the answer, each with its length, netlink(7). */
    private Optional<AcceptQueue> queue(Bytes answer) {
        int at = unixAnswer.size();
        while (at + attribute.size() <= answer.length()) {
            int length = (int) Struct.number(answer, at, attribute.field("nla_len"));
            if (Struct.number(answer, at, attribute.field("nla_type")) == UNIX_DIAG_RQLEN) {
                Bytes lengths = answer.slice(at + attribute.size(), at + length);
                return Optional.of(
                        new AcceptQueue(
                                Struct.number(lengths, queueLengths.field("udiag_rqueue")),
                                Struct.number(lengths, queueLengths.field("udiag_wqueue"))));
            }
            at += Netlink.aligned(Math.max(length, attribute.size()));
        }
        return Optional.empty();
    }
}
