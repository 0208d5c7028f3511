package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.ladder.Row;

/** The line of each process from top to bottom, and where on it the process sleeps. */
final class Lifelines {
    /** What a process does meanwhile. */
    enum Life {
        RUNNING,
        BLOCKED
    }

    /** A stretch of a line; open is what goes on beyond the picture. */
    record Span(int column, int top, int bottom, Life life, boolean open) {}

    private record Now(int since, Life life) {}

    private final List<Span> spans = new ArrayList<>();
    private final List<List<Now>> lives = new ArrayList<>();

    Lifelines(int columns, Layout layout, int top) {
        for (int i = 0; i < columns; i++) {
            lives.add(new ArrayList<>(List.of(new Now(top, Life.RUNNING))));
        }
        layout.parts().stream().flatMap(part -> part.placed().stream()).forEach(this::unborn);
        layout.parts().stream().flatMap(part -> part.placed().stream()).forEach(this::pass);
        for (int i = 0; i < columns; i++) {
            end(i, layout.bottom(), true);
        }
    }

    List<Span> spans() {
        return spans;
    }

    private void unborn(Placed placed) {
        for (Row row : rows(placed.item())) {
            if (row instanceof Row.Begins begins) {
                lives.get(begins.column()).clear();
            }
        }
    }

    private static List<Row> rows(Item item) {
        return switch (item) {
            case Item.Shown(Row row) -> List.of(row);
            case Item.More(_, List<Row> rows) -> rows;
            case Item.Note _, Item.Gap _, Item.Aside _ -> List.of();
        };
    }

    private void pass(Placed placed) {
        for (Row row : rows(placed.item())) {
            switch (row) {
                case Row.Call call -> turn(call.column(), said(placed), Life.RUNNING);
                case Row.Blocks blocks -> turn(blocks.column(), said(placed), Life.BLOCKED);
                case Row.Begins begins -> turn(begins.column(), placed.middle(), Life.RUNNING);
                case Row.Ends ends -> end(ends.column(), placed.middle(), false);
                case Row.Arrow _ -> {}
            }
        }
    }

    private static int said(Placed placed) {
        return placed.top() + Layout.MIDDLE;
    }

    private void turn(int column, int y, Life life) {
        boolean isSame = lives.get(column).stream().anyMatch(now -> now.life() == life);
        if (!isSame) {
            end(column, y, false);
            lives.get(column).add(new Now(y, life));
        }
    }

    private void end(int column, int y, boolean open) {
        for (Now now : lives.get(column)) {
            spans.add(new Span(column, now.since(), y, now.life(), open));
        }
        lives.get(column).clear();
    }
}
