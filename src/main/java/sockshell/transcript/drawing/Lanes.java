package sockshell.transcript.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sockshell.render.ladder.Ladder;
import sockshell.render.ladder.Row;

/**
 * Where the lines of the processes stand, in the picture's units, so that what is said beside each
 * has room. The widest letters of the usual fonts are assumed.
 */
record Lanes(List<Integer> starts, int width) {
    /* of a slide of 16:9, and what letters can still be read from afar on one */
    private static final int SLIDE = 1280;
    private static final int WIDEST = 1460;
    /* from where a lane begins to its line, and on to the words */
    static final int LINE = 28;
    static final int WORDS = 19;
    private static final int GAP = 12;
    private static final int EDGE = 10;
    private static final int LEAST = 190;
    private static final int NARROWEST = 312;
    /* of a hundred characters at 22 units; of the usual fonts none is wider */
    private static final int HUNDRED = 1330;

    static Lanes of(Story story) {
        int[] wanted = new int[Math.max(1, story.columns().size())];
        Arrays.fill(wanted, LEAST);
        for (Step step : story.steps()) {
            step.items().forEach(item -> widen(wanted, item));
        }
        int width =
                Math.max(Math.clamp(IntStream.of(wanted).sum(), SLIDE, WIDEST), narrowest(story));
        fit(wanted, width - 2 * EDGE);
        Integer[] starts = new Integer[wanted.length];
        for (int i = 0, at = EDGE; i < wanted.length; at += wanted[i], i++) {
            starts[i] = at;
        }
        return new Lanes(Arrays.asList(starts), width);
    }

    private static int narrowest(Story story) {
        return story.columns().stream()
                .mapToInt(name -> name.equals(Ladder.OUTSIDE) ? LEAST : NARROWEST)
                .sum();
    }

    private static void widen(int[] wanted, Item item) {
        switch (item) {
            case Item.Shown(Row.Call call) -> widen(wanted, call.column(), Said.of(call).width());
            case Item.Shown(Row.Blocks blocks) ->
                    widen(wanted, blocks.column(), Said.of(blocks).width());
            case Item.Shown(Row.Arrow(_, int from, int to, String label, _)) ->
                    widen(wanted, from <= to ? from : from - 1, label.length());
            case Item.Aside aside -> widen(wanted, aside.column(), Said.of(aside).width());
            case Item.Shown _, Item.Note _, Item.Gap _, Item.More _ -> {}
        }
    }

    private static void widen(int[] wanted, int column, int characters) {
        wanted[column] = Math.max(wanted[column], pixels(characters) + LINE + WORDS + GAP);
    }

    /** Takes from the widest, or gives to all. */
    private static void fit(int[] wanted, int width) {
        int most = Math.max(width, IntStream.of(wanted).max().orElse(width));
        while (IntStream.of(wanted).sum() > width) {
            most--;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = Math.min(wanted[i], most);
            }
        }
        int more = (width - IntStream.of(wanted).sum()) / wanted.length;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] += more;
        }
    }

    static int pixels(int characters) {
        return characters * HUNDRED / 100;
    }

    static int characters(int pixels) {
        return pixels * 100 / HUNDRED;
    }

    int line(int column) {
        return starts.get(column) + LINE;
    }

    int end(int column) {
        return column + 1 < starts.size() ? starts.get(column + 1) : width - EDGE;
    }

    /** How many characters have room beside a line. */
    int room(int column) {
        return characters(end(column) - starts.get(column) - LINE - WORDS - GAP / 2);
    }
}
