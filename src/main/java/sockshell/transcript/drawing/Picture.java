package sockshell.transcript.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Ladder;
import sockshell.render.ladder.Row;

/** The parts of a drawing: the names of the processes, and below them all that happened. */
final class Picture {
    /* how high a name's box is, and the room below it */
    static final int HEAD = 46;
    static final int BELOW = 14;
    private static final int HANG = Lanes.pixels(Said.HANG);
    private static final int BAR = 14;

    private final Story story;
    private final Lanes lanes;
    private final Layout layout;
    private final int top;
    private final Markup markup = new Markup();
    private final Arrows arrows;

    /** Top is where the lines begin, below the names. */
    Picture(Story story, Lanes lanes, int top) {
        this.story = story;
        this.lanes = lanes;
        this.top = top;
        layout = new Layout(story, lanes, top + BELOW);
        arrows = new Arrows(lanes, markup);
    }

    int bottom() {
        return layout.bottom() + BELOW;
    }

    /** The names of all, or of those that are there from the start. */
    String heads(boolean all) {
        Markup heads = new Markup();
        for (int i = 0; i < story.columns().size(); i++) {
            if (all || !isChild(i)) {
                head(heads, i, top - HEAD);
            }
        }
        return heads.toString();
    }

    private boolean isChild(int column) {
        return items().anyMatch(item ->
                item instanceof Item.Shown(Row.Begins begins) && begins.column() == column);
    }

    private Stream<Item> items() {
        return story.steps().stream().flatMap(step -> step.items().stream());
    }

    private void head(Markup heads, int column, int y) {
        boolean isOutside = story.columns().get(column).equals(Ladder.OUTSIDE);
        heads.empty(
                "rect",
                "class",
                isOutside ? "who outside" : "who",
                "x",
                "" + headLeft(column),
                "y",
                "" + y,
                "width",
                "" + headWidth(column),
                "height",
                "" + HEAD,
                "rx",
                "9");
        heads.element(
                "text",
                name(column).toString(),
                "class",
                isOutside ? "name outside" : "name",
                "x",
                "" + (headLeft(column) + 18),
                "y",
                "" + (y + 31));
    }

    private Text name(int column) {
        int room = lanes.end(column) - lanes.line(column) - 30;
        return Text.of(story.columns().get(column)).cut(Math.max(3, room / 16), "…");
    }

    private int headLeft(int column) {
        return lanes.line(column) - Lanes.LINE + 4;
    }

    private int headWidth(int column) {
        return Math.max(60, name(column).width() * 16 + 36);
    }

    /** All below the names, a group for each step, which is described by its title. */
    String body() {
        Lifelines lifelines = new Lifelines(story.columns().size(), layout, top);
        lifelines.spans().stream().filter(span -> !isBar(span)).forEach(this::line);
        lifelines.spans().stream().filter(Picture::isBar).forEach(this::bar);
        for (int i = 0; i < layout.parts().size(); i++) {
            step(layout.parts().get(i), i + 1);
        }
        return markup.toString();
    }

    private static boolean isBar(Lifelines.Span span) {
        return span.life() == Lifelines.Life.BLOCKED;
    }

    private void line(Lifelines.Span span) {
        boolean isOutside = story.columns().get(span.column()).equals(Ladder.OUTSIDE);
        markup.empty(
                "line",
                "class",
                isOutside ? "life outside" : "life",
                "x1",
                "" + lanes.line(span.column()),
                "y1",
                "" + span.top(),
                "x2",
                "" + lanes.line(span.column()),
                "y2",
                "" + (span.open() ? bottom() : span.bottom()));
    }

    private void bar(Lifelines.Span span) {
        int end = span.open() ? bottom() : span.bottom();
        markup.empty(
                "rect",
                "class",
                span.open() ? "bar open" : "bar",
                "x",
                "" + (lanes.line(span.column()) - BAR / 2),
                "y",
                "" + span.top(),
                "width",
                "" + BAR,
                "height",
                "" + (end - span.top()),
                "rx",
                "4");
    }

    private void step(Layout.Part part, int number) {
        markup.open(
                "g",
                "class",
                "step",
                "id",
                "step-" + number,
                "data-top",
                "" + part.top(),
                "data-bottom",
                "" + part.bottom());
        markup.element("title", part.step().heading());
        part.placed().forEach(this::item);
        markup.close("g");
    }

