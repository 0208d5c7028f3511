package sockshell.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** A pair of ends, pty(7): the master is the test's, the slave a program's terminal. */
@SuppressWarnings("restricted") // the test is its own C program here
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_CLOEXEC = 0x80000;
    private static final long TIOCSWINSZ = 0x5414;
    private static final int LONGEST_NAME = 128;
    private static final int CHUNK = 8192;
    private static final Linker LINKER = Linker.nativeLinker();

    /* int posix_openpt(int flags); */
    private static final MethodHandle OPEN = handle("posix_openpt", JAVA_INT, JAVA_INT);

    /* int grantpt(int fd); */
    private static final MethodHandle GRANT = handle("grantpt", JAVA_INT, JAVA_INT);

    /* int unlockpt(int fd); */
    private static final MethodHandle UNLOCK = handle("unlockpt", JAVA_INT, JAVA_INT);

    /* int ptsname_r(int fd, char *buf, size_t buflen); */
    private static final MethodHandle NAME =
            handle("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);

    /* ssize_t read(int fd, void *buf, size_t count); */
    private static final MethodHandle READ =
            handle("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    /* ssize_t write(int fd, const void *buf, size_t count); */
    private static final MethodHandle WRITE =
            handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    /* int close(int fd); */
    private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);

    /* int ioctl(int fd, unsigned long op, ...); */
    private static final MethodHandle IOCTL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private final int master;
    private final String slave;

    PseudoTerminal(int columns, int rows) {
        try (Arena arena = Arena.ofConfined()) {
            master = (int) call(OPEN, O_RDWR | O_NOCTTY | O_CLOEXEC);
            call(GRANT, master);
            call(UNLOCK, master);
            MemorySegment name = arena.allocate(LONGEST_NAME);
            call(NAME, master, name, (long) LONGEST_NAME);
            slave = name.getString(0);
        }
        resize(columns, rows);
    }

    private static MethodHandle handle(String name, ValueLayout gives, ValueLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(gives, arguments));
    }

    private static Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path that a program opens. */
    String slave() {
        return slave;
    }

    /** {@code struct winsize { unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel; };} */
    void resize(int columns, int rows) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_SHORT, 4);
            size.setAtIndex(JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(JAVA_SHORT, 1, (short) columns);
            call(IOCTL, master, TIOCSWINSZ, size);
        }
    }

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(JAVA_BYTE, bytes);
            long done = 0;
            while (done < bytes.length) {
                done += (long) call(WRITE, master, memory.asSlice(done), bytes.length - done);
            }
        }
    }

    /** What the program wrote; empty when the last one is gone that had the terminal open. */
    byte[] read() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(CHUNK);
            long count = (long) call(READ, master, memory, (long) CHUNK);
            return memory.asSlice(0, Math.max(0, count)).toArray(JAVA_BYTE);
        }
    }

    @Override
    public void close() {
        call(CLOSE, master);
    }
}
