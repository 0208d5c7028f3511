package sockshell.libc;

import org.junit.jupiter.api.Nested;
import sockshell.sys.BlockingContract;
import sockshell.sys.ControlContract;
import sockshell.sys.DescriptorContract;
import sockshell.sys.EpollContract;
import sockshell.sys.FileContract;
import sockshell.sys.Kernel;
import sockshell.sys.LookupContract;
import sockshell.sys.MessageContract;
import sockshell.sys.NamesContract;
import sockshell.sys.PipeContract;
import sockshell.sys.PollContract;
import sockshell.sys.SelectContract;
import sockshell.sys.UdpContract;
import sockshell.sys.UdpNamesContract;
import sockshell.sys.UnixContract;
import sockshell.sys.UnixNamesContract;

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

    @Nested
    class Message extends MessageContract {
        Message() {
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
    class Poll extends PollContract {
        Poll() {
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
    class Epoll extends EpollContract {
        Epoll() {
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
    class Pipe extends PipeContract {
        Pipe() {
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
    class Names extends NamesContract {
        Names() {
            super(KERNEL);
        }
    }

    @Nested
    class Lookup extends LookupContract {
        Lookup() {
            super(KERNEL);
        }
    }
}
