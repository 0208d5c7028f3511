package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Descriptors.Ioctl;
import sockshell.sys.Fd;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/**
 * What every descriptor can do, and the calls that make more: {@link sockshell.sys.Descriptors}.
 */
final class DescriptorCalls {
    /* fs.nr_open, proc(5): no process has a higher descriptor. */
    private static final long MOST = 1 << 20;
    private static final int FIRST = 3;

    /* ioctl(2) requests that only take their int; the others leave an answer in it. */
    private static final Set<String> TAKING = Set.of("FIONBIO", "FIOASYNC", "SIOCSPGRP");

    private DescriptorCalls() {}

    static List<Call> all() {
        return Stream.of(pairs(), copies(), files(), controls()).flatMap(List::stream).toList();
    }

    private static List<Call> pairs() {
        return List.of(
                call("socketpair", Gives.DESCRIPTORS)
                        .means("Makes two sockets that are connected to each other.")
                        .page("socketpair(2)")
                        .fails("EOPNOTSUPP", "only AF_UNIX has pairs")
                        .fails("EMFILE", "the process has as many descriptors as it may have")
                        .form(
                                "family:family type:type protocol:protocol=0",
                                DescriptorCalls::socketpair)
                        .c("socketpair({family}, {type}, {protocol}, {&result})")
                        .python("socket.socketpair({family}, {type}, {protocol})")
                        .done(),
                call("pipe", Gives.DESCRIPTORS)
                        .means(
                                "Makes a pipe: what is written to the second is read from the"
                                        + " first.")
                        .page("pipe(2)")
                        .fails("EMFILE", "the process has as many descriptors as it may have")
                        .form("", in -> Outcomes.pair(in, in.kernel().descriptors().pipe()))
                        .c("pipe({&result})")
                        .python("os.pipe()")
                        .java("Pipe.open()")
                        .done());
    }

    private static List<Call> copies() {
        return List.of(
                call("dup", Gives.DESCRIPTOR)
                        .means("Makes a second descriptor for what is behind the first.")
                        .page("dup(2)")
                        .fails("EBADF", "the process has no such descriptor")
                        .form("fd:descriptor", DescriptorCalls::dup)
                        .c("dup({fd})")
                        .python("{fd}.dup()")
                        .done(),
                call("dup2", Gives.DESCRIPTOR)
                        .means("Makes a second descriptor at a number of your choice.")
                        .page("dup(2)")
                        .fails("EBADF", "there is no such descriptor, or the number is too high")
                        .form("fd:descriptor onto:descriptor", DescriptorCalls::dup2)
                        .c("dup2({fd}, {onto})")
                        .python("os.dup2({fd}.fileno(), {onto})")
                        .done());
    }

    private static List<Call> files() {
        return List.of(
                call("open", Gives.DESCRIPTOR)
                        .means("Opens a file; with O_CREAT it may be a new one.")
                        .page("open(2)")
                        .waits(Waits::forNothing)
                        .fails("ENOENT", "there is no such file, or no such folder for it")
                        .fails("EACCES", "the file may not be used in this way")
                        .fails("EEXIST", "the file is there already, and O_EXCL wants a new one")
                        .fails("ENXIO", "it is a socket, or a pipe that nobody reads")
                        .form("path:text flags:open_flags=0 mode:number=438", DescriptorCalls::open)
                        .c("open({path}, {flags}, {mode})")
                        .python("os.open({path}, {flags}, {mode})")
                        .java("FileChannel.open(Path.of({path}))")
                        .done(),
                call("unlink", Gives.NUMBER)
                        .means("Takes a name out of its folder: a file's, or a bound socket's.")
                        .page("unlink(2)")
                        .fails("ENOENT", "there is no such name")
                        .form("path:text", DescriptorCalls::unlink)
                        .c("unlink({path})")
                        .python("os.unlink({path})")
                        .java("Files.delete(Path.of({path}))")
                        .done(),
                call("sendfile", Gives.NUMBER)
                        .means("Sends a part of a file without a detour through the program.")
                        .page("sendfile(2)")
                        .fails("EINVAL", "the second descriptor is no file that can be read so")
                        .fails("EPIPE", "nobody reads at the other end any more")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form(
                                "out:descriptor in:descriptor offset:offset count:number",
                                DescriptorCalls::sendfile)
                        .c("sendfile({out}, {in}, {&offset}, {count})")
                        .python("os.sendfile({out}.fileno(), {in}.fileno(), {offset}, {count})")
                        .java("{in}.transferTo({offset}, {count}, {out})")
                        .done());
    }

    private static List<Call> controls() {
        return List.of(
                call("fcntl", Gives.OPTION)
                        .means("Asks or changes what a descriptor is set to, O_NONBLOCK for one.")
                        .page("fcntl(2)")
                        .fails("EBADF", "the process has no such descriptor")
                        .fails("EINVAL", "the command is not known, or its argument is wrong")
                        .form(
                                "fd:descriptor command:command argument:command_argument=0",
                                DescriptorCalls::fcntl)
                        .c("fcntl({fd}, {command}, {argument})")
                        .python("fcntl.fcntl({fd}.fileno(), {command}, {argument})")
                        .done(),
                call("ioctl", Gives.OPTION)
                        .means("Asks or tells a driver something, FIONREAD for one.")
                        .page("ioctl(2)")
                        .fails("ENOTTY", "this kind of descriptor does not know the request")
                        .fails("ENODEV", "there is no network interface of that name")
                        .form(
                                "fd:descriptor request:request argument:option_value=None",
                                DescriptorCalls::ioctl)
                        .c("ioctl({fd}, {request}, {&argument})")
                        .python("fcntl.ioctl({fd}.fileno(), {request}, {argument})")
                        .done());
    }

