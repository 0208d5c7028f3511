package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import sockshell.contract.Contract;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Message;
import sockshell.sys.Pair;
import sockshell.sys.Result;

/** Memory whose address the kernel has stays where it is until the call returns. */
class LifetimeTest extends Contract {
    private static final int UNTIL_COMPILED = 30_000;
    private static final int COLLECTIONS = 20;

    private volatile WeakReference<Buffer> last = new WeakReference<>(kernel.buffer(0));

    LifetimeTest() {
        super(new LibcKernel());
    }

    /** The interpreter keeps arguments until a method ends; compiled code does not. */
    @Test
    void the_buffers_of_a_blocked_recvmsg_are_not_collected() {
        Pair pair = streamPair();
        for (int i = 0; i < UNTIL_COMPILED; i++) {
            fails(recvmsg(pair.first(), n("MSG_DONTWAIT")), "EAGAIN");
        }
        var receiving = blocked(() -> recvmsg(pair.first(), 0));
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        assertThat(last.get()).isNotNull();
        ok(send(pair.second(), "x"));
        assertThat(ok(receiving.result()).count()).isEqualTo(1);
    }

    private Result<Message.Incoming> recvmsg(Fd fd, int flags) {
        return kernel.transfers().recvmsg(fd, List.of(fresh()), 0, flags);
    }

    private Buffer fresh() {
        Buffer buffer = kernel.buffer(64);
        last = new WeakReference<>(buffer);
        return buffer;
    }
}
