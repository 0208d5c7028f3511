package sockshell.sys;

import java.util.Map;

/**
 * A kernel: the calls, by family, and what is needed to speak to it. Any number of threads may use
 * one at once. A thread must be a platform thread: a call blocks it as C would.
 */
public interface Kernel {

    Sockets sockets();

    Transfers transfers();

    Descriptors descriptors();

    Readiness readiness();

    Names names();

    Inspection inspection();

    Tty tty();

    /** The system's constants. */
    Constants constants();

    /** The system's structures by their C names, {@code sockaddr_in} for one. */
    Map<String, Struct> structs();

    /** The bytes that reach the kernel for an address. */
    SockAddr.Raw encode(SockAddr address);

    /** What the bytes of an address mean; raw where they mean nothing known. */
    SockAddr decode(SockAddr.Raw address);

    /** New memory of zeros for calls to use. */
    Buffer buffer(int size);

    /** C's NULL: calls may be given any length with it, and the kernel answers EFAULT. */
    Buffer nowhere();

    /** The calling thread. */
    Task task();

    /** {@code pid_t getpid(void);} */
    int getpid();

    /** The kernel's name, release and machine, uname(2): {@code linux 6.18 x86_64}. */
    String system();
}
