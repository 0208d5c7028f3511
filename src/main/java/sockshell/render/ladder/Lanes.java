package sockshell.render.ladder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sockshell.render.Sheet;

/** Where the lifelines of a picture stand, so that there is room for what is said beside them. */
record Lanes(List<Integer> starts, int width) {
    private static final int NARROWEST = 18;
    private static final int LEAST = 12;
    /* the line, a blank, and a blank in front of the next line */
    private static final int BESIDE = 3;
    private static final int ARROW = 6;

    static Lanes of(Ladder ladder, Sheet sheet) {
        int[] wanted = wanted(ladder);
        int most = sheet.width();
        while (IntStream.of(wanted).sum() > sheet.width() && most > 1) {
            most--;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = Math.min(wanted[i], most);
            }
        }
        Integer[] starts = new Integer[wanted.length];
        for (int i = 0, at = 0; i < wanted.length; at += wanted[i], i++) {
            starts[i] = at;
        }
        return new Lanes(Arrays.asList(starts), sheet.width());
    }

    /** Whether all columns stand beside one another and can still be read. */
    static boolean fits(Ladder ladder, Sheet sheet) {
        return IntStream.of(wanted(ladder)).map(wanted -> Math.min(wanted, NARROWEST)).sum()
                <= sheet.width();
    }

    private static int[] wanted(Ladder ladder) {
        int[] wanted =
                ladder.columns().stream()
                        .mapToInt(name -> Math.max(LEAST, name.length() + BESIDE))
                        .toArray();
        for (Row row : ladder.rows()) {
            switch (row) {
                case Row.Call call -> widen(wanted, call.column(), Words.of(call).width() + BESIDE);
                case Row.Blocks blocks ->
                        widen(wanted, blocks.column(), Words.of(blocks).width() + BESIDE);
                case Row.Arrow(_, int from, int to, String label, _) ->
                        widen(
                                wanted,
                                Math.min(from, to),
                                (label.length() + ARROW) / Math.max(1, Math.abs(from - to)));
                case Row.Begins _, Row.Ends _ -> {}
            }
        }
        return wanted;
    }

    private static void widen(int[] wanted, int column, int width) {
        wanted[column] = Math.max(wanted[column], width);
    }

    int start(int column) {
        return starts.get(column);
    }

    /** For the words beside a line. */
    int room(int column) {
        int end = column + 1 < starts.size() ? start(column + 1) - 1 : width;
        return Math.max(1, end - start(column) - 2);
    }
}
