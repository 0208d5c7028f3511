package sockshell.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;

/** Memory outside of Java's heap; it goes when nobody holds the buffer any more. */
final class NativeBuffer implements Buffer {
    /** C's NULL. The kernel can't read or write there, so any length may go with it. */
    static final NativeBuffer NULL = new NativeBuffer(MemorySegment.NULL);

    private final MemorySegment memory;
    private final int size;

    /* the same memory: the JIT's first tiers are slow with segments, and loops of calls begin there */
    private final ByteBuffer view;

    private NativeBuffer(MemorySegment memory) {
        this.memory = memory;
        size = (int) memory.byteSize();
        view = memory.asByteBuffer();
    }

    static NativeBuffer ofSize(int size) {
        /* malloc(0) has an address as well; one byte makes sure of it */
        int space = Math.max(Sizes.checked("size", size), 1);
        MemorySegment memory = Arena.ofAuto().allocate(space, Long.BYTES);
        return new NativeBuffer(memory.asSlice(0, size));
    }

    /**
     * The memory behind a buffer of this kernel, of which a call is to use {@code length} bytes.
     */
    static MemorySegment memory(Buffer buffer, int length) {
        NativeBuffer own = of(buffer);
        if (length < 0 || (length > own.size && own != NULL)) {
            throw new IllegalArgumentException(
                    "length: " + length + " does not fit the buffer's " + own.size);
        }
        return own.memory;
    }

    /** All the memory behind a buffer of this kernel. */
    static MemorySegment memory(Buffer buffer) {
        return of(buffer).memory;
    }

    private static NativeBuffer of(Buffer buffer) {
        if (buffer instanceof NativeBuffer own) {
            return own;
        }
        throw new IllegalArgumentException("buffer: it was made by another kernel");
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Bytes get(int from, int count) {
        return Bytes.of(view, from, count);
    }

    @Override
    public void put(int at, Bytes bytes) {
        bytes.copyTo(view, at);
    }
}
