package sockshell.libc.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sockshell.libc.LibcKernel;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.Struct;

/** Questions that the kernel does not answer as hoped. */
class NetlinkTest {
    /* RFC 3692: kept for experiments, so nobody's */
    private static final long NO_PROTOCOL = 253;

    private final Kernel kernel = new LibcKernel();
    private final Platform platform = Platform.here();
    private final Netlink netlink = new Netlink(kernel, platform);

    @Test
    void a_dump_that_breaks_off_is_a_failure_and_not_an_empty_answer() {
        Struct question = platform.struct("inet_diag_req_v2");
        long family = kernel.constants().number("AF_INET");
        var answer =
                netlink.askForAll(
                        question.pack(
                                Map.of("sdiag_family", family, "sdiag_protocol", NO_PROTOCOL)));
        assertThat(answer).isInstanceOf(Result.Err.class);
    }

    @Test
    void a_question_that_goes_wrong_leaves_no_socket_open() throws IOException {
        List<String> before = sockets();
        assertThatThrownBy(() -> netlink.askForAll(Bytes.zeros(1 << 16)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(sockets()).isEqualTo(before);
    }

    private static List<String> sockets() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.map(NetlinkTest::target).filter(to -> to.startsWith("socket:")).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
