package sockshell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of styled text. It holds nothing that a terminal would obey. */
public record Text(List<Part> parts) {
    public static final Text EMPTY = new Text(List.of());

    /** A stretch of one style. */
    public record Part(Style style, String text) {}

    public Text {
        parts = List.copyOf(parts);
    }

    public static Text of(String text) {
        return of(Style.PLAIN, text);
    }

    public static Text of(Style style, String text) {
        return text.isEmpty() ? EMPTY : new Text(List.of(new Part(style, Columns.tame(text))));
    }

    public Text plus(Text more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more.parts);
        return new Text(all);
    }

    public Text plus(String more) {
        return plus(of(more));
    }

    public Text plus(Style style, String more) {
        return plus(of(style, more));
    }

    /** How many columns of a terminal it takes. */
    public int width() {
        return parts.stream().mapToInt(part -> Columns.of(part.text())).sum();
    }

    /** With blanks behind it, so that it takes at least so many columns. */
    public Text padded(int columns) {
        int missing = columns - width();
        return missing > 0 ? plus(" ".repeat(missing)) : this;
    }

    /** The same with blanks in front, for numbers. */
    public Text indented(int columns) {
        int missing = columns - width();
        return missing > 0 ? of(" ".repeat(missing)).plus(this) : this;
    }

    /** Cut to so many columns; the ellipsis shows that there was more. */
    public Text cut(int columns, String ellipsis) {
        if (width() <= columns) {
            return this;
        }
        int room = Math.max(0, columns - Columns.of(ellipsis));
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            String fitting = Columns.fitting(part.text(), room);
            kept.add(new Part(part.style(), fitting));
            room -= Columns.of(fitting);
            if (fitting.length() < part.text().length()) {
                break;
            }
        }
        return new Text(kept).plus(of(Columns.fitting(ellipsis, columns)));
    }

    /** Without styles. */
    @Override
    public String toString() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
