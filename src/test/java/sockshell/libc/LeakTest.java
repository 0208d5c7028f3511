package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Result.Ok;

/** Many sockets at once, and many one after the other: nothing stays behind. */
class LeakTest {
    private static final int AT_ONCE = 20_000;
    private static final int SPARE = 200;
    private static final int IN_TURN = 200_000;

    private final Kernel kernel = new LibcKernel();

    /** Where the machine allows fewer, all but the few that the JVM itself may need. */
    @Test
    void twenty_thousand_sockets_are_open_at_once_and_closed_again() throws Exception {
        long before = openSockets();
        long count = Math.min(AT_ONCE, limit() - SPARE);
        List<Fd> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(open());
            }
            assertThat(openSockets() - before).isEqualTo(count);
            assertThat(sockets).doesNotHaveDuplicates();
        } finally {
            sockets.forEach(this::close);
        }
        assertThat(openSockets()).isEqualTo(before);
    }

    @Test
    void two_hundred_thousand_sockets_in_turn_leave_no_descriptor_and_no_memory() throws Exception {
        openAndClose(1_000);
        long descriptors = openSockets();
        long memory = nativeKilobytes();
        openAndClose(IN_TURN);
        assertThat(openSockets()).isEqualTo(descriptors);
        assertThat(nativeKilobytes() - memory).isLessThan(64);
    }

    @Test
    void a_thread_that_ends_gives_its_memory_back() throws Exception {
        callFromThreads(100);
        long memory = nativeKilobytes();
        callFromThreads(2_000);
        assertThat(nativeKilobytes() - memory).isLessThan(256);
    }

    private void callFromThreads(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Thread thread = Thread.ofPlatform().start(() -> openAndClose(1));
            thread.join();
        }
    }

    private void openAndClose(int times) {
        for (int i = 0; i < times; i++) {
            close(open());
        }
    }

    private Result<Fd> socket() {
        int family = kernel.constants().number("AF_INET");
        return kernel.sockets().socket(family, kernel.constants().number("SOCK_DGRAM"), 0);
    }

    private Fd open() {
        return switch (socket()) {
            case Ok<Fd>(Fd fd) -> fd;
            case Result.Err<Fd>(var errno) -> throw new AssertionError(errno);
        };
    }

    private void close(Fd fd) {
        assertThat(kernel.descriptors().close(fd)).isInstanceOf(Ok.class);
    }

    /** proc_pid_limits(5) */
    private static long limit() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" +", -1)[3])
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    /** Only those that are sockets: the JVM opens files as it pleases. */
    private static long openSockets() throws Exception {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.filter(LeakTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }

    /** What the JVM has given out as memory outside of its heap, to the FFM API among others. */
    private static long nativeKilobytes() throws Exception {
        System.gc();
        String report =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "vmNativeMemory",
                                        new Object[] {new String[] {"summary", "scale=KB"}},
                                        new String[] {String[].class.getName()});
        Matcher other = Pattern.compile("Other \\(reserved=(\\d+)KB").matcher(report);
        assertThat(other.find()).as(report).isTrue();
        return Long.parseLong(other.group(1));
    }
}
