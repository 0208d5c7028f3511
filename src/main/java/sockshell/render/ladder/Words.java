package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Glyphs;
import sockshell.render.Style;
import sockshell.render.Text;

/** What a row says, word by word, so that it can be broken into lines. */
final class Words {
    private static final String INDENT = "  ";

    /* a blank that no line is broken at */
    private static final char GLUE = '\u00a0';

    private final List<Text> words = new ArrayList<>();

    Words plus(Style style, String text) {
        for (String word : text.split(" ", -1)) {
            words.add(Text.of(style, word.replace(GLUE, ' ')));
        }
        return this;
    }

    static Words of(Row.Call call) {
        Words words = new Words().plus(Style.NAME, call.call());
        return call.result().isEmpty()
                ? words
                : words.plus(
                        call.failed() ? Style.FAILURE : Style.VALUE, "=" + GLUE + call.result());
    }

    static Words of(Row.Blocks blocks) {
        return new Words().plus(Style.NAME, blocks.call()).plus(Style.ADVICE, "blocked");
    }

    static Words of(Row.Arrow arrow) {
        return new Words().plus(style(arrow.kind()), arrow.label());
    }

    static Style style(Row.Kind kind) {
        return switch (kind) {
            case SETUP, END -> Style.VALUE;
            case DATA -> Style.DATA;
            case RESET -> Style.FAILURE;
        };
    }

    /** How much room it takes in one line. */
    int width() {
        return words.stream().mapToInt(Text::width).sum() + Math.max(0, words.size() - 1);
    }

    /** Lines that are no longer than this; those behind the first are indented. */
    List<Text> lines(int width, Glyphs glyphs) {
        List<Text> lines = new ArrayList<>();
        Text line = Text.EMPTY;
        boolean empty = true;
        for (Text word : words) {
            if (!empty && line.width() + 1 + word.width() > width) {
                lines.add(line);
                line = Text.of(width > 2 * INDENT.length() + 2 ? INDENT : "");
                empty = true;
            }
            line = (empty ? line : line.plus(" ")).plus(word).cut(width, glyphs.ellipsis());
            empty = false;
        }
        lines.add(line);
        return lines;
    }
}
