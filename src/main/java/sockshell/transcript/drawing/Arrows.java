package sockshell.transcript.drawing;

import java.util.List;
import java.util.Locale;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Row;

/** Draws what goes from one process to another: a line, a head, and what goes as a label on it. */
final class Arrows {
    /* beside a process's line, of which a bar may be a part */
    private static final int OFF = 9;
    private static final int HEAD = 15;
    private static final int HALF = 8;
    private static final int LABEL = 32;
    private static final int LOOP = 26;
    private static final int MARGIN = 16;

    private final Lanes lanes;
    private final Markup markup;

    Arrows(Lanes lanes, Markup markup) {
        this.lanes = lanes;
        this.markup = markup;
    }

    void draw(Row.Arrow arrow, int y) {
        String kind = arrow.kind().name().toLowerCase(Locale.ROOT);
        if (arrow.from() == arrow.to()) {
            loop(arrow, kind, y);
        } else {
            int way = arrow.from() < arrow.to() ? 1 : -1;
            int from = lanes.line(arrow.from()) + way * OFF;
            int to = lanes.line(arrow.to()) - way * OFF;
            line(kind, from, to, y);
            int next = lanes.line(arrow.from() + way) - way * (OFF + HEAD);
            boolean isFitting = wide(arrow.label()) <= Math.abs(next - from) - MARGIN;
            int end = isFitting ? next : to - way * HEAD;
            label(arrow, kind, List.of(Math.min(from, end), Math.max(from, end)), y);
        }
    }

    void fork(Row.Begins begins, int to, int y) {
        int way = begins.parent() < begins.column() ? 1 : -1;
        int from = lanes.line(begins.parent()) + way * OFF;
        line("setup", from, to, y);
        int next = lanes.line(begins.parent() + way) - way * (OFF + HEAD);
        int end = Math.abs(next - from) < Math.abs(to - from) ? next : to - way * HEAD;
        Row.Arrow arrow =
                new Row.Arrow(0, begins.parent(), begins.column(), "fork", Row.Kind.SETUP);
        label(arrow, "setup", List.of(Math.min(from, end), Math.max(from, end)), y);
    }

    private void line(String kind, int from, int to, int y) {
        int way = from < to ? 1 : -1;
        int neck = to - way * (HEAD - 2);
        markup.empty(
                "line",
                "class",
                "arrow " + kind,
                "x1",
                "" + from,
                "y1",
                "" + y,
                "x2",
                "" + neck,
                "y2",
                "" + y);
        head(kind, to, way, y);
    }

    private void head(String kind, int x, int way, int y) {
        int back = x - way * HEAD;
        String points = x + "," + y + " " + back + "," + (y - HALF) + " " + back + "," + (y + HALF);
        markup.empty("polygon", "class", "head " + kind, "points", points);
    }

    private static int wide(String label) {
        return Lanes.pixels(label.length()) + 24;
    }

    /** In front of the next process's line, where there is room for it. */
    private void label(Row.Arrow arrow, String kind, List<Integer> ends, int y) {
        int room = ends.getLast() - ends.getFirst() - MARGIN;
        Text text = cut(arrow.label(), room);
        int width = Lanes.pixels(text.width()) + 24;
        int x = (ends.getFirst() + ends.getLast()) / 2;
        markup.empty(
                "rect",
                "class",
                "label " + kind,
                "x",
                "" + (x - width / 2),
                "y",
                "" + (y - LABEL / 2),
                "width",
                "" + width,
                "height",
                "" + LABEL,
                "rx",
                "7");
        word(text, kind, x, y);
    }

    private static Text cut(String label, int room) {
        return Text.of(Style.DATA, label).cut(Math.max(3, Lanes.characters(room - 24)), "…");
    }

    private void word(Text text, String kind, int x, int y) {
        markup.element(
                "text", text.toString(), "class", "word " + kind, "x", "" + x, "y", "" + (y + 7));
    }

    /** To itself: out of the line and back. */
    private void loop(Row.Arrow arrow, String kind, int y) {
        int x = lanes.line(arrow.from()) + OFF;
        String path = "M" + x + " " + (y - 9) + " h" + LOOP + " v18 h" + (HEAD - LOOP - 2);
        markup.empty("path", "class", "arrow " + kind, "d", path);
        head(kind, x, -1, y + 9);
        int begin = x + LOOP;
        int end = lanes.end(arrow.from());
        Text text = cut(arrow.label(), end - begin - MARGIN);
        label(
                new Row.Arrow(0, 0, 0, text.toString(), arrow.kind()),
                kind,
                List.of(begin, Math.min(end, begin + Lanes.pixels(text.width()) + 56)),
                y);
    }
}
