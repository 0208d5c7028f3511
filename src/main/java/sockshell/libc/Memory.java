package sockshell.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import sockshell.sys.Bytes;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/** Reads and writes C's data in memory: fields of structures, strings, bytes. */
final class Memory {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final boolean SWAPS = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Memory() {}

    /** Writes a field of the structure that begins at {@code base}, cut to the field's size. */
    static void put(MemorySegment memory, long base, Field field, long value) {
        long at = base + field.offset();
        long ordered = ordered(field, value);
        switch (field.size()) {
            case 1 -> memory.set(ValueLayout.JAVA_BYTE, at, (byte) ordered);
            case 2 -> memory.set(SHORT, at, (short) ordered);
            case 4 -> memory.set(INT, at, (int) ordered);
            default -> memory.set(LONG, at, ordered);
        }
    }

    /** Reads a field of the structure that begins at {@code base}. */
    static long get(MemorySegment memory, long base, Field field) {
        long at = base + field.offset();
        boolean signed = field.form() == Form.SIGNED;
        long value =
                switch (field.size()) {
                    case 1 -> unsigned(memory.get(ValueLayout.JAVA_BYTE, at), 0xffL, signed);
                    case 2 -> unsigned(memory.get(SHORT, at), 0xffffL, signed);
                    case 4 -> unsigned(memory.get(INT, at), 0xffffffffL, signed);
                    default -> memory.get(LONG, at);
                };
        return ordered(field, value);
    }

    private static long unsigned(long value, long mask, boolean signed) {
        return signed ? value : value & mask;
    }

    /**
     * The number with its bytes in the field's order, or out of it. A layout of the other order
     * would say the same, but one chosen at run time costs an object for each call.
     */
    private static long ordered(Field field, long value) {
        return SWAPS && field.form() == Form.NETWORK
                ? Long.reverseBytes(value) >>> (Long.SIZE - Byte.SIZE * field.size())
                : value;
    }

    static Bytes bytes(MemorySegment memory, long from, long count) {
        return Bytes.of(memory.asSlice(from, count).toArray(ValueLayout.JAVA_BYTE));
    }

    static void put(MemorySegment memory, long at, Bytes bytes) {
        MemorySegment.copy(bytes.toArray(), 0, memory, ValueLayout.JAVA_BYTE, at, bytes.length());
    }

    /** The memory that a pointer from C leads to; how much there is, C doesn't say. */
    @SuppressWarnings("restricted") // this room is what may do so
    static MemorySegment at(MemorySegment pointer, long size) {
        return pointer.reinterpret(size);
    }

    /** The memory that a pointer in a structure leads to. */
    static MemorySegment follow(MemorySegment memory, Field field, long size) {
        return at(MemorySegment.ofAddress(get(memory, 0, field)), size);
    }

    /** A C string, for the length of one call. */
    static MemorySegment string(Arena arena, String argument, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(argument + ": a C string ends at its first NUL");
        }
        return arena.allocateFrom(text);
    }

    /** The C string that an address leads to. */
    static String string(MemorySegment address) {
        return at(address, Long.MAX_VALUE).getString(0);
    }
}
