package sockshell.libc.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Descriptors.Ioctl;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Inspection;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Result.Ok;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/**
 * Looks at sockets with the same calls that everybody has: getsockopt(2), ioctl(2), getsockname(2),
 * and sock_diag(7) for what no descriptor holds.
 */
public final class LibcInspection implements Inspection {
    private static final int LARGEST_OPTION = 1024;
    private static final Field NUMBER = new Field("int", 0, Integer.BYTES, Form.SIGNED);

    private final Kernel kernel;
    private final Platform platform;
    private final Constants constants;
    private final Optional<SockDiag> diag;

    public LibcInspection(Kernel kernel, Platform platform) {
        this.kernel = kernel;
        this.platform = platform;
        constants = platform.constants();
        diag =
                constants.has("AF_NETLINK")
                        ? Optional.of(new SockDiag(kernel, platform))
                        : Optional.empty();
    }

    @Override
    public Result<View> look(Fd fd) {
        return kernel.sockets().getsockname(fd).map(local -> view(fd, local));
    }

    private View view(Fd fd, SockAddr local) {
        Made made = made(fd, local);
        Optional<SockAddr> remote = ok(kernel.sockets().getpeername(fd));
        Optional<Map<String, Long>> tcp = isTcp(made) ? ok(tcpInfo(fd)) : Optional.empty();
        State state = state(fd, tcp, remote);
        if (state == State.SYN_SENT) {
            remote = goal(fd, made, local);
        }
        Optional<AcceptQueue> accepts =
                state == State.LISTEN ? acceptQueue(fd, tcp) : Optional.empty();
        return new View(made, new Ends(local, remote), state, queues(fd), accepts);
    }

