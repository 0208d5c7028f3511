package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.sys.BlockingContract;
import sockshell.sys.Kernel;

/** The real kernel keeps the contract. */
class LibcContractTest {
    private static final Kernel KERNEL = new LibcKernel();

    @Nested
    class Blocking extends BlockingContract {
        Blocking() {
            super(KERNEL);
        }
    }
}
