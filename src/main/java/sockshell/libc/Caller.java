package sockshell.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import sockshell.libc.platform.Failures;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;

/**
 * What one thread needs to make calls: where errno goes, memory for small arguments, and the counts
 * that it was last given. All of it is made once for each thread and used again, so that a call in
 * a loop leaves nothing to the garbage collector.
 */
final class Caller {
    /** sizeof(struct sockaddr_storage): the room that the kernel is told of. */
    static final int ADDRESS_ROOM = 128;

    /** Twice as much: an address too long for the kernel can be handed to it as well. */
    static final int ADDRESS_SPACE = 2 * ADDRESS_ROOM;

    /**
     * A call may write more than the length it was given: SO_GET_FILTER counts instructions of 8
     * bytes, BPF_MAXINSNS or 4096 at most, net/core/filter.c. All of it has to be ours.
     */
    private static final long LEAST_SPACE = 4096 * 8;

    private static final long PAIR = ADDRESS_SPACE;
    private static final long LENGTH = PAIR + 8;
    private static final long OFFSET = LENGTH + 8;
    private static final long SMALL = OFFSET + 8;

    final MemorySegment capture;
    final MemorySegment address;
    final MemorySegment pair;
    final MemorySegment length;
    final MemorySegment offset;

    private final Thread owner = Thread.currentThread();
    private final Failures failures;
    private final Counts counts = new Counts();
    private MemorySegment space;

    Caller(Failures failures) {
        this.failures = failures;
        MemorySegment small = Arena.ofAuto().allocate(SMALL, Long.BYTES);
        capture = Arena.ofAuto().allocate(Native.CAPTURE);
        address = small.asSlice(0, ADDRESS_SPACE);
        pair = small.asSlice(PAIR, 8);
        length = small.asSlice(LENGTH, 4);
        offset = small.asSlice(OFFSET, 8);
        space = MemorySegment.NULL;
    }

    @SuppressWarnings("ReferenceEquality") // the thread itself is meant
    boolean isOwn() {
        return owner == Thread.currentThread();
    }

    /** Memory of zeros for an argument of any size; the thread's next call may use it again. */
    MemorySegment space(long size) {
        if (space.byteSize() < size) {
            space = Arena.ofAuto().allocate(Math.max(size, LEAST_SPACE), Long.BYTES);
        }
        return space.asSlice(0, size).fill((byte) 0);
    }

    /** {@link #length}, telling the kernel how much room there is for an address. */
    MemorySegment room() {
        length.set(Native.INT, 0, ADDRESS_ROOM);
        return length;
    }

    int errno() {
        return Native.errno(capture);
    }

    <T> Result<T> failed() {
        return failures.errno(errno());
    }

    /**
     * Of a call that returns a number or -1. Others below 0 are no failures: F_GETOWN gives a
     * process group that way, fcntl(2).
     */
    Result<Integer> count(long returned) {
        return returned == -1 ? failed() : counts.of((int) returned);
    }

    /** Of a call that returns a new descriptor. */
    Result<Fd> descriptor(int returned) {
        return returned < 0 ? failed() : new Result.Ok<>(new Fd(returned));
    }

    /** Of a call that wrote two descriptors into {@link #pair}. */
    Result<Pair> descriptors(int returned) {
        if (returned < 0) {
            return failed();
        }
        Fd first = new Fd(pair.get(Native.INT, 0));
        return new Result.Ok<>(new Pair(first, new Fd(pair.get(Native.INT, 4))));
    }
}
