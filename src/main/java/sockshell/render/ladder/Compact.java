package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** A line for each thing that happened, for where the columns have no room. */
final class Compact {
    private static final int LEAST_SAID = 12;

    private final Ladder ladder;
    private final Sheet sheet;
    private final int names;

    Compact(Ladder ladder, Sheet sheet) {
        this.ladder = ladder;
        this.sheet = sheet;
        int longest = ladder.columns().stream().mapToInt(String::length).max().orElse(0);
        names = Math.max(1, Math.min(longest, (sheet.width() - LEAST_SAID) / 2));
    }

    List<Text> of(Row row) {
        return switch (row) {
            case Row.Call call -> said(call.column(), Words.of(call));
            case Row.Blocks blocks -> said(blocks.column(), Words.of(blocks));
            case Row.Arrow arrow -> arrow(arrow.from(), arrow.to(), Words.of(arrow));
            case Row.Begins(_, int parent, int column) ->
                    arrow(parent, column, new Words().plus(Style.VALUE, "fork"));
            case Row.Ends(_, int column) -> said(column, new Words().plus(Style.FAINT, "ends"));
        };
    }

    Text more(int turns) {
        return Text.of(Style.FAINT, sheet.glyphs().ellipsis() + " " + turns + " more like these");
    }

    private List<Text> said(int column, Words words) {
        return behind(name(column).padded(names).plus(" "), words);
    }

    private List<Text> arrow(int from, int to, Words words) {
        Text ends =
                name(from)
                        .padded(names)
                        .plus(Style.FAINT, " " + sheet.glyphs().right() + " ")
                        .plus(name(to))
                        .plus("  ");
        return behind(ends, words);
    }

    private Text name(int column) {
        return Text.of(Style.TITLE, ladder.columns().get(column))
                .cut(names, sheet.glyphs().ellipsis());
    }

    /** The lines behind the first are below what it says. */
    private List<Text> behind(Text front, Words words) {
        int room = Math.max(1, sheet.width() - front.width());
        List<Text> lines = new ArrayList<>();
        for (Text text : words.lines(room, sheet.glyphs())) {
            Text start = lines.isEmpty() ? front : Text.of(" ".repeat(front.width()));
            lines.add(sheet.fit(start.plus(text)));
        }
        return lines;
    }
}
