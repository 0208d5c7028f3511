package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Prose;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Row;

/** What stands beside a line of the picture, in two parts: a call and its result. */
record Said(Text call, Text result) {
    /* how far the lines behind the first begin to the right */
    static final int HANG = 2;
    private static final int LEAST = 8;

    /* a blank that no line is broken at */
    private static final char GLUE = '\u00a0';

    static Said of(Row.Call call) {
        Text result =
                call.result().isEmpty()
                        ? Text.EMPTY
                        : Text.of("=" + GLUE).plus(style(call.failed()), call.result());
        return new Said(Text.of(Style.NAME, call.call()), result);
    }

    static Said of(Row.Blocks blocks) {
        return new Said(Text.of(Style.NAME, blocks.call()), Text.of(Style.ADVICE, "blocked"));
    }

    static Said of(Item.Aside aside) {
        return new Said(Text.of(aside.what()), Text.of(style(aside.failed()), aside.result()));
    }

    private static Style style(boolean failed) {
        return failed ? Style.FAILURE : Style.VALUE;
    }

    /** How many characters wide it is in one line. */
    int width() {
        return call.width() + (result.width() == 0 ? 0 : 1 + result.width());
    }

    /** The result begins a line of its own where it would be broken otherwise. */
    List<Text> lines(int room) {
        if (width() <= room) {
            return List.of(joined(call));
        }
        int less = Math.max(LEAST, room - HANG);
        List<Text> lines = new ArrayList<>(Prose.wrapped(call, less, 0));
        if (lines.getLast().width() + 1 + result.width() <= less) {
            lines.add(joined(lines.removeLast()));
        } else {
            lines.addAll(Prose.wrapped(result, less, 0));
        }
        return lines;
    }

    private Text joined(Text line) {
        return result.width() == 0 ? line : line.plus(" ").plus(result);
    }
}
