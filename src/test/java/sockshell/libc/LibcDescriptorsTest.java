package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/** What only a kernel with processes around shows. */
class LibcDescriptorsTest {
    private final Kernel kernel = new LibcKernel();

    private int n(String name) {
        return kernel.constants().number(name);
    }

    /** proc_pid_stat(5): the fifth field; the second is in parentheses. */
    private static int processGroup() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2]);
    }

    @Test
    void a_process_group_that_owns_a_socket_is_a_negative_number_and_no_failure()
            throws IOException {
        int group = processGroup();
        Fd fd = kernel.sockets().socket(n("AF_UNIX"), n("SOCK_STREAM"), 0).orElse(new Fd(-1));
        kernel.descriptors().fcntl(fd, n("F_SETOWN"), -group);
        Result<Integer> owner = kernel.descriptors().fcntl(fd, n("F_GETOWN"), 0);
        kernel.descriptors().close(fd);
        assertThat(owner).isEqualTo(new Result.Ok<>(-group));
    }

    /** F_SETSIG of fcntl(2): with O_ASYNC the next byte would send SIGUSR1, which ends a JVM. */
    @Test
    void a_signal_of_ones_own_choice_is_EINVAL() {
        int setSignal = 10;
        int sigusr1 = 10;
        Fd fd = kernel.sockets().socket(n("AF_UNIX"), n("SOCK_STREAM"), 0).orElse(new Fd(-1));
        Result<Integer> set = kernel.descriptors().fcntl(fd, setSignal, sigusr1);
        kernel.descriptors().close(fd);
        assertThat(set).isEqualTo(new Result.Err<>(new Errno("EINVAL", n("EINVAL"))));
    }
}
