package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** Boxes of two lines in rows: places that are taken, and behind them some that are free. */
final class Boxes {
    private static final int LINES = 2;
    private static final int FRAME = 4;
    private static final String FREE = "free";

    private Boxes() {}

    /** Free ones only as far as a row has room for them. */
    static List<Text> draw(List<List<Text>> taken, long free, Sheet sheet) {
        int inner = inner(taken, sheet);
        int aRow = Math.max(1, (sheet.width() + 1) / (inner + FRAME + 1));
        List<List<Text>> boxes = new ArrayList<>(taken);
        while (boxes.size() - taken.size() < free
                && (boxes.isEmpty() || boxes.size() % aRow != 0)) {
            boxes.add(List.of(Text.of(Style.FAINT, FREE), Text.EMPTY));
        }
        List<Text> lines = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i += aRow) {
            lines.addAll(row(boxes.subList(i, Math.min(boxes.size(), i + aRow)), inner, sheet));
        }
        return lines;
    }

    private static int inner(List<List<Text>> boxes, Sheet sheet) {
        int widest =
                boxes.stream()
                        .flatMap(List::stream)
                        .mapToInt(Text::width)
                        .reduce(FREE.length(), Math::max);
        return Math.min(widest, sheet.width() - FRAME);
    }

    private static List<Text> row(List<List<Text>> boxes, int inner, Sheet sheet) {
        Glyphs glyphs = sheet.glyphs();
        String across = glyphs.across().repeat(inner + 2);
        List<Text> lines = new ArrayList<>();
        lines.add(edge(glyphs.topLeft() + across + glyphs.topRight(), boxes.size()));
        for (int i = 0; i < LINES; i++) {
            Text line = Text.EMPTY;
            for (List<Text> box : boxes) {
                line =
                        line.plus(line.width() == 0 ? "" : " ")
                                .plus(side(box.get(i), inner, glyphs));
            }
            lines.add(line);
        }
        lines.add(edge(glyphs.bottomLeft() + across + glyphs.bottomRight(), boxes.size()));
        return lines;
    }

    private static Text side(Text content, int inner, Glyphs glyphs) {
        return Text.of(Style.FAINT, glyphs.down())
                .plus(" ")
                .plus(content.cut(inner, glyphs.ellipsis()).padded(inner))
                .plus(" ")
                .plus(Style.FAINT, glyphs.down());
    }

    private static Text edge(String edge, int boxes) {
        return Text.of(Style.FAINT, (edge + " ").repeat(boxes).stripTrailing());
    }
}
