package sockshell.libc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.Set;
import sockshell.sys.Result;
import sockshell.sys.Task;

/** A thread by its number in the kernel, gettid(2). */
final class LibcTask implements Task {
    /*
     * asm/unistd.h: what the calls of the port can wait in. Java itself sleeps in others: it parks
     * threads in futex(2), and mmap(2) and mprotect(2) queue for the process's one memory map.
     */
    private static final String ON_X86_64 =
            """
            read 0 write 1 open 2 close 3 ioctl 16 sendfile 40 fcntl 72 openat 257
            connect 42 accept 43 sendto 44 recvfrom 45 sendmsg 46 recvmsg 47 accept4 288
            poll 7 select 23 epoll_wait 232 pselect6 270 ppoll 271 epoll_pwait 281
            """;

    private static final String ON_AARCH64 =
            """
            read 63 write 64 openat 56 close 57 ioctl 29 sendfile 71 fcntl 25
            connect 203 accept 202 sendto 206 recvfrom 207 sendmsg 211 recvmsg 212 accept4 242
            pselect6 72 ppoll 73 epoll_pwait 22
            """;

    /* the names stand among the numbers and do no harm */
    private static final Set<String> WAITING =
            Set.of(
                    (System.getProperty("os.arch").equals("aarch64") ? ON_AARCH64 : ON_X86_64)
                            .strip()
                            .split("\\s+", -1));

    private static final int LONGEST = 256;

    /* linux/sched.h: the thread's file system information, unshare(2) */
    private static final int CLONE_FS = 0x200;

    private final Callers callers;
    private final Signals signals;
    private final int process;
    private final int number;
    private Optional<RandomAccessFile> open = Optional.empty();

    private LibcTask(Callers callers, Signals signals, int process, int number) {
        this.callers = callers;
        this.signals = signals;
        this.process = process;
        this.number = number;
    }

    // pid_t gettid(void);
    private static final class CGettid {
        static final MethodHandle CALL = function("gettid", INT);
    }

    /** The thread that calls this. */
    static LibcTask own(Callers callers, Signals signals, int process) {
        return new LibcTask(callers, signals, process, ownNumber(callers.get()));
    }

    private static int ownNumber(Caller caller) {
        try {
            return (int) CGettid.CALL.invokeExact(caller.capture);
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    @Override
    public int number() {
        return number;
    }

    // int tgkill(pid_t tgid, pid_t tid, int sig);
    private static final class CTgkill {
        static final MethodHandle CALL = function("tgkill", INT, INT, INT, INT);
    }

    @Override
    public Result<Integer> interrupt() {
        Caller caller = callers.get();
        int wake = signals.wake(caller);
        try {
            return caller.count(
                    (int) CTgkill.CALL.invokeExact(caller.capture, process, number, wake));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int unshare(int flags);
    private static final class CUnshare {
        static final MethodHandle CALL = function("unshare", INT, INT);
    }

    // int chdir(const char *path);
    private static final class CChdir {
        static final MethodHandle CALL = function("chdir", INT, POINTER);
    }

    /** A thread that shares its directory with others, as all do at first, would move them too. */
    @Override
    public Result<Integer> enter(String folder) {
        Caller caller = callers.get();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = Memory.string(arena, "folder", folder);
            int apart = (int) CUnshare.CALL.invokeExact(caller.capture, CLONE_FS);
            return apart < 0
                    ? caller.failed()
                    : caller.count((int) CChdir.CALL.invokeExact(caller.capture, name));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    /**
     * proc_pid_syscall(5): {@code running}, or the number of the call that the thread sleeps in and
     * its arguments. Who asks about itself would find the very read(2) that it asks with.
     */
    @Override
    public boolean isAsleep() {
        return number != ownNumber(callers.get()) && WAITING.contains(state());
    }

    /** A file of /proc tells anew each time that it is read from its beginning. */
    private synchronized String state() {
        try {
            RandomAccessFile file = opened();
            file.seek(0);
            byte[] text = new byte[LONGEST];
            int length = file.read(text);
            return new String(text, 0, Math.max(length, 0), ISO_8859_1).split("[ \n]", 2)[0];
        } catch (IOException gone) {
            open = Optional.empty();
            return "";
        }
    }

    private RandomAccessFile opened() throws IOException {
        if (open.isEmpty()) {
            open = Optional.of(new RandomAccessFile("/proc/self/task/" + number + "/syscall", "r"));
        }
        return open.get();
    }

    @Override
    public synchronized void close() {
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open = Optional.empty();
    }
}
