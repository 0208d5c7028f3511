package sockshell.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockshell.render.Prose;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** A page while it is written: what is too long goes on in the next line. */
final class Paragraphs {
    private static final int INDENT = 2;

    private final Sheet sheet;
    private final List<Text> lines = new ArrayList<>();

    Paragraphs(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Text> lines() {
        return List.copyOf(lines);
    }

    void gap() {
        lines.add(Text.EMPTY);
    }

    /** A head, with a blank line in front of it. */
    void head(String text) {
        gap();
        wrapped(Style.TITLE, text, 0);
    }

    /** What the page is about, and at the right where to read on, or below if there is no room. */
    void title(String name, String page) {
        Text left = Text.of(Style.TITLE, name);
        int room = sheet.width() - left.width() - page.length();
        if (room > 1 && !page.isEmpty()) {
            lines.add(left.padded(sheet.width() - page.length()).plus(Style.FAINT, page));
        } else {
            wrapped(Style.TITLE, name, 0);
            wrapped(Style.FAINT, page, 0);
        }
    }

    void prose(String text) {
        wrapped(Style.PLAIN, text, 0);
    }

    void indented(Style style, String text) {
        wrapped(style, text, INDENT);
    }

    /** As it stands where there is room: its own blanks count. */
    void code(String text) {
        Text line = Text.of("  ").plus(Style.ADVICE, text);
        if (line.width() <= sheet.width()) {
            lines.add(line);
        } else {
            wrapped(Style.ADVICE, text, INDENT);
        }
    }

    /** A name, and behind it from a column on what is said about it. */
    void item(Style style, String name, int column, String text) {
        if (column * 2 > sheet.width() || name.length() + INDENT >= column) {
            wrapped(style, name, INDENT);
            wrapped(Style.PLAIN, text, INDENT * 2);
            return;
        }
        Text front = Text.of("  ").plus(style, name);
        for (Text line : wrap(Style.PLAIN, text, sheet.width() - column)) {
            lines.add(front.padded(column).plus(line));
            front = Text.EMPTY;
        }
    }

    /** The column at which the text of items with these names can begin. */
    static int column(Stream<String> names) {
        return names.mapToInt(String::length).max().orElse(0) + 2 * INDENT;
    }

    /** A line that is cut where it does not fit. */
    void cut(Text line) {
        lines.add(sheet.fit(line));
    }

    private void wrapped(Style style, String text, int indent) {
        String margin = " ".repeat(indent);
        wrap(style, text, sheet.width() - indent)
                .forEach(line -> lines.add(Text.of(margin).plus(line)));
    }

    private static List<Text> wrap(Style style, String text, int width) {
        String words = String.join(" ", text.strip().split("\\s+"));
        return words.isEmpty() ? List.of() : Prose.wrapped(Text.of(style, words), width, 0);
    }
}