    private static Outcome socketpair(Invocation in) {
        return Outcomes.pair(
                in, in.kernel().sockets().socketpair(in.number(0), in.number(1), in.number(2)));
    }

    private static Outcome dup(Invocation in) {
        return Outcomes.descriptor(in, in.kernel().descriptors().dup(in.descriptor(0)));
    }

    /** The kernel's own numbers are others: only one that is in use can be replaced by dup2(2). */
    private static Outcome dup2(Invocation in) {
        long onto = in.wide(1);
        if (onto >= 0 && onto < FIRST) {
            throw in.mistake(1, "0, 1 and 2 are the terminal's", "the first of yours is 3");
        }
        if (in.has(onto)) {
            return ontoOpen(in, onto);
        }
        Result<Fd> copy =
                onto >= 0 && onto < MOST
                        ? in.kernel().descriptors().dup(in.descriptor(0))
                        : in.kernel().descriptors().dup2(in.descriptor(0), new Fd(-1));
        return Outcomes.of(
                copy,
                made -> {
                    in.install((int) onto, made);
                    return new Outcome.Made(List.of((int) onto));
                });
    }

    private static Outcome ontoOpen(Invocation in, long onto) {
        return Outcomes.of(
                in.kernel().descriptors().dup2(in.descriptor(0), in.descriptor(1)),
                _ -> new Outcome.Made(List.of((int) onto)));
    }

    private static Outcome open(Invocation in) {
        return Outcomes.descriptor(
                in, in.kernel().descriptors().open(path(in), in.number(1), in.number(2)));
    }

    private static Outcome unlink(Invocation in) {
        return Outcomes.count(in.kernel().descriptors().unlink(path(in)));
    }

    private static String path(Invocation in) {
        return Outcomes.terminated(in, 0);
    }

    private static Outcome sendfile(Invocation in) {
        OptionalLong offset =
                in.value(2) == Value.Nothing.NONE
                        ? OptionalLong.empty()
                        : OptionalLong.of(in.wide(2));
        return Outcomes.count(
                in.kernel()
                        .transfers()
                        .sendfile(in.descriptor(0), in.descriptor(1), offset, in.wide(3)));
    }

    private static Outcome fcntl(Invocation in) {
        Constants constants = in.kernel().constants();
        boolean copies =
                Stream.of("F_DUPFD", "F_DUPFD_CLOEXEC")
                        .anyMatch(name ->
                                constants.has(name) && constants.number(name) == in.number(1));
        return copies
                ? copy(in)
                : Outcomes.count(
                        in.kernel()
                                .descriptors()
                                .fcntl(in.descriptor(0), in.number(1), in.number(2)));
    }

    /** The least number is the process's own matter: the kernel only judges whether it can be. */
    private static Outcome copy(Invocation in) {
        int least = in.number(2);
        boolean possible = least >= 0 && least < MOST;
        return Outcomes.of(
                in.kernel().descriptors().fcntl(in.descriptor(0), in.number(1), possible ? 0 : -1),
                made -> new Outcome.Made(List.of(in.adopt(new Fd(made), least))));
    }

    private static Outcome ioctl(Invocation in) {
        Optional<Constant> request =
                in.kernel().constants().of(Constants.Kind.IOCTL_REQUEST).stream()
                        .filter(constant -> constant.value() == in.wide(1))
                        .findFirst();
        Optional<Struct> struct =
                request.flatMap(constant -> Structures.find(in, constant.shape()));
        Bytes argument = argument(in, struct);
        return Outcomes.of(
                asked(in, argument),
                answer ->
                        struct.<Outcome>map(form ->
                                        new Outcome.Gave(Structures.read(form, answer.argument())))
                                .orElseGet(() -> answered(request, argument, answer)));
    }

    private static Bytes argument(Invocation in, Optional<Struct> struct) {
        return switch (in.value(2)) {
            case Value.Nothing _ -> Bytes.zeros(struct.map(Struct::size).orElse(Integer.BYTES));
            case Value.Text(Bytes bytes) ->
                    struct.filter(form -> form.size() != bytes.length())
                            .map(form -> named(in, form))
                            .orElse(bytes);
            case Value given when Operators.whole(given).isPresent() ->
                    Structures.number(in.number(2));
            case Value _ ->
                    Structures.write(
                            in,
                            2,
                            struct.orElseThrow(
                                    () -> in.mistake(2, "this request takes a number", "")));
        };
    }

    /** {@code ioctl(s, SIOCGIFMTU, "lo")}: the text is the first field, netdevice(7). */
    private static Bytes named(Invocation in, Struct struct) {
        String first = struct.fields().getFirst().name();
        return Structures.written(in, 2, struct, Map.of(first, in.value(2)));
    }

    /** What could make the kernel write elsewhere is refused by the port, which says why. */
    private static Result<Ioctl> asked(Invocation in, Bytes argument) {
        try {
            return in.kernel().descriptors().ioctl(in.descriptor(0), in.wide(1), argument);
        } catch (IllegalArgumentException refused) {
            throw in.mistake(2, String.valueOf(refused.getMessage()), "");
        }
    }

    /** A request that is not known may use its argument, its return value, or both. */
    private static Outcome answered(Optional<Constant> request, Bytes argument, Ioctl answer) {
        boolean onlyTakes =
                request.map(constant -> TAKING.contains(constant.name()))
                        .orElse(answer.returned() != 0 || answer.argument().equals(argument));
        if (onlyTakes) {
            return Outcome.Gave.number(answer.returned());
        }
        return answer.argument().length() == Integer.BYTES
                ? Outcome.Gave.number(Structures.number(answer.argument()))
                : new Outcome.Gave(new Value.Text(answer.argument()));
    }
}
