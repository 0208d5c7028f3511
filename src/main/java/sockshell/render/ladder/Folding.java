package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Equal turns of a loop, which nobody wants to read a thousand times. */
public final class Folding {
    private static final int LONGEST = 24;
    private static final int KEPT = 2;
    private static final int WORTH = 4;

    /** What is left to be drawn. */
    public sealed interface Piece {
        record Shown(Row row) implements Piece {}

        /** So many turns like those above, with the rows that they had. */
        record More(int turns, List<Row> rows) implements Piece {}
    }

    private final List<Row> rows;
    private final int[] shapes;
    private final List<Piece> pieces = new ArrayList<>();

    private Folding(List<Row> rows) {
        this.rows = rows;
        Map<Row, Integer> numbers = new HashMap<>();
        shapes =
                rows.stream()
                        .map(Folding::shape)
                        .mapToInt(shape -> numbers.computeIfAbsent(shape, _ -> numbers.size()))
                        .toArray();
    }

    public static List<Piece> of(List<Row> rows) {
        Folding folding = new Folding(rows);
        for (int at = 0; at < rows.size(); ) {
            at = folding.next(at);
        }
        return folding.pieces;
    }

    /** Folds what repeats from here on, or takes one row; gives where to go on. */
    private int next(int at) {
        for (int length = 1; length <= LONGEST; length++) {
            int turns = turns(at, length);
            if (turns >= WORTH) {
                int end = at + turns * length;
                show(at, at + KEPT * length);
                pieces.add(new Piece.More(turns - KEPT, rows.subList(at + KEPT * length, end)));
                return end;
            }
        }
        show(at, at + 1);
        return at + 1;
    }

    private void show(int from, int to) {
        rows.subList(from, to).forEach(row -> pieces.add(new Piece.Shown(row)));
    }

    /** How often so many rows follow one another, being alike. */
    private int turns(int at, int length) {
        int end = at + length;
        while (end < shapes.length && shapes[end] == shapes[end - length]) {
            end++;
        }
        return (end - at) / length;
    }

    /** A row as it would be in another turn: at another moment, and with other numbers. */
    private static Row shape(Row row) {
        return switch (row) {
            case Row.Begins(_, int parent, int column) -> new Row.Begins(0, parent, column);
            case Row.Ends(_, int column) -> new Row.Ends(0, column);
            case Row.Blocks(_, int column, String call) ->
                    new Row.Blocks(0, column, numberless(call));
            case Row.Call(_, int column, String call, String result, boolean failed) ->
                    new Row.Call(0, column, numberless(call), numberless(result), failed);
            case Row.Arrow(_, int from, int to, String label, Row.Kind kind) ->
                    new Row.Arrow(0, from, to, numberless(label), kind);
        };
    }

    private static String numberless(String text) {
        StringBuilder shape = new StringBuilder();
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char sign = Character.isDigit(text.charAt(i)) ? '0' : text.charAt(i);
            if (sign != '0' || last != '0') {
                shape.append(sign);
            }
            last = sign;
        }
        return shape.toString();
    }
}
