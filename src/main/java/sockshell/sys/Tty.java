package sockshell.sys;

/** The terminal that a descriptor leads to, termios(3) and ioctl_tty(2). */
public interface Tty {

    /**
     * {@code struct termios}: the flags of its four groups as the system has them, and the
     * characters that steer it, c_cc.
     */
    record Modes(long input, long output, long control, long local, Bytes characters) {}

    /** {@code struct winsize}. */
    record Window(int columns, int rows) {}

    /** {@code int tcgetattr(int fd, struct termios *termios_p);} ENOTTY: it is no terminal. */
    Result<Modes> modes(Fd fd);

    /** {@code int tcsetattr(int fd, TCSANOW, const struct termios *termios_p);} */
    Result<Integer> change(Fd fd, Modes modes);

    /** {@code ioctl(fd, TIOCGWINSZ, &winsize)} */
    Result<Window> window(Fd fd);
}
