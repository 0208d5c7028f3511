package sockshell.lang.catalogue;

/** What a call's result is, for whoever writes it down or has to know what changes between runs. */
public enum Gives {
    /** 0, or how many */
    NUMBER,
    /** a new descriptor, the lowest that is free */
    DESCRIPTOR,
    /** two of them */
    DESCRIPTORS,
    /** a descriptor and the peer's address, whose port changes between runs */
    CONNECTION,
    /** how many bytes, and the bytes */
    DATA,
    /** the same and where they came from, whose port changes between runs */
    DATAGRAM,
    /** an address, whose port may be one that the kernel chose */
    ADDRESS,
    /** several of them */
    ADDRESSES,
    /** an option's number, bytes or fields */
    OPTION,
    /** who is ready for what */
    READY,
    /** the number of a process, which changes between runs */
    PROCESS,
    /** the name of the machine, which is nobody else's business */
    MACHINE,
    /** what was worked out of the arguments alone */
    VALUE,
    /** None */
    NOTHING
}
