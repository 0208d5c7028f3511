package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import sockshell.contract.Contract;
import sockshell.sys.Fd;

/** What only a program that knows addresses can bring about, or another process. */
class LibcSocketsTest extends Contract {
    /* asm-generic/socket.h: two names for one number */
    private static final int SO_ATTACH_FILTER = 26;
    private static final int SO_GET_FILTER = SO_ATTACH_FILTER;

    /* linux/filter.h: BPF_RET|BPF_K, a program that lets everything through */
    private static final long RETURN = 0x7fff_ffff_0000_0006L;

    LibcSocketsTest() {
        super(new LibcKernel());
    }

    @Test
    void a_filter_is_eight_times_as_long_as_the_length_that_getsockopt_is_given() {
        int count = 2000;
        Fd socket = udp();
        attachFilter(socket, count);
        for (int length = count; length < 2 * count; length += 16) {
            int level = n("SOL_SOCKET");
            assertThat(ok(kernel.sockets().getsockopt(socket, level, SO_GET_FILTER, length)))
                    .matches(value -> value.length() == count);
        }
    }

    /** {@code struct sock_fprog { unsigned short len; struct sock_filter *filter; };} */
    private void attachFilter(Fd socket, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment filter = arena.allocate(ValueLayout.JAVA_LONG, count);
            for (int i = 0; i < count; i++) {
                filter.setAtIndex(ValueLayout.JAVA_LONG, i, RETURN);
            }
            MemorySegment program = arena.allocate(ValueLayout.JAVA_LONG, 2);
            program.setAtIndex(ValueLayout.JAVA_LONG, 0, count);
            program.setAtIndex(ValueLayout.JAVA_LONG, 1, filter.address());
            int level = n("SOL_SOCKET");
            var value = Memory.bytes(program, 0, program.byteSize());
            ok(kernel.sockets().setsockopt(socket, level, SO_ATTACH_FILTER, value, 16));
        }
    }
}
