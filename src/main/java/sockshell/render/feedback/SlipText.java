package sockshell.render.feedback;

import java.util.ArrayList;
import java.util.List;
import sockshell.lang.Mistake;
import sockshell.lang.Source;
import sockshell.lang.Span;
import sockshell.render.Prose;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Event;

/** What a person slipped in: the message, the spot, and what to do about it. */
final class SlipText {
    private static final int MOST = 5;
    private static final int BAR = 3;
    private static final int NARROWEST = 8;

    private final Sheet sheet;

    SlipText(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Text> of(Event.Slipped slipped) {
        List<Text> lines = new ArrayList<>();
        slipped.mistakes().stream()
                .limit(MOST)
                .forEach(mistake -> lines.addAll(of(slipped.source(), mistake)));
        int more = slipped.mistakes().size() - MOST;
        if (more > 0) {
            String rest = "and " + Shown.count(more, "more mistake", "more mistakes") + " here";
            lines.addAll(Prose.said(Text.of(rest), sheet.width()));
        }
        return lines;
    }

    private List<Text> of(Source source, Mistake mistake) {
        List<Text> lines =
                new ArrayList<>(
                        Prose.said(Text.of(Style.FAILURE, mistake.message()), sheet.width()));
        lines.addAll(spot(source, mistake.span()));
        if (!mistake.hint().isEmpty()) {
            lines.addAll(Prose.said(Text.of(Style.ADVICE, mistake.hint()), sheet.width()));
        }
        return lines;
    }

    /** The line and the caret below it; a tab would move the caret, so it is one blank here. */
    private List<Text> spot(Source source, Span span) {
        String line = source.lineAt(span.from()).replace('\t', ' ');
        int at = Math.min(source.column(span.from()) - 1, line.length());
        int length = Math.max(1, Math.min(span.to() - span.from(), line.length() - at));
        Text before = Text.of(line.substring(0, at));
        Text spot =
                Text.of(Style.FAILURE, line.substring(at, Math.min(line.length(), at + length)));
        Text rest = Text.of(line.substring(Math.min(line.length(), at + length)));
        return drawn(before, spot, rest);
    }

    private List<Text> drawn(Text before, Text spot, Text rest) {
        int room = Math.max(NARROWEST, sheet.width() - BAR);
        String dots = sheet.glyphs().ellipsis();
        boolean isWhole = before.width() + spot.width() + rest.width() <= room;
        Text left = isWhole ? before : shortened(before, room / 2, dots);
        Text line = left.plus(spot).plus(rest).cut(room, dots);
        int width = Math.max(1, Math.min(spot.width(), room - left.width()));
        Text caret = Text.of(" ".repeat(left.width())).plus(Style.FAILURE, caret(width));
        return List.of(Prose.asIs(line, sheet.width()), Prose.asIs(caret, sheet.width()));
    }

    /** JShell's mark: from the first column to the last. */
    private static String caret(int width) {
        return width < 2 ? "^" : "^" + "-".repeat(width - 2) + "^";
    }

    /** The end of a text, where all of it does not fit. */
    private static Text shortened(Text text, int room, String dots) {
        if (text.width() <= room) {
            return text;
        }
        String all = text.toString();
        int width = Text.of(dots).width();
        int from = all.length();
        while (from > 0) {
            int next = all.offsetByCodePoints(from, -1);
            if (Text.of(all.substring(next)).width() + width > room) {
                break;
            }
            from = next;
        }
        return Text.of(Style.FAINT, dots).plus(all.substring(from));
    }
}
