package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.sys.Bytes;

/** Bytes with their offsets, in hex and as text, as many in a line as fit: 16, 8, 4, 2 or 1. */
final class HexDump {
    private static final int WIDEST = 16;
    private static final int LEAST_OFFSET = 4;
    private static final String NO_CHARACTER = ".";

    private final Bytes bytes;
    private final List<Long> starts;
    private final Sheet sheet;
    private final int offsetWidth;
    private final int aLine;

    /** The starts are marked: something new begins there. */
    HexDump(Bytes bytes, List<Long> starts, Sheet sheet) {
        this.bytes = bytes;
        this.starts = starts;
        this.sheet = sheet;
        offsetWidth = Math.max(LEAST_OFFSET, Integer.toString(bytes.length()).length());
        aLine = fitting();
    }

    private int fitting() {
        int count = WIDEST;
        while (count > 1 && offsetWidth + 2 + 3 * count + 1 + count > sheet.width()) {
            count /= 2;
        }
        return count;
    }

    List<Text> lines(int most) {
        List<Text> lines = new ArrayList<>();
        for (int from = 0; from < shown(most); from += aLine) {
            lines.add(sheet.fit(line(from, Math.min(bytes.length(), from + aLine))));
        }
        return lines;
    }

    /** How many bytes so many lines show. */
    int shown(int most) {
        return (int) Math.min(bytes.length(), (long) most * aLine);
    }

    private Text line(int from, int to) {
        Text hex = Text.EMPTY;
        Text text = Text.EMPTY;
        for (int i = from; i < to; i++) {
            hex = hex.plus(Style.FAINT, mark(i)).plus(Style.DATA, hex(bytes.at(i)));
            text = text.plus(character(bytes.at(i)));
        }
        return Text.of(Style.FAINT, Integer.toString(from))
                .indented(offsetWidth)
                .plus(" ")
                .plus(hex.padded(3 * aLine))
                .plus("  ")
                .plus(text);
    }

    private String mark(int at) {
        return at > 0 && starts.contains((long) at) ? sheet.glyphs().down() : " ";
    }

    static String hex(byte octet) {
        return "%02x".formatted(octet & 0xff);
    }

    private Text character(byte octet) {
        return octet >= ' ' && octet < 127
                ? Text.of(Style.DATA, Character.toString(octet))
                : Text.of(Style.FAINT, NO_CHARACTER);
    }
}
