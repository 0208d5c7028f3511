package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** Rows below heads. A column without any content is left out. */
final class Grid {
    private static final int WIDE_GAP = 2;

    private final List<Column> columns;
    private final List<List<Text>> rows;

    /** A column: a number stands to the right, and one with a least width may be cut to that. */
    record Column(String head, boolean number, int least) {
        static Column text(String head) {
            return new Column(head, false, 0);
        }

        static Column number(String head) {
            return new Column(head, true, 0);
        }

        static Column flexible(String head, int least) {
            return new Column(head, false, least);
        }

        boolean isFlexible() {
            return least > 0;
        }
    }

    Grid(List<Column> columns, List<List<Text>> rows) {
        List<Integer> used =
                IntStream.range(0, columns.size())
                        .filter(i -> rows.stream().anyMatch(row -> row.get(i).width() > 0))
                        .boxed()
                        .toList();
        this.columns = used.stream().map(columns::get).toList();
        this.rows = rows.stream().map(row -> used.stream().map(row::get).toList()).toList();
    }

    /** As a table, or where that is too wide each row as a paragraph, nothing left out. */
    List<Text> draw(Sheet sheet) {
        Widths widths = widths(sheet);
        return widths.total() <= sheet.width() ? table(widths, sheet) : paragraphs(sheet);
    }

    /** As a table with a line for each row whatever the width: what does not fit is cut. */
    List<Text> lines(Sheet sheet) {
        return table(widths(sheet), sheet);
    }

    /** What each column takes, and what stands between two of them. */
    private record Widths(List<Integer> each, int gap) {
        int total() {
            return each.stream().mapToInt(Integer::intValue).sum()
                    + gap * Math.max(0, each.size() - 1);
        }
    }

    /** As wide as the content; where that is too wide closer together, then the flexible cut. */
    private Widths widths(Sheet sheet) {
        List<Integer> each =
                new ArrayList<>(IntStream.range(0, columns.size()).mapToObj(this::widest).toList());
        Widths wide = new Widths(each, WIDE_GAP);
        if (wide.total() <= sheet.width()) {
            return wide;
        }
        Widths narrow = new Widths(each, 1);
        while (narrow.total() > sheet.width() && shrinkWidest(each)) {}
        return narrow;
    }

    private int widest(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).width())
                .reduce(columns.get(column).head().length(), Math::max);
    }

    private boolean shrinkWidest(List<Integer> widths) {
        int widest = -1;
        for (int i = 0; i < widths.size(); i++) {
            boolean canShrink =
                    columns.get(i).isFlexible() && widths.get(i) > columns.get(i).least();
            if (canShrink && (widest < 0 || widths.get(i) > widths.get(widest))) {
                widest = i;
            }
        }
        if (widest >= 0) {
            widths.set(widest, widths.get(widest) - 1);
        }
        return widest >= 0;
    }

    private List<Text> table(Widths widths, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        if (columns.stream().anyMatch(column -> !column.head().isEmpty())) {
            lines.add(line(heads(), widths, sheet));
        }
        rows.forEach(row -> lines.add(line(row, widths, sheet)));
        return lines;
    }

    private List<Text> heads() {
        return columns.stream().map(column -> Text.of(Style.TITLE, column.head())).toList();
    }

    private Text line(List<Text> cells, Widths widths, Sheet sheet) {
        List<Text.Part> parts = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < cells.size(); i++) {
            Text cell = cells.get(i).cut(widths.each().get(i), sheet.glyphs().ellipsis());
            int blank = widths.each().get(i) - cell.width();
            int before = columns.get(i).number() ? blank : 0;
            if (cell.width() > 0) {
                parts.addAll(Text.of(" ".repeat(missing + before)).parts());
                parts.addAll(cell.parts());
                missing = widths.gap() + blank - before;
            } else {
                missing += widths.gap() + blank;
            }
        }
        return sheet.fit(new Text(parts));
    }

    private List<Text> paragraphs(Sheet sheet) {
        return rows.stream()
                .flatMap(row -> Flow.items(items(row, sheet.width()), sheet).stream())
                .toList();
    }

    /** Numbers and what may be long have their heads with them. */
    private List<Text> items(List<Text> row, int width) {
        List<Text> items = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            if (row.get(i).width() > 0) {
                boolean hasHead = column.number() || column.isFlexible();
                Text head = Text.of(Style.FAINT, hasHead ? column.head() : "");
                items.addAll(item(head, row.get(i), width));
            }
        }
        return items;
    }

    /** In one piece where that fits into a line. */
    private static List<Text> item(Text head, Text cell, int width) {
        if (head.width() == 0) {
            return List.of(cell);
        }
        Text whole = head.plus(" ").plus(cell);
        return whole.width() + Flow.INDENT <= width ? List.of(whole) : List.of(head, cell);
    }
}
