package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.LONG;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;
import static sockshell.libc.Native.variadic;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Descriptors;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/** What every descriptor can do: the C prototype, its handle, the method that makes the call. */
final class LibcDescriptors implements Descriptors {
    /* ioctl(2): a request's number has 14 bits for the size of its argument. */
    private static final int LARGEST_IOCTL = 1 << 14;

    private final Callers callers;
    private final Signals signals;
    private final Struct rlimit;
    private final int openFiles;
    private final Set<Long> plainCommands;
    private final Set<Long> knownRequests;

    LibcDescriptors(Callers callers, Platform platform, Signals signals) {
        this.callers = callers;
        this.signals = signals;
        rlimit = platform.struct("rlimit");
        openFiles = platform.constants().number("RLIMIT_NOFILE");
        plainCommands = numbers(platform, Kind.FCNTL_COMMAND);
        knownRequests = numbers(platform, Kind.IOCTL_REQUEST);
    }

    private static Set<Long> numbers(Platform platform, Kind kind) {
        return platform.constants().of(kind).stream()
                .map(Constant::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    // int close(int fd);
    private static final class CClose {
        static final MethodHandle CALL = function("close", INT, INT);
    }

    @Override
    public Result<Integer> close(Fd fd) {
        Caller caller = callers.get();
        try {
            return caller.count((int) CClose.CALL.invokeExact(caller.capture, fd.number()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int dup(int oldfd);
    private static final class CDup {
        static final MethodHandle CALL = function("dup", INT, INT);
    }

    @Override
    public Result<Fd> dup(Fd fd) {
        Caller caller = callers.get();
        try {
            return caller.descriptor((int) CDup.CALL.invokeExact(caller.capture, fd.number()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int dup2(int oldfd, int newfd);
    private static final class CDup2 {
        static final MethodHandle CALL = function("dup2", INT, INT, INT);
    }

    @Override
    public Result<Fd> dup2(Fd fd, Fd onto) {
        Caller caller = callers.get();
        try {
            return caller.descriptor(
                    (int) CDup2.CALL.invokeExact(caller.capture, fd.number(), onto.number()));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int pipe(int pipefd[2]);
    private static final class CPipe {
        static final MethodHandle CALL = function("pipe", INT, POINTER);
    }

    @Override
    public Result<Pair> pipe() {
        Caller caller = callers.get();
        try {
            return caller.descriptors((int) CPipe.CALL.invokeExact(caller.capture, caller.pair));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int fcntl(int fd, int cmd, ...);
    private static final class CFcntl {
        static final MethodHandle CALL = variadic("fcntl", INT, INT, INT, LONG);
    }

    @Override
    public Result<Integer> fcntl(Fd fd, int command, int argument) {
        Caller caller = callers.get();
        signals.surviveSigio(caller);
        long given =
                plainCommands.contains((long) command) ? argument : caller.space(256).address();
        try {
            return caller.count(
                    (int) CFcntl.CALL.invokeExact(caller.capture, fd.number(), command, given));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int ioctl(int fd, unsigned long request, ...);
    static final class CIoctl {
        static final MethodHandle CALL = variadic("ioctl", INT, INT, LONG, POINTER);
    }

    @Override
    public Result<Ioctl> ioctl(Fd fd, long request, Bytes argument) {
        Caller caller = callers.get();
        int size = Sizes.checked("argument", Math.max(argument.length(), LARGEST_IOCTL));
        refuseAddresses(request, argument);
        signals.surviveSigio(caller);
        MemorySegment memory = caller.space(size);
        Memory.put(memory, 0, argument);
        try {
            int returned =
                    (int) CIoctl.CALL.invokeExact(caller.capture, fd.number(), request, memory);
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(
                            new Ioctl(returned, Memory.bytes(memory, 0, argument.length())));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    /**
     * SIOCGIFCONF has the kernel write where an address within its argument leads, FS_IOC_FIEMAP as
     * many records as a number within says. The requests of the table have neither; any other one
     * may take an int.
     */
    private void refuseAddresses(long request, Bytes argument) {
        if (knownRequests.contains(request)) {
            return;
        }
        for (int at = Integer.BYTES; at < argument.length(); at++) {
            if (argument.at(at) != 0) {
                throw new IllegalArgumentException(
                        "argument: behind its first int there must be zeros, as request "
                                + request
                                + " is not known and could take it for an address");
            }
        }
    }

    // int open(const char *pathname, int flags, ... /* mode_t mode */);
    private static final class COpen {
        static final MethodHandle CALL = variadic("open", INT, POINTER, INT, INT);
    }

    @Override
    public Result<Fd> open(String path, int flags, int mode) {
        Caller caller = callers.get();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = Memory.string(arena, "path", path);
            return caller.descriptor(
                    (int) COpen.CALL.invokeExact(caller.capture, name, flags, mode));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int unlink(const char *pathname);
    private static final class CUnlink {
        static final MethodHandle CALL = function("unlink", INT, POINTER);
    }

    @Override
    public Result<Integer> unlink(String path) {
        Caller caller = callers.get();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = Memory.string(arena, "path", path);
            return caller.count((int) CUnlink.CALL.invokeExact(caller.capture, name));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int getrlimit(int resource, struct rlimit *rlim);
    private static final class CGetrlimit {
        static final MethodHandle CALL = function("getrlimit", INT, INT, POINTER);
    }

    @Override
    public Result<Long> limit() {
        Caller caller = callers.get();
        MemorySegment memory = caller.space(rlimit.size());
        try {
            int returned = (int) CGetrlimit.CALL.invokeExact(caller.capture, openFiles, memory);
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(Memory.get(memory, 0, rlimit.field("rlim_cur")));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