    private Optional<SockAddr> goal(Fd fd, Made made, SockAddr local) {
        return switch (local) {
            case SockAddr.Inet4 four -> goal(fd, made, four.port());
            case SockAddr.Inet6 six -> goal(fd, made, six.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
        };
    }

    private Optional<SockAddr> goal(Fd fd, Made made, int port) {
        return diag.flatMap(known -> known.goal(fd, made.family(), port));
    }

    /** BSD systems can't be asked for family and protocol: the address tells the one. */
    private Made made(Fd fd, SockAddr local) {
        int family =
                switch (local) {
                    case SockAddr.Inet4 _ -> constants.number("AF_INET");
                    case SockAddr.Inet6 _ -> constants.number("AF_INET6");
                    case SockAddr.Unix _ -> constants.number("AF_UNIX");
                    case SockAddr.Raw _ -> constants.number("AF_UNSPEC");
                };
        return new Made(
                (int) number(fd, "SO_DOMAIN").orElse(family),
                (int) number(fd, "SO_TYPE").orElse(0),
                (int) number(fd, "SO_PROTOCOL").orElse(0));
    }

    private boolean isTcp(Made made) {
        return made.protocol() == constants.number("IPPROTO_TCP");
    }

    private State state(Fd fd, Optional<Map<String, Long>> tcp, Optional<SockAddr> remote) {
        OptionalLong tcpState = field(tcp, "tcpi_state");
        if (tcpState.isPresent()) {
            return SockDiag.state((int) tcpState.getAsLong());
        }
        if (number(fd, "SO_ACCEPTCONN").orElse(0) != 0) {
            return State.LISTEN;
        }
        return remote.isPresent() ? State.CONNECTED : State.UNCONNECTED;
    }

    /**
     * Of a listening TCP socket tcpi_unacked is the queue's length and tcpi_sacked its limit
     * (net/ipv4/tcp.c, tcp_get_info); of AF_UNIX sock_diag(7) knows.
     */
    private Optional<AcceptQueue> acceptQueue(Fd fd, Optional<Map<String, Long>> tcp) {
        OptionalLong length = field(tcp, "tcpi_unacked");
        OptionalLong limit = field(tcp, "tcpi_sacked");
        return length.isPresent() && limit.isPresent()
                ? Optional.of(new AcceptQueue(length.getAsLong(), limit.getAsLong()))
                : diag.flatMap(known -> known.unixAcceptQueue(fd));
    }

    private Queues queues(Fd fd) {
        Optional<Map<String, Long>> memory = ok(structure(fd, "SO_MEMINFO", "meminfo"));
        return new Queues(
                request(fd, "SIOCINQ"),
                request(fd, "SIOCOUTQ"),
                field(memory, "rmem_alloc"),
                field(memory, "wmem_alloc"),
                field(memory, "drops"));
    }

    private static OptionalLong field(Optional<Map<String, Long>> numbers, String name) {
        return numbers.flatMap(all -> Optional.ofNullable(all.get(name)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** A listening socket has no such queues and says EINVAL, tcp(7). */
    private OptionalLong request(Fd fd, String name) {
        if (!constants.has(name)) {
            return OptionalLong.empty();
        }
        Result<Ioctl> answer =
                kernel.descriptors().ioctl(fd, constants.number(name), Bytes.zeros(Integer.BYTES));
        return answer instanceof Ok<Ioctl>(Ioctl given)
                ? OptionalLong.of(Struct.number(given.argument(), NUMBER))
                : OptionalLong.empty();
    }

    private OptionalLong number(Fd fd, String option) {
        return get(fd, option) instanceof Ok<Bytes>(Bytes value)
                ? OptionalLong.of(Struct.number(value, NUMBER))
                : OptionalLong.empty();
    }

    private Result<Map<String, Long>> structure(Fd fd, String option, String name) {
        return get(fd, option).map(value -> platform.struct(name).numbers(value));
    }

    /** ENOPROTOOPT where the system has no such option, as its kernel would answer. */
    private Result<Bytes> get(Fd fd, String option) {
        return constants
                .named(option)
                .map(known -> get(fd, known))
                .orElseGet(() -> lacking("ENOPROTOOPT"));
    }

    private Result<Bytes> get(Fd fd, Constant option) {
        int level = constants.number(level(option.kind()));
        return kernel.sockets().getsockopt(fd, level, (int) option.value(), LARGEST_OPTION);
    }

    private static String level(Kind kind) {
        return switch (kind) {
            case TCP_OPTION -> "IPPROTO_TCP";
            case UDP_OPTION -> "IPPROTO_UDP";
            case IP_OPTION -> "IPPROTO_IP";
            case IPV6_OPTION -> "IPPROTO_IPV6";
            default -> "SOL_SOCKET";
        };
    }

    /** But for SO_ERROR: to read it is to clear it, socket(7). */
    @Override
    public Result<List<Option>> options(Fd fd) {
        return look(fd).map(view -> optionsOf(fd, view.made()));
    }

    private List<Option> optionsOf(Fd fd, Made made) {
        List<Option> options = new ArrayList<>();
        for (Kind kind : kinds(made)) {
            for (Constant option : constants.of(kind)) {
                if (!option.name().equals("SO_ERROR")
                        && get(fd, option) instanceof Ok<Bytes>(Bytes value)) {
                    options.add(new Option(level(kind), option.name(), value));
                }
            }
        }
        return List.copyOf(options);
    }

    /** The levels that a socket has. */
    private List<Kind> kinds(Made made) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.SOCKET_OPTION));
        if (isTcp(made)) {
            kinds.add(Kind.TCP_OPTION);
        }
        if (made.protocol() == constants.number("IPPROTO_UDP")) {
            kinds.add(Kind.UDP_OPTION);
        }
        if (made.family() == constants.number("AF_INET")) {
            kinds.add(Kind.IP_OPTION);
        }
        if (made.family() == constants.number("AF_INET6")) {
            kinds.add(Kind.IPV6_OPTION);
        }
        return kinds;
    }

    @Override
    public Result<Map<String, Long>> tcpInfo(Fd fd) {
        return structure(fd, "TCP_INFO", "tcp_info");
    }

    @Override
    public Optional<Boolean> packetsUnderWay() {
        return Backlog.isWaiting();
    }

    /** proc_pid_fd(5): {@code socket:[4711]}, {@code pipe:[4712]}. */
    @Override
    public Optional<String> identity(Fd fd) {
        try {
            String link =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd.number())).toString();
            return Optional.of(link).filter(name -> name.matches("(socket|pipe):\\[[0-9]+\\]"));
        } catch (IOException notOpen) {
            return Optional.empty();
        }
    }

    private <T> Result<T> lacking(String errno) {
        return new Result.Err<>(new Errno(errno, constants.number(errno)));
    }

    @Override
    public Result<List<Unheld>> unheld() {
        return diag.map(SockDiag::unheldTcp).orElseGet(() -> lacking("ENOSYS"));
    }

    private static <T> Optional<T> ok(Result<T> result) {
        return result instanceof Ok<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
