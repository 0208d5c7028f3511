package sockshell.sys;

/** What every descriptor can do, sockets or not, and the calls that make other ones. */
public interface Descriptors {

    /** What ioctl(2) returned, and its argument as the kernel left it. */
    record Ioctl(int returned, Bytes argument) {}

    /** {@code int close(int fd);} */
    Result<Integer> close(Fd fd);

    /** {@code int dup(int oldfd);} */
    Result<Fd> dup(Fd fd);

    /** {@code int dup2(int oldfd, int newfd);} */
    Result<Fd> dup2(Fd fd, Fd onto);

    /** {@code int pipe(int pipefd[2]);} */
    Result<Pair> pipe();

    /**
     * {@code int fcntl(int fd, int cmd, int arg);} A command that is not among the system's
     * constants gets a structure of zeros: a number is never taken for an address. F_SETSIG is none
     * of them, as a signal of the caller's choice could end the process.
     */
    Result<Integer> fcntl(Fd fd, int command, int argument);

    /**
     * {@code int ioctl(int fd, unsigned long request, void *arg);} The argument is copied into
     * memory large enough for any request whose size its number tells, ioctl(2). A request that is
     * not among the system's constants may have an int and zeros behind it: more could be an
     * address that the kernel would write to.
     */
    Result<Ioctl> ioctl(Fd fd, long request, Bytes argument);

    /** {@code int open(const char *pathname, int flags, mode_t mode);} */
    Result<Fd> open(String path, int flags, int mode);

    /**
     * {@code int getrlimit(RLIMIT_NOFILE, struct rlimit *rlim);} How many descriptors this program
     * may have, rlim_cur.
     */
    Result<Long> limit();

    /** {@code int unlink(const char *pathname);} */
    Result<Integer> unlink(String path);
}
