package sockshell.lang.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/**
 * C's structures as values, and back. A number lies in its field as C's assignment puts it there,
 * also where the field is meant to be in network order: nothing is swapped for a person here.
 */
final class Structures {
    private static final Field INT = new Field("int", 0, Integer.BYTES, Struct.Form.SIGNED);

    private Structures() {}

    static Optional<Struct> find(Invocation in, String name) {
        return Optional.ofNullable(in.kernel().structs().get(name)).map(Structures::asAssigned);
    }

    /** One that the program itself relies on. */
    static Struct get(Invocation in, String name) {
        return find(in, name)
                .orElseThrow(() -> new IllegalArgumentException("no structure named " + name));
    }

    private static Struct asAssigned(Struct struct) {
        return new Struct(
                struct.name(),
                struct.size(),
                struct.fields().stream().map(Structures::asAssigned).toList());
    }

    private static Field asAssigned(Field field) {
        return field.form() == Struct.Form.NETWORK
                ? new Field(field.name(), field.offset(), field.size(), Struct.Form.UNSIGNED)
                : field;
    }

    /** C's int in memory. */
    static Bytes number(int number) {
        return new Struct("int", INT.size(), List.of(INT)).pack(Map.of(INT.name(), (long) number));
    }

    /** The C int that the bytes begin with. */
    static int number(Bytes bytes) {
        return (int) Struct.number(bytes, INT);
    }

    /**
     * The fields that the bytes hold whole, in their order: an old kernel gives a shorter start.
     */
    static Value.Structure read(Struct struct, Bytes bytes) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Field field : struct.fields()) {
            if (field.end() <= bytes.length()) {
                fields.put(field.name(), value(field, bytes));
            }
        }
        return new Value.Structure(fields);
    }

    private static Value value(Field field, Bytes bytes) {
        return field.form() == Struct.Form.BYTES
                ? new Value.Text(withoutEnd(bytes.slice(field.offset(), field.end())))
                : Value.Whole.of(Struct.number(bytes, field));
    }

    /** Without the NULs that fill a C array behind its text. */
    static Bytes withoutEnd(Bytes bytes) {
        int end = bytes.length();
        while (end > 0 && bytes.at(end - 1) == 0) {
            end--;
        }
        return bytes.slice(0, end);
    }

    /** Fields by name, or in order as C's {@code {1, 0}}; what is not given is zero. */
    static Bytes write(Invocation in, int argument, Struct struct) {
        return switch (in.value(argument)) {
            case Value.Structure(Map<String, Value> fields) ->
                    written(in, argument, struct, fields);
            case Value.Items(List<Value> members, _) ->
                    written(in, argument, struct, inOrder(in, argument, struct, members));
            default ->
                    throw in.mistake(
                            argument,
                            "struct " + struct.name() + " takes its fields",
                            "its fields are " + names(struct));
        };
    }

    private static Map<String, Value> inOrder(
            Invocation in, int argument, Struct struct, List<Value> members) {
        if (members.size() > struct.fields().size()) {
            throw in.mistake(
                    argument,
                    "struct " + struct.name() + " does not have " + members.size() + " fields",
                    "its fields are " + names(struct));
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            fields.put(struct.fields().get(i).name(), members.get(i));
        }
        return fields;
    }

    static Bytes written(Invocation in, int argument, Struct struct, Map<String, Value> values) {
        byte[] memory = new byte[struct.size()];
        values.forEach((name, value) -> {
            Field field = struct.find(name).orElseThrow(() -> unknown(in, argument, name, struct));
            Bytes bytes = bytes(in, argument, field, value);
            System.arraycopy(bytes.toArray(), 0, memory, field.offset(), bytes.length());
        });
        return Bytes.of(memory);
    }

    private static RuntimeException unknown(
            Invocation in, int argument, String name, Struct struct) {
        return in.mistake(
                argument,
                "struct " + struct.name() + " has no field " + name,
                "its fields are " + names(struct));
    }

    /** The bytes of one field: a number is cut to it, and text fills it from its start. */
    private static Bytes bytes(Invocation in, int argument, Field field, Value value) {
        if (value instanceof Value.Text(Bytes bytes)
                && (bytes.length() == field.size()
                        || (field.form() == Struct.Form.BYTES && bytes.length() < field.size()))) {
            return bytes;
        }
        return Operators.whole(value)
                .map(number -> number(field, number))
                .orElseThrow(() -> in.mistake(argument, misfit(field), ""));
    }

    private static String misfit(Field field) {
        return field.form() == Struct.Form.BYTES
                ? field.name() + " takes at most " + field.size() + " bytes"
                : field.name() + " takes a number, or " + field.size() + " bytes";
    }

    /**
     * A number in a field of bytes is C's int there, as in a union: ifreq's ifr_ifindex for one.
     */
    private static Bytes number(Field field, long number) {
        if (field.form() == Struct.Form.BYTES) {
            return number((int) number);
        }
        Field alone = new Field(field.name(), 0, field.size(), field.form());
        return new Struct("", field.size(), List.of(alone)).pack(Map.of(field.name(), number));
    }

    static String names(Struct struct) {
        return struct.fields().stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
