package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/** What a socket is set to: options, and Python's two ways to say how long a call may wait. */
final class OptionCalls {
    /* What an option without a size of its own is asked for: more than any of them has. */
    private static final int ROOM = 256;
    private static final long MICROS = 1_000_000;

    private OptionCalls() {}

    static List<Call> all() {
        return Stream.of(options(), waiting()).flatMap(List::stream).toList();
    }

    private static List<Call> options() {
        return List.of(
                call("getsockopt", Gives.OPTION)
                        .means("Tells what an option of a socket is set to.")
                        .page("getsockopt(2)")
                        .fails("ENOPROTOOPT", "the level has no such option")
                        .fails("EOPNOTSUPP", "the socket knows nothing of this level")
                        .fails("EINVAL", "the option does not fit into the length given")
                        .form(
                                "s:descriptor level:level option:option length:size=None",
                                OptionCalls::getsockopt)
                        .c("getsockopt({s}, {level}, {option}, {&result}, {#result})")
                        .python("{s}.getsockopt({level}, {option})")
                        .java("{s}.getOption({option})")
                        .done(),
                call("setsockopt", Gives.NUMBER)
                        .means("Sets an option of a socket.")
                        .page("setsockopt(2)")
                        .fails("ENOPROTOOPT", "the level has no such option, or it is read-only")
                        .fails(
                                "EINVAL",
                                "the value is out of range, or shorter than the option's C type")
                        .fails("EPERM", "this option is for privileged users")
                        .fails("EADDRINUSE", "the socket is a member of this group already")
                        .form(
                                "s:descriptor level:level option:option value:option_value"
                                        + " length:size=None",
                                OptionCalls::setsockopt)
                        .c("setsockopt({s}, {level}, {option}, {&value}, {#value})")
                        .python("{s}.setsockopt({level}, {option}, {value})")
                        .java("{s}.setOption({option}, {value})")
                        .done());
    }

    private static List<Call> waiting() {
        return List.of(
                call("setblocking", Gives.NOTHING)
                        .means(
                                "Says whether calls on the socket may wait: O_NONBLOCK, Python's"
                                        + " way.")
                        .page("fcntl(2)")
                        .fails("EBADF", "the process has no such descriptor")
                        .form(
                                "s:descriptor blocking:number",
                                in -> Outcomes.did(setBlocking(in, in.wide(1) != 0)))
                        .c("fcntl({s}, F_SETFL, {blocking} ? 0 : O_NONBLOCK)")
                        .python("{s}.setblocking({blocking})")
                        .java("{s}.configureBlocking({blocking})")
                        .done(),
                call("settimeout", Gives.NOTHING)
                        .means("Says how many seconds calls on the socket may wait, or None.")
                        .page("socket(7)")
                        .fails("ENOTSOCK", "the descriptor is no socket, so it has no time limit")
                        .form("s:descriptor seconds:timeout", OptionCalls::settimeout)
                        .python("{s}.settimeout({seconds})")
                        .done());
    }

    private static Outcome getsockopt(Invocation in) {
        Optional<Constant> option = option(in);
        String shape = option.map(Constant::shape).orElse("");
        boolean asGiven = in.value(3) != Value.Nothing.NONE;
        int length = asGiven ? length(in, 3) : usualLength(in, shape);
        remarkOnProcess(in, option);
        return Outcomes.of(
                in.kernel()
                        .sockets()
                        .getsockopt(in.descriptor(0), in.number(1), in.number(2), length),
                bytes -> {
                    if (isNumber(shape, asGiven) && bytes.length() == Integer.BYTES) {
                        return number(in, option, Structures.number(bytes));
                    }
                    return new Outcome.Gave(
                            asGiven ? new Value.Text(bytes) : value(in, shape, bytes));
                });
    }

    /** The constant behind an option's number: numbers are the level's own. */
    private static Optional<Constant> option(Invocation in) {
        Constants constants = in.kernel().constants();
        return kind(constants, in.number(1)).stream()
                .flatMap(kind -> constants.of(kind).stream())
                .filter(constant -> constant.value() == in.number(2))
                .findFirst();
    }

