package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.sys.BadInputContract;
import sockshell.sys.BlockingContract;
import sockshell.sys.InspectionContract;
import sockshell.sys.InterruptContract;
import sockshell.sys.Kernel;
import sockshell.sys.OptionContract;
import sockshell.sys.RandomInputContract;
import sockshell.sys.TcpClosingContract;
import sockshell.sys.TcpConnectContract;
import sockshell.sys.TcpDataContract;
import sockshell.sys.TcpListenContract;
import sockshell.sys.TcpOverIpv6Contract;
import sockshell.sys.UnheldContract;

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
    class TcpConnect extends TcpConnectContract {
        TcpConnect() {
            super(KERNEL);
        }
    }

    @Nested
    class TcpListen extends TcpListenContract {
        TcpListen() {
            super(KERNEL);
        }
    }

    @Nested
    class TcpData extends TcpDataContract {
        TcpData() {
            super(KERNEL);
        }
    }

    @Nested
    class TcpClosing extends TcpClosingContract {
        TcpClosing() {
            super(KERNEL);
        }
    }

    @Nested
    class TcpOverIpv6 extends TcpOverIpv6Contract {
        TcpOverIpv6() {
            super(KERNEL);
        }
    }

    @Nested
    class Interrupt extends InterruptContract {
        Interrupt() {
            super(KERNEL);
        }
    }

    @Nested
    class Option extends OptionContract {
        Option() {
            super(KERNEL);
        }
    }

    @Nested
    class Inspection extends InspectionContract {
        Inspection() {
            super(KERNEL);
        }
    }

    @Nested
    class BadInput extends BadInputContract {
        BadInput() {
            super(KERNEL);
        }
    }

    @Nested
    class Unheld extends UnheldContract {
        Unheld() {
            super(KERNEL);
        }
    }

    @Nested
    class RandomInput extends RandomInputContract {
        RandomInput() {
            super(KERNEL);
        }
    }
}
