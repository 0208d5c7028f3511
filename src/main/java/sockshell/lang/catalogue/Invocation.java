package sockshell.lang.catalogue;

import java.util.List;
import sockshell.lang.Value;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/**
 * A call that is being made: its arguments in the order of its form, and the process that makes it.
 * Every accessor gives the argument as its {@link Kind} says; what does not fit ends the statement
 * with a mistake that points at the argument.
 */
public interface Invocation {
    Kernel kernel();

    /** The process that makes the call. */
    Caller process();

    Value value(int argument);

    /** Cut to 32 bits, as C's int. */
    int number(int argument);

    long wide(int argument);

    double seconds(int argument);

    Bytes bytes(int argument);

    String text(int argument);

    /** A number of bytes that memory can be had for. */
    int size(int argument);

    /** The members of a list. */
    List<Value> members(int argument);

    /** The arguments from here on, as many as there are: the last parameter may repeat. */
    List<Value> rest(int from);

    /** The same bytes where the kernel can read them. */
    Buffer buffer(int argument);

    /** Memory of so many bytes for the kernel to write to; the next call may use it again. */
    Buffer space(int size);

    /** The kernel's own descriptor behind a process's; a closed one is one that it refuses. */
    Fd descriptor(int argument);

    /** The same for a number that stands in a list, or that the kernel gave back. */
    Fd descriptor(long number);

    /** A name is looked up, and may not be found. */
    Result<SockAddr> address(int argument);

    /** Gives the process a descriptor for what a call made: the lowest number that is free. */
    int adopt(Fd made);

    /** The lowest number that is free, but not below {@code least}. */
    int adopt(Fd made, int least);

    /** Puts what a call made at a number that is free. */
    void install(int number, Fd made);

    /** Whether the process has this descriptor. */
    boolean has(long number);

    /** Closes the process's descriptor; it is gone even where close(2) says EINTR or EIO. */
    Result<Integer> release(int argument);

    /** Tells the person something that the result does not say. */
    void remark(String sentence);

    /** A mistake of the person's, to be thrown; it points at the argument. */
    RuntimeException mistake(int argument, String message, String hint);
}
