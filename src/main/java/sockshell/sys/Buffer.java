package sockshell.sys;

/**
 * Memory of a fixed size that calls read from and write to, as C's {@code char buf[n]}. A kernel
 * makes its own ({@link Kernel#buffer}), so that a call hands it over without a copy. Its content
 * belongs to whoever holds it: two threads that use one buffer at once see what C would see.
 */
public interface Buffer {
    int size();

    /** A copy of {@code count} bytes from {@code from} on. */
    Bytes get(int from, int count);

    /** Writes the bytes from {@code at} on. */
    void put(int at, Bytes bytes);
}
