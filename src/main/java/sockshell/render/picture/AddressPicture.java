package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.render.Quoted;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.picture.Grid.Column;
import sockshell.sys.ByteOrders;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Kind;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

/** An address as the {@code struct sockaddr} that the kernel reads, field by field. */
final class AddressPicture {
    private static final int BYTES_SHOWN = 8;
    private static final List<Column> COLUMNS =
            List.of(
                    Column.number("offset"),
                    Column.text("field"),
                    Column.text("bytes"),
                    Column.text("order"),
                    Column.flexible("value", 16));

    private final Constants constants;
    private final Map<String, Struct> structs;

    AddressPicture(Constants constants, Map<String, Struct> structs) {
        this.constants = constants;
        this.structs = structs;
    }

    /** One that a person wrote byte by byte: a remark where htons(3) seems to be missing. */
    List<Text> written(SockAddr.Raw raw, Sheet sheet) {
        List<Text> lines = new ArrayList<>(draw(raw, sheet));
        port(raw.bytes())
                .filter(Ports::looksSwapped)
                .ifPresent(port -> lines.addAll(Flow.sentence(missing(port), sheet)));
        if (raw.length() != raw.bytes().length()) {
            lines.addAll(
                    Flow.sentence(
                            "The length given to the kernel is " + raw.length() + ".", sheet));
        }
        return lines;
    }

    private static String missing(int port) {
        int swapped = ByteOrders.htons(port);
        return "The kernel reads port "
                + port
                + ". If "
                + swapped
                + " was meant, htons is missing: htons("
                + port
                + ") is "
                + swapped
                + ".";
    }

    List<Text> draw(SockAddr.Raw raw, Sheet sheet) {
        Bytes bytes = raw.bytes();
        return struct(bytes)
                .map(struct -> draw(struct, bytes, sheet))
                .orElseGet(() -> unknown(bytes, sheet));
    }

    private static List<Text> unknown(Bytes bytes, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        lines.addAll(
                Flow.sentence(
                        Style.TITLE,
                        Words.count(bytes.length(), "byte") + " of no family that is known here",
                        sheet));
        lines.addAll(new HexDump(bytes, List.of(), sheet).lines(BYTES_SHOWN));
        return lines;
    }

    private List<Text> draw(Struct struct, Bytes bytes, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        lines.addAll(
                Flow.sentence(
                        Style.TITLE,
                        "struct " + struct.name() + ", " + Words.count(bytes.length(), "byte"),
                        sheet));
        List<List<Text>> rows =
                struct.fields().stream()
                        .filter(field -> field.offset() < bytes.length())
                        .map(field -> row(field, bytes))
                        .toList();
        lines.addAll(new Grid(COLUMNS, rows).draw(sheet));
        return lines;
    }

    private List<Text> row(Field field, Bytes bytes) {
        Bytes own = bytes.slice(field.offset(), Math.min(field.end(), bytes.length()));
        return List.of(
                Text.of(Integer.toString(field.offset())),
                Text.of(Style.NAME, field.name()),
                Text.of(Style.DATA, hex(own)),
                Text.of(Style.FAINT, order(field)),
                Text.of(
                        own.length() < field.size() && field.form() != Form.BYTES
                                ? "cut off"
                                : meaning(field, own)));
    }

    /** Long ones are shown by their beginning; the meaning has the rest. */
    private static String hex(Bytes own) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < own.length() && i < BYTES_SHOWN; i++) {
            hex.append(i == 0 ? "" : " ").append(HexDump.hex(own.at(i)));
        }
        return hex + (own.length() > BYTES_SHOWN ? " +" + (own.length() - BYTES_SHOWN) : "");
    }

    private String meaning(Field field, Bytes own) {
        return switch (field.name()) {
            case "sin_family", "sin6_family", "sun_family" -> family(number(field, own));
            case "sin_port", "sin6_port" -> "" + number(field, own);
            case "sin_addr" -> address(new SockAddr.Inet4((int) number(field, own), 0));
            case "sin6_addr" -> own.length() == 16 ? inet6(own) : "cut off";
            case "sin_zero" -> "filling";
            case "sun_path" -> path(own);
            default -> field.form() == Form.BYTES ? "" : Long.toString(number(field, own));
        };
    }

    private String family(long number) {
        return constants
                .name(Kind.FAMILY, number)
                .map(name -> number + " " + name)
                .orElse("" + number);
    }

    private static String order(Field field) {
        return switch (field.form()) {
            case NETWORK -> "network";
            case SIGNED, UNSIGNED -> field.size() > 1 ? "host" : "";
            case BYTES -> "";
        };
    }

    /** Without the port, which has a field of its own. */
    private static String address(SockAddr address) {
        String text = address.toString();
        return text.substring(0, text.lastIndexOf(':'));
    }

    private static String inet6(Bytes own) {
        Field half = new Field("half", 0, Long.BYTES, Form.NETWORK);
        return address(
                new SockAddr.Inet6(
                        Struct.number(own, half),
                        Struct.number(own.slice(Long.BYTES, 2 * Long.BYTES), half),
                        0));
    }

    /** unix(7): a NUL at the end is not part of a path, one in front makes it an abstract name. */
    private static String path(Bytes own) {
        if (own.isEmpty()) {
            return "no name";
        }
        if (own.at(0) == 0) {
            return "abstract @" + Quoted.escaped(own.slice(1, own.length()));
        }
        int end = 0;
        while (end < own.length() && own.at(end) != 0) {
            end++;
        }
        return "path " + Quoted.escaped(own.slice(0, end));
    }

    private static long number(Field field, Bytes own) {
        return Struct.number(own, new Field(field.name(), 0, field.size(), field.form()));
    }

    private Optional<Struct> struct(Bytes bytes) {
        return Stream.of("sockaddr_in", "sockaddr_in6", "sockaddr_un")
                .flatMap(name -> Optional.ofNullable(structs.get(name)).stream())
                .filter(struct -> isOf(struct, bytes))
                .findFirst();
    }

    private boolean isOf(Struct struct, Bytes bytes) {
        String constant =
                switch (struct.name()) {
                    case "sockaddr_in" -> "AF_INET";
                    case "sockaddr_in6" -> "AF_INET6";
                    default -> "AF_UNIX";
                };
        return struct.fields().stream()
                .filter(field -> field.name().endsWith("_family"))
                .filter(field -> field.end() <= bytes.length())
                .anyMatch(field -> Struct.number(bytes, field) == constants.number(constant));
    }

    private Optional<Integer> port(Bytes bytes) {
        return struct(bytes).stream()
                .flatMap(struct -> struct.fields().stream())
                .filter(field -> field.name().endsWith("_port") && field.end() <= bytes.length())
                .map(field -> (int) Struct.number(bytes, field))
                .findFirst();
    }
}
