package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sockshell.libc.LibcKernel;
import sockshell.sys.Bytes;
import sockshell.sys.Descriptors.Ioctl;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Tty;

/** A terminal by way of the port, beside what stty(1) says of it. */
class TtyTest {
    private static final long TIOCSPTLCK = 0x40045431L;
    private static final long TIOCGPTN = 0x80045430L;
    private static final long ECHO = 8; // asm-generic/termbits.h

    private final Kernel kernel = new LibcKernel();
    private final Fd master = open("/dev/ptmx");
    private final String name = "/dev/pts/" + number();
    private final Fd slave = open(name);

    private Fd open(String path) {
        int flags = kernel.constants().number("O_RDWR") | kernel.constants().number("O_NOCTTY");
        return ok(kernel.descriptors().open(path, flags, 0));
    }

    private int number() {
        request(TIOCSPTLCK);
        return request(TIOCGPTN).at(0) & 0xff;
    }

    private Bytes request(long request) {
        Result<Ioctl> answer = kernel.descriptors().ioctl(master, request, Bytes.zeros(4));
        return ok(answer).argument();
    }

    private static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Err<T>(Errno errno) -> throw new AssertionError(errno.name());
        };
    }

    private String stty(String... arguments) throws IOException {
        Process stty =
                new ProcessBuilder("sh", "-c", "stty " + String.join(" ", arguments) + " <" + name)
                        .start();
        return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @AfterEach
    void end() {
        kernel.descriptors().close(slave);
        kernel.descriptors().close(master);
    }

    @Test
    void its_modes_are_those_of_stty() throws Exception {
        Tty.Modes modes = ok(kernel.tty().modes(slave));
        assertThat(stty("-g"))
                .startsWith(
                        "%x:%x:%x:%x:%x:%x:"
                                .formatted(
                                        modes.input(),
                                        modes.output(),
                                        modes.control(),
                                        modes.local(),
                                        modes.characters().at(0),
                                        modes.characters().at(1)));
    }

    @Test
    void a_change_is_what_stty_sees_and_nothing_else_changes() throws Exception {
        Tty.Modes modes = ok(kernel.tty().modes(slave));
        String before = stty("-g");
        kernel.tty().change(slave, without(modes, ECHO));
        assertThat(stty("-a")).contains(" -echo ");
        kernel.tty().change(slave, modes);
        assertThat(stty("-g")).isEqualTo(before);
    }

    private static Tty.Modes without(Tty.Modes modes, long flag) {
        return new Tty.Modes(
                modes.input(),
                modes.output(),
                modes.control(),
                modes.local() & ~flag,
                modes.characters());
    }

    @Test
    void its_window_is_the_one_that_it_was_given() throws Exception {
        stty("cols 93 rows 17");
        assertThat(ok(kernel.tty().window(slave))).isEqualTo(new Tty.Window(93, 17));
    }

    @Test
    void what_is_none_says_ENOTTY() {
        Fd socket = ok(kernel.sockets().socket(1, 1, 0));
        assertThat(kernel.tty().modes(socket))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        failed -> assertThat(failed.errno().name()).isEqualTo("ENOTTY"));
        kernel.descriptors().close(socket);
    }
}
