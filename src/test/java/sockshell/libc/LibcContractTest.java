package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.contract.BadInputContract;
import sockshell.contract.BlockingContract;
import sockshell.contract.ControlContract;
import sockshell.contract.DescriptorContract;
import sockshell.contract.EpollContract;
import sockshell.contract.FileContract;
import sockshell.contract.InspectionContract;
import sockshell.contract.InterruptContract;
import sockshell.contract.LookupContract;
import sockshell.contract.MessageContract;
import sockshell.contract.NamesContract;
import sockshell.contract.OptionContract;
import sockshell.contract.PipeContract;
import sockshell.contract.PollContract;
import sockshell.contract.RandomInputContract;
import sockshell.contract.SelectContract;
import sockshell.contract.UdpContract;
import sockshell.contract.UdpNamesContract;
import sockshell.contract.UnixContract;
import sockshell.contract.UnixNamesContract;
import sockshell.contract.tcp.TcpClosingContract;
import sockshell.contract.tcp.TcpConnectContract;
import sockshell.contract.tcp.TcpDataContract;
import sockshell.contract.tcp.TcpListenContract;
import sockshell.contract.tcp.TcpOverIpv6Contract;
import sockshell.contract.tcp.UnheldContract;
import sockshell.sys.Kernel;

/** The real kernel keeps the contract. */
class LibcContractTest {
    private static final Kernel KERNEL = new LibcKernel();

    @Nested
    class BadInput extends BadInputContract {
        BadInput() {
            super(KERNEL);
        }
    }

    @Nested
    class Blocking extends BlockingContract {
        Blocking() {
            super(KERNEL);
        }
    }

    @Nested
    class Control extends ControlContract {
        Control() {
            super(KERNEL);
        }
    }

    @Nested
    class Descriptor extends DescriptorContract {
        Descriptor() {
            super(KERNEL);
        }
    }

    @Nested
    class Epoll extends EpollContract {
        Epoll() {
            super(KERNEL);
        }
    }

    @Nested
    class File extends FileContract {
        File() {
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
    class Interrupt extends InterruptContract {
        Interrupt() {
            super(KERNEL);
        }
    }

    @Nested
    class Lookup extends LookupContract {
        Lookup() {
            super(KERNEL);
        }
    }

    @Nested
    class Message extends MessageContract {
        Message() {
            super(KERNEL);
        }
    }

    @Nested
    class Names extends NamesContract {
        Names() {
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
    class Pipe extends PipeContract {
        Pipe() {
            super(KERNEL);
        }
    }

    @Nested
    class Poll extends PollContract {
        Poll() {
            super(KERNEL);
        }
    }

    @Nested
    class RandomInput extends RandomInputContract {
        RandomInput() {
            super(KERNEL);
        }
    }

    @Nested
    class Select extends SelectContract {
        Select() {
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
    class TcpConnect extends TcpConnectContract {
        TcpConnect() {
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
    class TcpListen extends TcpListenContract {
        TcpListen() {
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

    @Nested
    class Unheld extends UnheldContract {
        Unheld() {
            super(KERNEL);
        }
    }

    @Nested
    class Unix extends UnixContract {
        Unix() {
            super(KERNEL);
        }
    }

    @Nested
    class UnixNames extends UnixNamesContract {
        UnixNames() {
            super(KERNEL);
        }
    }
}
