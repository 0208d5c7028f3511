package sockshell.lang.catalogue;

import sockshell.lang.Value;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/**
 * A call that is being made: its arguments in the order of its form, and the process that makes it.
 * Every accessor gives the argument as its {@link Kind} says; what did not fit was refused before.
 */
public interface Invocation {
    Kernel kernel();

    Value value(int argument);

    /** Cut to 32 bits, as C's int. */
    int number(int argument);

    long wide(int argument);

    double seconds(int argument);

    Bytes bytes(int argument);

    String text(int argument);

    /** The same bytes where the kernel can read them. */
    Buffer buffer(int argument);

    /** Memory of so many bytes for the kernel to write to; the next call may use it again. */
    Buffer space(int size);

    /** The kernel's own descriptor behind a process's; a closed one is one that it refuses. */
    Fd descriptor(int argument);

    /** A name is looked up, and may not be found. */
    Result<SockAddr> address(int argument);

    /** Gives the process a descriptor for what a call made: the lowest number that is free. */
    int adopt(Fd made);

    /** Closes the process's descriptor; it is gone even where close(2) says EINTR or EIO. */
    Result<Integer> release(int argument);
}