    private static Optional<Constants.Kind> kind(Constants constants, int level) {
        return Map.of(
                        "SOL_SOCKET", Constants.Kind.SOCKET_OPTION,
                        "IPPROTO_TCP", Constants.Kind.TCP_OPTION,
                        "IPPROTO_UDP", Constants.Kind.UDP_OPTION,
                        "IPPROTO_IP", Constants.Kind.IP_OPTION,
                        "IPPROTO_IPV6", Constants.Kind.IPV6_OPTION)
                .entrySet()
                .stream()
                .filter(entry -> constants.number(entry.getKey()) == level)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** C's length as it is, so that the kernel can refuse it; but memory has to be had for it. */
    private static int length(Invocation in, int argument) {
        return in.wide(argument) < 0 ? in.number(argument) : in.size(argument);
    }

    private static int usualLength(Invocation in, String shape) {
        return shape.equals("int")
                ? Integer.BYTES
                : Structures.find(in, shape).map(Struct::size).orElse(ROOM);
    }

    private static boolean isNumber(String shape, boolean asGiven) {
        return shape.equals("int") || (shape.isEmpty() && !asGiven);
    }

    private static Outcome number(Invocation in, Optional<Constant> option, int number) {
        return option.filter(constant -> constant.name().equals("SO_ERROR")).isPresent()
                ? new Outcome.ErrorNumber(number, errno(in, number))
                : Outcome.Gave.number(number);
    }

    private static String errno(Invocation in, int number) {
        return in.kernel().constants().name(Constants.Kind.ERRNO, number).orElse("");
    }

    private static Value value(Invocation in, String shape, Bytes bytes) {
        return Structures.find(in, shape)
                .<Value>map(struct -> Structures.read(struct, bytes))
                .orElseGet(() ->
                        new Value.Text(
                                shape.equals("text") ? Structures.withoutEnd(bytes) : bytes));
    }

    private static void remarkOnProcess(Invocation in, Optional<Constant> option) {
        if (option.filter(constant -> constant.name().equals("SO_PEERCRED")).isPresent()) {
            in.remark("All processes of a session are threads of one program, whose pid this is.");
        }
    }

    private static Outcome setsockopt(Invocation in) {
        Bytes value = value(in);
        int length = in.value(4) == Value.Nothing.NONE ? value.length() : length(in, 4);
        return Outcomes.count(
                in.kernel()
                        .sockets()
                        .setsockopt(in.descriptor(0), in.number(1), in.number(2), value, length));
    }

    private static Bytes value(Invocation in) {
        if (in.value(3) instanceof Value.Text(Bytes bytes)) {
            return bytes;
        }
        if (Operators.whole(in.value(3)).isPresent()) {
            return Structures.number(in.number(3));
        }
        Struct struct =
                option(in)
                        .flatMap(option -> Structures.find(in, option.shape()))
                        .orElseThrow(
                                () -> in.mistake(3, "this option takes a number, or bytes", ""));
        return Structures.write(in, 3, struct);
    }

    private static Result<Integer> setBlocking(Invocation in, boolean blocking) {
        Constants constants = in.kernel().constants();
        int waitNot = constants.number("O_NONBLOCK");
        return in.kernel()
                .descriptors()
                .fcntl(in.descriptor(0), constants.number("F_GETFL"), 0)
                .then(flags ->
                        in.kernel()
                                .descriptors()
                                .fcntl(
                                        in.descriptor(0),
                                        constants.number("F_SETFL"),
                                        blocking ? flags & ~waitNot : flags | waitNot));
    }

    /** Python keeps the time itself; here the kernel does, socket(7): SO_RCVTIMEO, SO_SNDTIMEO. */
    private static Outcome settimeout(Invocation in) {
        boolean forever = in.value(1) == Value.Nothing.NONE;
        double seconds = forever ? 0 : in.seconds(1);
        if (!(seconds >= 0)) {
            throw in.mistake(1, "a time can't be negative", "None waits without end, 0 not at all");
        }
        if (seconds > 0) {
            in.remark(
                    "This sets SO_RCVTIMEO and SO_SNDTIMEO: when the time is over, a call fails"
                            + " with EAGAIN, where Python raises a timeout.");
        }
        return Outcomes.did(
                setBlocking(in, forever || seconds > 0)
                        .then(_ -> setTime(in, "SO_RCVTIMEO", seconds))
                        .then(_ -> setTime(in, "SO_SNDTIMEO", seconds)));
    }

    /** A time that is rounded to zero would be one without end. */
    private static Result<Integer> setTime(Invocation in, String option, double seconds) {
        long micros = (long) Math.ceil(seconds * MICROS);
        Bytes time =
                Structures.get(in, "timeval")
                        .pack(Map.of("tv_sec", micros / MICROS, "tv_usec", micros % MICROS));
        Constants constants = in.kernel().constants();
        return in.kernel()
                .sockets()
                .setsockopt(
                        in.descriptor(0),
                        constants.number("SOL_SOCKET"),
                        constants.number(option),
                        time,
                        time.length());
    }
}
