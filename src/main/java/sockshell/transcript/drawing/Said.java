package sockshell.transcript.drawing;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sockshell.render.Prose;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Row;

/** What stands beside a line of the picture, in two parts: a call and its result. */
record Said(Text call, Text result) {
    /* how far the lines behind the first begin to the right */
    static final int HANG = 2;
    private static final int LEAST = 8;
    private static final int LONGEST = 300;

    /* a blank that no line is broken at */
    private static final char GLUE = '\u00a0';
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    Said {
        call = call.cut(LONGEST, "…");
        result = result.cut(LONGEST, "…");
    }

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
            return List.of(unglued(joined(call)));
        }
        int less = Math.max(LEAST, room - HANG);
        List<Text> lines = new ArrayList<>(wrapped(call, less));
        if (lines.getLast().width() + 1 + result.width() <= less) {
            lines.add(unglued(joined(lines.removeLast())));
        } else {
            lines.addAll(wrapped(result, less));
        }
        return lines;
    }

    /** Data that fits into a line is not broken. */
    private static List<Text> wrapped(Text text, int room) {
        Text glued =
                each(
                        text,
                        part ->
                                QUOTED.matcher(part)
                                        .replaceAll(data -> quoteReplacement(glued(data, room))));
        return Prose.wrapped(glued, room, 0).stream().map(Said::unglued).toList();
    }

    private static String glued(MatchResult data, int room) {
        boolean isFitting = data.group().length() < room - 2;
        return isFitting ? data.group().replace(' ', GLUE) : data.group();
    }

    private static Text unglued(Text line) {
        return each(line, part -> part.replace(GLUE, ' '));
    }

    private static Text each(Text text, UnaryOperator<String> change) {
        return new Text(
                text.parts().stream()
                        .map(part -> new Text.Part(part.style(), change.apply(part.text())))
                        .toList());
    }

    private Text joined(Text line) {
        return result.width() == 0 ? line : line.plus(" ").plus(result);
    }
}
