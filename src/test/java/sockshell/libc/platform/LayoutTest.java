package sockshell.libc.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Tools;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** Every number and every offset of Linux's tables, held against the C compiler's own headers. */
class LayoutTest {
    /* SOL_TCP is of netinet/tcp.h, which can't stand beside linux/tcp.h and its longer tcp_info */
    private static final String HEADERS =
            """
            #define _GNU_SOURCE
            #include <errno.h>
            #include <fcntl.h>
            #include <netdb.h>
            #include <poll.h>
            #include <signal.h>
            #include <stddef.h>
            #include <arpa/inet.h>
            #include <net/if.h>
            #include <netinet/in.h>
            #include <netinet/udp.h>
            #include <sys/epoll.h>
            #include <sys/ioctl.h>
            #include <sys/resource.h>
            #include <sys/select.h>
            #include <sys/socket.h>
            #include <sys/time.h>
            #include <sys/un.h>
            #include <sys/utsname.h>
            #include <time.h>
            #include <linux/if_ether.h>
            #include <linux/if_packet.h>
            #include <linux/inet_diag.h>
            #include <linux/netlink.h>
            #include <linux/sockios.h>
            #include <linux/tcp.h>
            #include <linux/unix_diag.h>
            #define SOL_TCP IPPROTO_TCP
            """;

    /* names for what C has as bare numbers */
    private static final Set<String> NOT_IN_C = Set.of("meminfo", "cookie");
    /* C has no offsets for bits */
    private static final Set<String> BITS = Set.of("tcpi_wscale", "tcpi_delivery_rate_app_limited");
    /* longer with each kernel: the headers may know more than the table */
    private static final Set<String> GROWING = Set.of("tcp_info");

    @TempDir Path folder;

    @Test
    void the_tables_for_x86_64_are_those_of_its_C_compiler() throws IOException {
        agree("x86_64");
    }

    @Test
    void the_tables_for_aarch64_are_those_of_its_C_compiler() throws IOException {
        agree("aarch64");
    }

    private void agree(String machine) throws IOException {
        String here = System.getProperty("os.arch").replace("amd64", "x86_64");
        String compiler = machine.equals(here) ? "gcc" : machine + "-linux-gnu-gcc";
        Tools.need(compiler);
        Path source = folder.resolve("layout.c");
        Files.writeString(source, program(Linux.on(machine)));
        Tools.Run run = Tools.run(List.of(compiler, "-w", "-fsyntax-only", source.toString()));
        assertThat(run.output()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private static String program(Platform platform) {
        Stream<String> constants = platform.constants().all().stream().map(LayoutTest::assertion);
        Stream<String> structs =
                platform.structs().values().stream()
                        .filter(struct -> !NOT_IN_C.contains(struct.name()))
                        .flatMap(LayoutTest::assertions);
        return HEADERS + Stream.concat(constants, structs).collect(Collectors.joining());
    }

    private static String assertion(Constant constant) {
        return holds("(unsigned)" + constant.name(), constant.value() & 0xffffffffL);
    }

    private static Stream<String> assertions(Struct struct) {
        String type = "struct " + struct.name();
        Stream<String> fields =
                struct.fields().stream()
                        .filter(field -> !BITS.contains(field.name()))
                        .map(field -> assertion(type, field));
        return GROWING.contains(struct.name())
                ? fields
                : Stream.concat(fields, Stream.of(holds("sizeof(" + type + ")", struct.size())));
    }

    private static String assertion(String type, Field field) {
        String offset = "offsetof(" + type + ", " + field.name() + ")";
        String size = "sizeof(((" + type + " *) 0)->" + field.name() + ")";
        return holds(offset, field.offset()) + holds(size, field.size());
    }

    private static String holds(String expression, long value) {
        return "_Static_assert(%s == %d, \"%s\");\n".formatted(expression, value, expression);
    }
}
