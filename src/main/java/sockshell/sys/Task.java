package sockshell.sys;

/**
 * A thread as the kernel knows it. A thread takes its own from {@link Kernel#task}, and others use
 * it to see whether it is asleep in a call and to wake it.
 */
public interface Task extends AutoCloseable {

    /**
     * Sends the thread a signal whose handler does nothing and was set without SA_RESTART,
     * signal(7): a call that it is blocked in returns EINTR. A thread that is not in a call notices
     * nothing, as in C; whoever must be sure looks at {@link #isAsleep} first, and again after.
     */
    Result<Integer> interrupt();

    /** The thread's own number, {@code pid_t gettid(void);}. */
    int number();

    /** Whether the kernel has put the thread to sleep in a system call; waiting in Java is none. */
    boolean isAsleep();

    /**
     * Gives the calling thread a working directory of its own, and changes to a folder: {@code int
     * unshare(CLONE_FS); int chdir(const char *path);} on Linux. Relative paths of its calls begin
     * there; other threads notice nothing.
     */
    Result<Integer> enter(String folder);

    /** Gives back what looking at the thread needed; the thread itself goes on. */
    @Override
    void close();
}
