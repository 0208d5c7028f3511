package sockshell.sys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A byte string: bytes that nobody changes any more, equal when their content is. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of the bytes given. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** The text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many bytes of a buffer, from {@code from} on. */
    public static Bytes of(ByteBuffer buffer, int from, int count) {
        byte[] content = new byte[count];
        buffer.get(from, content);
        return new Bytes(content);
    }

    /** Writes the bytes to a buffer, from {@code at} on. */
    public void copyTo(ByteBuffer buffer, int at) {
        buffer.put(at, content);
    }

    /** So many zeros. */
    public static Bytes zeros(int count) {
        return new Bytes(new byte[count]);
    }

    public int length() {
        return content.length;
    }

    /** To read numbers from without a copy; it can't be written to. */
    ByteBuffer view() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    public byte at(int index) {
        return content[index];
    }

    /** The bytes from {@code from} up to, but not with, {@code to}. */
    public Bytes slice(int from, int to) {
        if (from < 0 || to < from || to > content.length) {
            throw new IndexOutOfBoundsException(
                    "slice " + from + ":" + to + " of " + content.length + " bytes");
        }
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    public Bytes plus(Bytes more) {
        byte[] both = Arrays.copyOf(content, content.length + more.content.length);
        System.arraycopy(more.content, 0, both, content.length, more.content.length);
        return new Bytes(both);
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return content.clone();
    }

    /** The bytes as UTF-8; what is no UTF-8 becomes U+FFFD. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "x\"" + hex() + "\"";
    }
}
