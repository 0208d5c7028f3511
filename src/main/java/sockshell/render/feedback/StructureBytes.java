package sockshell.render.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sockshell.lang.Value;
import sockshell.render.Machine;
import sockshell.render.Prose;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Event;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** The bytes of an address as the kernel gets them, each field's name above its bytes. */
final class StructureBytes {
    private static final int BAR = 3;

    private final Machine machine;

    StructureBytes(Machine machine) {
        this.machine = machine;
    }

    /** A field's two lines. */
    private record Cell(String name, String hex) {
        int width() {
            return Math.max(name.length(), hex.length());
        }
    }

    List<Text> of(Event.Called call, int width) {
        return call.made().arguments().stream()
                .filter(Value.Address.class::isInstance)
                .map(value -> ((Value.Address) value).address())
                .findFirst()
                .map(address -> lines(cells(address, width - BAR), width))
                .orElse(List.of());
    }

    private List<Cell> cells(SockAddr address, int room) {
        Bytes bytes = machine.encode().apply(address).bytes();
        return struct(bytes)
                .map(struct ->
                        struct.fields().stream()
                                .filter(field -> field.offset() < bytes.length())
                                .map(field -> cell(field, bytes, room))
                                .toList())
                .orElse(List.of(new Cell("bytes", hex(bytes, room))));
    }

    /** The family says which structure it is, as for the kernel. */
    private Optional<Struct> struct(Bytes bytes) {
        if (bytes.length() < Short.BYTES) {
            return Optional.empty();
        }
        return machine.struct("sockaddr_in")
                .map(known -> Struct.number(bytes, known.field("sin_family")))
                .flatMap(this::named);
    }

    private Optional<Struct> named(long family) {
        if (machine.is("AF_INET", family)) {
            return machine.struct("sockaddr_in");
        }
        if (machine.is("AF_INET6", family)) {
            return machine.struct("sockaddr_in6");
        }
        return machine.is("AF_UNIX", family) ? machine.struct("sockaddr_un") : Optional.empty();
    }

    private static Cell cell(Field field, Bytes bytes, int room) {
        int end = Math.min(field.end(), bytes.length());
        return new Cell(field.name(), hex(bytes.slice(field.offset(), end), room));
    }

    /** A path may be long: what does not fit on a line is counted. */
    private static String hex(Bytes bytes, int room) {
        int most = Math.max(1, (room - 12) / 3);
        String hex =
                IntStream.range(0, Math.min(most, bytes.length()))
                        .mapToObj(i -> "%02x".formatted(bytes.at(i) & 0xff))
                        .collect(Collectors.joining(" "));
        return bytes.length() <= most ? hex : hex + " +" + (bytes.length() - most);
    }

    private static List<Text> lines(List<Cell> cells, int width) {
        List<Text> lines = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        int used = 0;
        for (Cell cell : cells) {
            if (!row.isEmpty() && used + cell.width() > width - BAR) {
                lines.addAll(drawn(row, width));
                row.clear();
                used = 0;
            }
            row.add(cell);
            used += cell.width() + 1;
        }
        lines.addAll(drawn(row, width));
        return lines;
    }

    private static List<Text> drawn(List<Cell> row, int width) {
        Text names = Text.EMPTY;
        Text hex = Text.EMPTY;
        int column = 0;
        for (Cell cell : row) {
            names = names.padded(column).plus(Style.FAINT, cell.name());
            hex = hex.padded(column).plus(Style.DATA, cell.hex());
            column += cell.width() + 1;
        }
        return List.of(Prose.asIs(names, width), Prose.asIs(hex, width));
    }
}
