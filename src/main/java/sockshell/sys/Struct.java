package sockshell.sys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a C structure lies in memory on this machine: its fields, where they are, how to read them.
 */
public record Struct(String name, int size, List<Field> fields) {

    /** How the bytes of a field are to be read. */
    public enum Form {
        /** a signed number as the processor has it */
        SIGNED,
        /** an unsigned number as the processor has it */
        UNSIGNED,
        /** an unsigned number with its first byte on top, as protocols have it */
        NETWORK,
        /** no number: text, an address of 16 bytes, filling */
        BYTES
    }

    /** One field. */
    public record Field(String name, int offset, int size, Form form) {
        public int end() {
            return offset + size;
        }
    }

    public Struct {
        fields = List.copyOf(fields);
    }

    public Optional<Field> find(String field) {
        return fields.stream().filter(each -> each.name().equals(field)).findFirst();
    }

    /** A field that the program itself relies on. */
    public Field field(String field) {
        return find(field)
                .orElseThrow(
                        () -> new IllegalArgumentException("no field " + field + " in " + name));
    }

    /** The number in a field; the bytes must reach that far. */
    public static long number(Bytes bytes, Field field) {
        return number(bytes, 0, field);
    }

    /** The number in a field of a structure that begins at {@code base}. */
    public static long number(Bytes bytes, int base, Field field) {
        ByteBuffer memory = bytes.view().order(order(field));
        int at = base + field.offset();
        boolean signed = field.form() == Form.SIGNED;
        return switch (field.size()) {
            case 1 -> signed ? memory.get(at) : Byte.toUnsignedLong(memory.get(at));
            case 2 -> signed ? memory.getShort(at) : Short.toUnsignedLong(memory.getShort(at));
            case 4 -> signed ? memory.getInt(at) : Integer.toUnsignedLong(memory.getInt(at));
            case 8 -> memory.getLong(at);
            default -> throw new IllegalArgumentException(field.name() + " is no number");
        };
    }

    /** The numbers of all fields that the bytes hold whole: an old kernel gives a shorter start. */
    public Map<String, Long> numbers(Bytes bytes) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.form() != Form.BYTES && field.end() <= bytes.length()) {
                numbers.put(field.name(), number(bytes, field));
            }
        }
        return numbers;
    }

    /** The structure with the numbers given and zeros elsewhere; each is cut to its field. */
    public Bytes pack(Map<String, Long> numbers) {
        byte[] memory = new byte[size];
        numbers.forEach((name, number) -> write(memory, field(name), number));
        return Bytes.of(memory);
    }

    private static void write(byte[] memory, Field field, long number) {
        ByteBuffer at = ByteBuffer.wrap(memory).order(order(field)).position(field.offset());
        switch (field.size()) {
            case 1 -> at.put((byte) number);
            case 2 -> at.putShort((short) number);
            case 4 -> at.putInt((int) number);
            case 8 -> at.putLong(number);
            default -> throw new IllegalArgumentException(field.name() + " is no number");
        }
    }

    private static ByteOrder order(Field field) {
        return field.form() == Form.NETWORK ? ByteOrder.BIG_ENDIAN : ByteOrder.nativeOrder();
    }
}
