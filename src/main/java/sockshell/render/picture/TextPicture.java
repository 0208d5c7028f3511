package sockshell.render.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sockshell.render.Glyphs;
import sockshell.render.Quoted;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.sys.Bytes;

/** Text as its bytes: each in hex, below it the character, and UTF-8 sequences in brackets. */
final class TextPicture {
    private static final int MOST = 256;
    private static final int MOST_NOTES = 12;

    private final Sheet sheet;
    private final List<Text> lines = new ArrayList<>();
    private Text above = Text.EMPTY;
    private Text below = Text.EMPTY;

    private TextPicture(Sheet sheet) {
        this.sheet = sheet;
    }

    static List<Text> draw(Bytes bytes, Sheet sheet) {
        return new TextPicture(sheet).draw(bytes);
    }

    private List<Text> draw(Bytes bytes) {
        lines.addAll(Flow.sentence(Style.TITLE, Words.count(bytes.length(), "byte"), sheet));
        Set<String> notes = new LinkedHashSet<>();
        for (int at = 0; at < bytes.length() && at < MOST; ) {
            Utf8 found = Utf8.at(bytes, at);
            Bytes own = bytes.slice(at, at + found.length());
            add(own, found);
            note(own, found).ifPresent(notes::add);
            at += found.length();
        }
        endLine();
        if (bytes.length() > MOST) {
            lines.addAll(Flow.sentence(Style.FAINT, "Only the beginning is shown.", sheet));
        }
        notes.stream().limit(MOST_NOTES).forEach(each -> lines.addAll(Flow.sentence(each, sheet)));
        return lines;
    }

    private void add(Bytes own, Utf8 found) {
        Text hex = Text.of(Style.DATA, hex(own));
        if (above.width() > 0 && above.width() + 1 + hex.width() > sheet.width()) {
            endLine();
        }
        Text character = character(own, found, hex.width());
        above = (above.width() == 0 ? above : above.plus(" ")).plus(hex);
        below = (below.width() == 0 ? below : below.plus(" ")).plus(character.padded(hex.width()));
    }

    private void endLine() {
        if (above.width() > 0) {
            lines.add(sheet.fit(above));
            lines.add(sheet.fit(below));
        }
        above = Text.EMPTY;
        below = Text.EMPTY;
    }

    private static String hex(Bytes own) {
        return IntStream.range(0, own.length())
                .mapToObj(i -> HexDump.hex(own.at(i)))
                .collect(Collectors.joining(" "));
    }

    private Text character(Bytes own, Utf8 found, int width) {
        if (own.length() > 1) {
            return Text.of(Style.FAINT, bracket(found, width));
        }
        String escaped = Quoted.escaped(own);
        return escaped.length() <= 2 ? Text.of(Style.DATA, escaped) : Text.of(Style.FAINT, ".");
    }

    /** From the first byte of a sequence to its last, with the character within if it is shown. */
    private String bracket(Utf8 found, int width) {
        Glyphs glyphs = sheet.glyphs();
        String shown = isShown(found) ? Character.toString(found.point()) : glyphs.across();
        int rest = width - 2 - Text.of(shown).width();
        String left = glyphs.across().repeat(rest / 2);
        String right = glyphs.across().repeat(rest - rest / 2);
        return glyphs.bottomLeft() + left + shown + right + glyphs.bottomRight();
    }

    /** Letters that turn the direction of writing, and marks, would disturb the picture. */
    private boolean isShown(Utf8 found) {
        int point = found.point();
        byte direction = Character.getDirectionality(point);
        return sheet.glyphs() == Glyphs.UNICODE
                && Text.of(Character.toString(point)).width() > 0
                && Character.getType(point) != Character.PRIVATE_USE
                && Character.isDefined(point)
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static Optional<String> note(Bytes own, Utf8 found) {
        if (own.length() > 1) {
            return Optional.of(
                    "%s is U+%04X, %s"
                            .formatted(hex(own), found.point(), Character.getName(found.point())));
        }
        return own.at(0) < 0 ? Optional.of(hex(own) + " is no UTF-8 here") : Optional.empty();
    }
}
