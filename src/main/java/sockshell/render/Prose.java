package sockshell.render;

import java.util.ArrayList;
import java.util.List;

/** Lines of a width, broken between words; JShell's bar stands in front of what the shell says. */
public final class Prose {
    private static final Text BAR = Text.of(Style.FAINT, "|  ");
    private static final int NARROWEST = 8;

    private Prose() {}

    /** A sentence behind the bar. */
    public static List<Text> said(Text sentence, int width) {
        return said(sentence, width, 0);
    }

    /** The same where the second line and those behind it begin further to the right. */
    public static List<Text> said(Text sentence, int width, int hang) {
        return wrapped(sentence, Math.max(NARROWEST, width - BAR.width()), hang).stream()
                .map(BAR::plus)
                .toList();
    }

    /** As it stands, cut where it is too wide. */
    public static Text asIs(Text line, int width) {
        return BAR.plus(line.cut(Math.max(NARROWEST, width - BAR.width()), "")).cut(width, "");
    }

    /** A sentence of its own; the second line and those behind it begin further to the right. */
    public static List<Text> wrapped(Text sentence, int width, int hang) {
        Text indent = Text.of(" ".repeat(Math.min(hang, width / 2)));
        List<Text> lines = new ArrayList<>();
        Text line = Text.EMPTY;
        boolean isFresh = true;
        for (Text word : words(sentence)) {
            Text rest = word;
            if (!isFresh && line.width() + 1 + rest.width() > width) {
                lines.add(line);
                line = indent;
                isFresh = true;
            }
            line = isFresh ? line : line.plus(" ");
            while (line.width() + rest.width() > width) {
                Text fitting = rest.cut(width - line.width(), "");
                lines.add(line.plus(fitting));
                rest = behind(rest, fitting.toString().length());
                line = indent;
            }
            line = line.plus(rest);
            isFresh = false;
        }
        lines.add(line);
        return lines;
    }

    /** What stands between the blanks, with the styles that it has. */
    private static List<Text> words(Text sentence) {
        List<Text> words = new ArrayList<>();
        Text word = Text.EMPTY;
        for (Text.Part part : sentence.parts()) {
            String[] pieces = part.text().split(" ", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    words.add(word);
                    word = Text.EMPTY;
                }
                word = word.plus(part.style(), pieces[i]);
            }
        }
        words.add(word);
        return words;
    }

    private static Text behind(Text text, int characters) {
        int left = characters;
        Text rest = Text.EMPTY;
        for (Text.Part part : text.parts()) {
            int gone = Math.min(left, part.text().length());
            rest = rest.plus(part.style(), part.text().substring(gone));
            left -= gone;
        }
        return rest;
    }
}
