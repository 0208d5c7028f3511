package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Prose;
import sockshell.render.Text;
import sockshell.render.ladder.Row;

/**
 * Puts the items of a story below one another. An arrow to the left of a call that caused it stands
 * beside that call; everything else has a height of its own, so that nothing can overlap.
 */
final class Layout {
    static final int LINE = 29;
    /* from a line's top to the middle of its letters */
    static final int MIDDLE = 20;
    private static final int BELOW = 11;
    private static final int ARROW = 42;
    private static final int CHILD = 56;
    private static final int BETWEEN = 8;
    static final int NOTE_LINE = 30;
    static final int NOTE_PAD = 14;
    private static final int NOTE_MARGIN = 10;
    private static final int GAP = 64;

    /** A step and what of it is drawn. */
    record Part(Step step, int top, int bottom, List<Placed> placed) {
        Part {
            placed = List.copyOf(placed);
        }
    }

    private final Lanes lanes;
    private final List<Part> parts = new ArrayList<>();
    private int y;

    Layout(Story story, Lanes lanes, int top) {
        this.lanes = lanes;
        y = top;
        for (Step step : story.steps()) {
            parts.add(part(step));
        }
    }

    List<Part> parts() {
        return parts;
    }

    int bottom() {
        return y;
    }

    private Part part(Step step) {
        int top = y;
        y += BETWEEN / 2;
        List<Placed> placed = new ArrayList<>();
        for (Item item : step.items()) {
            if (!placed.isEmpty() && isBeside(placed.getLast().item(), item)) {
                placed.add(new Placed(item, placed.getLast().top(), LINE + BELOW, List.of()));
            } else {
                placed.add(placed(item));
                y += placed.getLast().height();
            }
        }
        y += BETWEEN / 2;
        return new Part(step, top, y, placed);
    }

    /** The words of the call are to the right of its line, and the arrow is to the left. */
    private static boolean isBeside(Item before, Item item) {
        return before instanceof Item.Shown(Row.Call call)
                && item instanceof Item.Shown(Row.Arrow arrow)
                && arrow.from() == call.column()
                && arrow.to() < arrow.from();
    }

    private Placed placed(Item item) {
        return switch (item) {
            case Item.Shown(Row.Call call) -> said(item, Said.of(call), call.column());
            case Item.Shown(Row.Blocks blocks) -> said(item, Said.of(blocks), blocks.column());
            case Item.Aside aside -> said(item, Said.of(aside), aside.column());
            case Item.Shown(Row.Begins _) -> new Placed(item, y, CHILD, List.of());
            case Item.Shown(Row.Arrow _), Item.Shown(Row.Ends _), Item.More _ ->
                    new Placed(item, y, ARROW, List.of());
            case Item.Gap _ -> new Placed(item, y, GAP, List.of());
            case Item.Note(String text) -> note(item, text);
        };
    }

    private Placed said(Item item, Said said, int column) {
        List<Text> lines = said.lines(lanes.room(column));
        return new Placed(item, y, lines.size() * LINE + BELOW, lines);
    }

    private Placed note(Item item, String text) {
        List<Text> lines = prose(text, lanes.width());
        int height = lines.size() * NOTE_LINE + 2 * NOTE_PAD + 2 * NOTE_MARGIN;
        return new Placed(item, y, height, lines);
    }

    static int noteTop(Placed note) {
        return note.top() + NOTE_MARGIN;
    }

    static int noteHeight(Placed note) {
        return note.height() - 2 * NOTE_MARGIN;
    }

    /** Prose is set in letters of which none is wider than those of the calls. */
    static List<Text> prose(String text, int width) {
        return Prose.wrapped(Text.of(text), Lanes.characters(width - 120), 0);
    }
}
