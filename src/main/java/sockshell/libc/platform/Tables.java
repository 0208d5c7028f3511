package sockshell.libc.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/** Reads the tables of {@link Linux} and {@link Mac}, which are written to be read by people. */
final class Tables {
    private static final int POINTER = 8;

    private Tables() {}

    /** Words: a kind of its own begins a group, and {@code NAME=number:shape} stands in one. */
    static Constants constants(String table) {
        List<Constant> all = new ArrayList<>();
        Kind kind = Kind.FAMILY;
        for (String word : words(table, " \n")) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                kind = Kind.valueOf(word);
            } else {
                all.add(constant(kind, word.substring(0, equals), word.substring(equals + 1)));
            }
        }
        return new Constants(all);
    }

    private static Constant constant(Kind kind, String name, String rest) {
        int colon = rest.indexOf(':');
        String number = colon < 0 ? rest : rest.substring(0, colon);
        String shape = colon < 0 ? usualShape(kind) : rest.substring(colon + 1);
        return new Constant(kind, name, Long.decode(number), shape);
    }

    private static String usualShape(Kind kind) {
        return switch (kind) {
            case SOCKET_OPTION, TCP_OPTION, UDP_OPTION, IP_OPTION, IPV6_OPTION, IOCTL_REQUEST ->
                    "int";
            default -> "";
        };
    }

    /**
     * {@code struct name { type field; type field[count]; };} as often as you like. A field is
     * aligned to its own size, as C does, or to n where {@code alignedn} stands behind it.
     */
    static Map<String, Struct> structs(String table) {
        Map<String, Struct> structs = new LinkedHashMap<>();
        List<String> parts = words(table, "{}");
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String name = words(parts.get(i), " ;\n").getLast();
            structs.put(name, struct(name, words(parts.get(i + 1), ";")));
        }
        return structs;
    }

    /** What stands between some characters. No regular expression: those take a start 20 ms. */
    private static List<String> words(String text, String between) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, between);
        while (tokens.hasMoreTokens()) {
            String word = tokens.nextToken();
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Struct struct(String name, List<String> declarations) {
        List<Field> fields = new ArrayList<>();
        int end = 0;
        int widest = 1;
        for (String declaration : declarations) {
            List<String> words = words(declaration, " \n");
            int alignment = alignment(words);
            Field field = field(words.get(0), words.get(1), roundUp(end, alignment));
            fields.add(field);
            end = field.end();
            widest = Math.max(widest, alignment);
        }
        return new Struct(name, roundUp(end, widest), fields);
    }

    private static int alignment(List<String> words) {
        return words.size() > 2
                ? Integer.parseInt(words.get(2).substring("aligned".length()))
                : width(words.get(0));
    }

    private static Field field(String type, String declarator, int offset) {
        int bracket = declarator.indexOf('[');
        String name = bracket < 0 ? declarator : declarator.substring(0, bracket);
        int count =
                bracket < 0
                        ? 1
                        : Integer.parseInt(
                                declarator.substring(bracket + 1, declarator.length() - 1));
        return new Field(name, offset, width(type) * count, form(type));
    }

    private static int width(String type) {
        return switch (type) {
            case "char", "u8" -> 1;
            case "i16", "u16", "be16" -> 2;
            case "i32", "u32", "be32" -> 4;
            case "i64", "u64" -> 8;
            case "ptr" -> POINTER;
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
    }

    private static Form form(String type) {
        return switch (type.charAt(0)) {
            case 'c' -> Form.BYTES;
            case 'b' -> Form.NETWORK;
            case 'i' -> Form.SIGNED;
            default -> Form.UNSIGNED;
        };
    }

    private static int roundUp(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
