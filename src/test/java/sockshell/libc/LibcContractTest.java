package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.sys.BlockingContract;
import sockshell.sys.Kernel;
import sockshell.sys.UdpContract;
import sockshell.sys.UdpNamesContract;

/** The real kernel keeps the contract. */
class LibcContractTest {
    private static final Kernel KERNEL = new LibcKernel();

    @Nested
    class Blocking extends BlockingContract {
        Blocking() {
            super(KERNEL);
        }
    }

    @Nested
    class Udp extends UdpContract {
        Udp() {
            super(KERNEL);
        }
    }

    @Nested
    class UdpNames extends UdpNamesContract {
        UdpNames() {
            super(KERNEL);
        }
    }
}
