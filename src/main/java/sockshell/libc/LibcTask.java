package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.function;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import sockshell.sys.Result;
import sockshell.sys.Task;

/** A thread by its number in the kernel, gettid(2). */
final class LibcTask implements Task {
    private final Callers callers;
    private final WakeSignal signal;
    private final int process;
    private final int number;

    private LibcTask(Callers callers, WakeSignal signal, int process, int number) {
        this.callers = callers;
        this.signal = signal;
        this.process = process;
        this.number = number;
    }

    // pid_t gettid(void);
    private static final MethodHandle GETTID = function("gettid", INT);

    /** The thread that calls this. */
    static LibcTask own(Callers callers, WakeSignal signal, int process) {
        return new LibcTask(callers, signal, process, ownNumber(callers.get()));
    }

    private static int ownNumber(Caller caller) {
        try {
            return (int) GETTID.invokeExact(caller.capture);
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int tgkill(pid_t tgid, pid_t tid, int sig);
    private static final MethodHandle TGKILL = function("tgkill", INT, INT, INT, INT);

    @Override
    public Result<Integer> interrupt() {
        Caller caller = callers.get();
        int wake = signal.number(caller);
        try {
            return caller.count((int) TGKILL.invokeExact(caller.capture, process, number, wake));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    /**
     * proc_pid_syscall(5): {@code running}, or the number of the call that the thread sleeps in.
     * Java parks its threads in futex(2), and no call of ours is that one. Who asks about itself
     * would find the very read(2) that it asks with.
     */
    @Override
    public boolean isAsleep() {
        if (number == ownNumber(callers.get())) {
            return false;
        }
        String futex = System.getProperty("os.arch").equals("aarch64") ? "98 " : "202 ";
        Path path = Path.of("/proc/self/task/" + number + "/syscall");
        try {
            String call = Files.readString(path);
            return Character.isDigit(call.charAt(0)) && !call.startsWith(futex);
        } catch (IOException gone) {
            return false;
        }
    }
}
