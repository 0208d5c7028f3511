package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.sys.BadInputContract;
import sockshell.sys.BlockingContract;
import sockshell.sys.ControlContract;
import sockshell.sys.DescriptorContract;
import sockshell.sys.EpollContract;
import sockshell.sys.FileContract;
import sockshell.sys.InspectionContract;
import sockshell.sys.InterruptContract;
import sockshell.sys.Kernel;
import sockshell.sys.LookupContract;
import sockshell.sys.MessageContract;
import sockshell.sys.NamesContract;
import sockshell.sys.OptionContract;
import sockshell.sys.PipeContract;
import sockshell.sys.PollContract;
import sockshell.sys.RandomInputContract;
import sockshell.sys.SelectContract;
import sockshell.sys.TcpClosingContract;
import sockshell.sys.TcpConnectContract;
import sockshell.sys.TcpDataContract;
import sockshell.sys.TcpListenContract;
import sockshell.sys.TcpOverIpv6Contract;
import sockshell.sys.UdpContract;
import sockshell.sys.UdpNamesContract;
import sockshell.sys.UnheldContract;
import sockshell.sys.UnixContract;
import sockshell.sys.UnixNamesContract;

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