    private void item(Placed placed) {
        switch (placed.item()) {
            case Item.Note _ -> note(placed);
            case Item.Gap(double seconds) -> gap(placed, seconds);
            case Item.More(int turns, _) -> across(placed, "… " + turns + " more like these");
            case Item.Aside aside -> said(placed, aside.column());
            case Item.Shown(Row row) -> row(placed, row);
        }
    }

    private void row(Placed placed, Row row) {
        switch (row) {
            case Row.Call call -> said(placed, call.column());
            case Row.Blocks blocks -> said(placed, blocks.column());
            case Row.Arrow arrow -> arrows.draw(arrow, placed.top() + Layout.MIDDLE);
            case Row.Begins begins -> begins(placed, begins);
            case Row.Ends(_, int column) -> ends(placed, column);
        }
    }

    private void said(Placed placed, int column) {
        int x = lanes.line(column) + Lanes.WORDS;
        int y = placed.top() + Layout.MIDDLE + 7;
        for (int i = 0; i < placed.lines().size(); i++) {
            int left = i == 0 ? x : x + HANG;
            line(placed.lines().get(i), "said", List.of(left, y + i * Layout.LINE));
        }
    }

    private void line(Text line, String style, List<Integer> at) {
        markup.open("text", "class", style, "x", "" + at.getFirst(), "y", "" + at.getLast());
        List<Text.Part> parts = line.parts();
        for (int from = 0; from < parts.size(); ) {
            Style kind = parts.get(from).style();
            markup.open("tspan", "class", kind.name().toLowerCase(Locale.ROOT));
            while (from < parts.size() && parts.get(from).style() == kind) {
                markup.plus(parts.get(from++).text());
            }
            markup.raw("</tspan>");
        }
        markup.close("text");
    }

    private void note(Placed placed) {
        int y = Layout.noteTop(placed);
        box("note", y, Layout.noteHeight(placed));
        markup.empty(
                "rect",
                "class",
                "edge",
                "x",
                "14",
                "y",
                "" + y,
                "width",
                "6",
                "height",
                "" + Layout.noteHeight(placed),
                "rx",
                "3");
        for (int i = 0; i < placed.lines().size(); i++) {
            int line = y + Layout.NOTE_PAD + 22 + i * Layout.NOTE_LINE;
            line(placed.lines().get(i), "prose", List.of(40, line));
        }
    }

    private void box(String kind, int y, int height) {
        markup.empty(
                "rect",
                "class",
                kind,
                "x",
                "14",
                "y",
                "" + y,
                "width",
                "" + (lanes.width() - 28),
                "height",
                "" + height,
                "rx",
                "6");
    }

    /** The lines are broken where time passes. */
    private void gap(Placed placed, double seconds) {
        int upper = placed.top() + 12;
        int lower = placed.bottom() - 12;
        box("gap", upper, lower - upper);
        for (int y : List.of(upper, lower)) {
            markup.empty(
                    "line",
                    "class",
                    "rip",
                    "x1",
                    "14",
                    "y1",
                    "" + y,
                    "x2",
                    "" + (lanes.width() - 14),
                    "y2",
                    "" + y);
        }
        middle(seconds(seconds) + " s later", placed.middle() + 7);
    }

    static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void middle(String text, int y) {
        markup.element("text", text, "class", "pause", "x", "" + lanes.width() / 2, "y", "" + y);
    }

    private void across(Placed placed, String text) {
        box("gap", placed.top() + 4, placed.height() - 8);
        middle(text, placed.middle() + 7);
    }

    private void begins(Placed placed, Row.Begins begins) {
        int box = headLeft(begins.column());
        boolean isRight = begins.parent() < begins.column();
        int to = isRight ? box : box + headWidth(begins.column());
        arrows.fork(begins, to, placed.middle());
        head(markup, begins.column(), placed.middle() - HEAD / 2);
    }

    private void ends(Placed placed, int column) {
        int x = lanes.line(column);
        markup.empty(
                "line",
                "class",
                "life",
                "x1",
                "" + (x - 12),
                "y1",
                "" + placed.middle(),
                "x2",
                "" + (x + 12),
                "y2",
                "" + placed.middle());
        markup.element(
                "text",
                "ends",
                "class",
                "said faint",
                "x",
                "" + (x + Lanes.WORDS),
                "y",
                "" + (placed.middle() + 7));
    }
}
