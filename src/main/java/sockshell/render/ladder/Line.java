package sockshell.render.ladder;

import java.util.Arrays;
import sockshell.render.Style;
import sockshell.render.Text;

/** One line of a picture, on which things are put from the back to the front. */
final class Line {
    private final int[] signs;
    private final Style[] styles;

    Line(int width) {
        signs = new int[width];
        styles = new Style[width];
        Arrays.fill(signs, ' ');
        Arrays.fill(styles, Style.PLAIN);
    }

    /** What would be beside the line is left out. */
    void put(int at, Style style, String text) {
        int place = at;
        for (int sign : text.codePoints().toArray()) {
            if (place >= 0 && place < signs.length) {
                signs[place] = sign;
                styles[place] = style;
            }
            place++;
        }
    }

    void put(int at, Text text) {
        int place = at;
        for (Text.Part part : text.parts()) {
            put(place, part.style(), part.text());
            place += (int) part.text().codePoints().count();
        }
    }

    /** Without the blanks behind. */
    Text text() {
        int end = signs.length;
        while (end > 0 && signs[end - 1] == ' ') {
            end--;
        }
        Text text = Text.EMPTY;
        for (int from = 0; from < end; ) {
            int to = from + 1;
            while (to < end && styles[to] == styles[from]) {
                to++;
            }
            text = text.plus(styles[from], new String(signs, from, to - from));
            from = to;
        }
        return text;
    }
}
