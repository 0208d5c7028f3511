package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** The columns beside one another, each with a line for the time that its process lives. */
final class Picture {
    private enum Life {
        NOT_YET,
        RUNNING,
        BLOCKED,
        OVER
    }

    private final Ladder ladder;
    private final Sheet sheet;
    private final Lanes lanes;
    private final Life[] lives;

    /** The lanes have room for what is drawn, which may be less than all. */
    Picture(Ladder ladder, Lanes lanes, Sheet sheet) {
        this.ladder = ladder;
        this.sheet = sheet;
        this.lanes = lanes;
        lives = new Life[ladder.columns().size()];
        Arrays.fill(lives, Life.RUNNING);
        for (Row row : ladder.rows()) {
            if (row instanceof Row.Begins begins) {
                lives[begins.column()] = Life.NOT_YET;
            }
        }
    }

    /** The names of those who are there from the start. */
    Text head() {
        Line line = new Line(sheet.width());
        for (int i = 0; i < lives.length; i++) {
            if (lives[i] != Life.NOT_YET) {
                line.put(lanes.start(i), Style.TITLE, ladder.columns().get(i));
            }
        }
        return line.text();
    }

    /** Goes past a row, which changes how the lines go on, drawn or not. */
    void pass(Row row) {
        switch (row) {
            case Row.Call call -> lives[call.column()] = Life.RUNNING;
            case Row.Blocks blocks -> lives[blocks.column()] = Life.BLOCKED;
            case Row.Begins begins -> lives[begins.column()] = Life.RUNNING;
            case Row.Ends ends -> lives[ends.column()] = Life.OVER;
            case Row.Arrow _ -> {}
        }
    }

    /** A row that was passed just now. */
    List<Text> of(Row row) {
        return switch (row) {
            case Row.Call call -> said(call.column(), Words.of(call));
            case Row.Blocks blocks -> said(blocks.column(), Words.of(blocks));
            case Row.Arrow arrow ->
                    arrow.from() == arrow.to()
                            ? said(arrow.from(), Words.of(arrow).plus(Style.FAINT, "to itself"))
                            : List.of(arrow(arrow).text());
            case Row.Begins begins -> List.of(begins(begins));
            case Row.Ends(_, int column) -> List.of(ends(column));
        };
    }

    /** Turns of a loop that are not drawn, across all columns. */
    Text more(int turns) {
        Line line = lifelines();
        String text = " " + sheet.glyphs().ellipsis() + " " + turns + " more like these ";
        int last = lanes.start(lives.length - 1);
        line.put(Math.max(1, (last - text.length()) / 2), Style.FAINT, text);
        return line.text();
    }

    private Line lifelines() {
        Line line = new Line(sheet.width());
        for (int i = 0; i < lives.length; i++) {
            line.put(lanes.start(i), Style.FAINT, lifeline(lives[i]));
        }
        return line;
    }

    private String lifeline(Life life) {
        return switch (life) {
            case NOT_YET, OVER -> " ";
            case RUNNING -> sheet.glyphs().down();
            case BLOCKED -> sheet.glyphs() == Glyphs.UNICODE ? "┆" : ":";
        };
    }

    private List<Text> said(int column, Words words) {
        List<Text> lines = new ArrayList<>();
        for (Text text : words.lines(lanes.room(column), sheet.glyphs())) {
            Line line = lifelines();
            line.put(lanes.start(column) + 2, text);
            lines.add(line.text());
        }
        return lines;
    }

    private Line arrow(Row.Arrow arrow) {
        Line line = lifelines();
        boolean rightward = arrow.from() < arrow.to();
        int from = lanes.start(arrow.from());
        int to = lanes.start(arrow.to());
        int left = Math.min(from, to) + 1;
        int right = Math.max(from, to);
        Glyphs glyphs = sheet.glyphs();
        line.put(from, Style.FAINT, rightward ? glyphs.teeRight() : glyphs.teeLeft());
        line.put(left, Style.FAINT, glyphs.across().repeat(Math.max(0, right - left)));
        cross(line, arrow);
        line.put(
                rightward ? to - 1 : to + 1,
                Style.FAINT,
                rightward ? glyphs.right() : glyphs.left());
        Text label =
                Text.of(Words.style(arrow.kind()), arrow.label())
                        .cut(Math.max(0, right - left - 4), glyphs.ellipsis());
        Text padded = Text.of(" ").plus(label).plus(" ");
        line.put(left + (right - left - padded.width()) / 2, padded);
        return line;
    }

    /** The lifelines between go on behind the arrow. */
    private void cross(Line line, Row.Arrow arrow) {
        int last = Math.max(arrow.from(), arrow.to());
        for (int i = Math.min(arrow.from(), arrow.to()) + 1; i < last; i++) {
            if (lives[i] == Life.RUNNING || lives[i] == Life.BLOCKED) {
                line.put(lanes.start(i), Style.FAINT, sheet.glyphs().cross());
            }
        }
    }

    private Text begins(Row.Begins begins) {
        Line line =
                arrow(new Row.Arrow(0, begins.parent(), begins.column(), "fork", Row.Kind.SETUP));
        line.put(lanes.start(begins.column()), Style.TITLE, ladder.columns().get(begins.column()));
        return line.text();
    }

    private Text ends(int column) {
        Line line = lifelines();
        line.put(lanes.start(column), Style.FAINT, sheet.glyphs().teeUp());
        line.put(lanes.start(column) + 2, Style.FAINT, "ends");
        return line.text();
    }
}
