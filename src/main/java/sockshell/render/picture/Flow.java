package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** Pieces one behind the other, on a new line where one does not fit any more. */
final class Flow {
    static final int INDENT = 2;

    private static final Text BLANK = Text.of(" ");

    private Flow() {}

    /** A sentence, or several. */
    static List<Text> sentence(String sentence, Sheet sheet) {
        return sentence(Style.PLAIN, sentence, sheet);
    }

    static List<Text> sentence(Style style, String sentence, Sheet sheet) {
        return of(Stream.of(sentence.split(" ", -1)).map(word -> Text.of(style, word)), 0, sheet);
    }

    /** Items of which each stays in one piece; lines behind the first one are set in. */
    static List<Text> items(List<Text> items, Sheet sheet) {
        return of(items.stream(), INDENT, sheet);
    }

    private static List<Text> of(Stream<Text> pieces, int indent, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        List<Text.Part> line = new ArrayList<>();
        int used = 0;
        for (Text piece : pieces.toList()) {
            int width = piece.width();
            boolean isFirst = line.isEmpty();
            if (!isFirst && used + 1 + width > sheet.width()) {
                lines.add(sheet.fit(new Text(line)));
                line.clear();
                line.addAll(Text.of(" ".repeat(indent)).parts());
                used = indent;
            } else if (!isFirst) {
                line.addAll(BLANK.parts());
                used++;
            }
            line.addAll(piece.parts());
            used += width;
        }
        lines.add(sheet.fit(new Text(line)));
        return lines;
    }
}
