package sockshell.render.picture;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** A number in host order beside network order, byteorder(3): 16 bits and 32 bits of it. */
final class NumberPicture {
    private static final int SHORT = 16;
    private static final int INT = 32;

    private final boolean swaps;

    NumberPicture() {
        this(ByteOrder.nativeOrder());
    }

    NumberPicture(ByteOrder host) {
        swaps = host == ByteOrder.LITTLE_ENDIAN;
    }

    List<Text> draw(long number, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        lines.addAll(draw(number, SHORT, "htons", sheet));
        lines.add(Text.EMPTY);
        lines.addAll(draw(number, INT, "htonl", sheet));
        return lines;
    }

    private List<Text> draw(long number, int bits, String call, Sheet sheet) {
        long cut = number & ((1L << bits) - 1);
        List<Text> lines = new ArrayList<>();
        lines.addAll(Flow.sentence(Style.TITLE, title(number, cut, bits), sheet));
        lines.addAll(crossing(cut, bits / Byte.SIZE, sheet));
        String as = swaps ? " is " : " changes nothing here: ";
        lines.addAll(Flow.sentence(call + "(" + number + ")" + as + network(cut, bits), sheet));
        return lines;
    }

    /** A negative number has the bits of its two's complement, and is not cut by that. */
    private static String title(long number, long cut, int bits) {
        boolean fits = number >= -(1L << (bits - 1)) && number < 1L << bits;
        String hex = "0x" + "%0" + bits / 4 + "x";
        return bits
                + " bits: "
                + (fits ? "" : number + " does not fit, it is cut to ")
                + (fits ? number : cut)
                + " = "
                + hex.formatted(cut);
    }

    private long network(long cut, int bits) {
        return swaps ? Long.reverseBytes(cut) >>> (Long.SIZE - bits) : cut;
    }

    private List<Text> crossing(long cut, int bytes, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        Text heads = Text.of(Style.FAINT, "      host").padded(LEFT + 2 * bytes);
        lines.add(sheet.fit(heads.plus(Style.FAINT, "net")));
        for (int row = 0; row < 2 * bytes - 1; row++) {
            lines.add(sheet.fit(row(cut, bytes, row, sheet.glyphs())));
        }
        return lines;
    }

    private static final int LEFT = 9;

    private Text row(long cut, int bytes, int row, Glyphs glyphs) {
        boolean hasBytes = row % 2 == 0;
        int at = row / 2;
        String lines = swaps ? crossed(row, bytes, glyphs) : straight(hasBytes, bytes, glyphs);
        Text left = Text.of(Style.FAINT, hasBytes ? "   +" + at : "").padded(LEFT - 3);
        Text host = Text.of(Style.DATA, hasBytes ? octet(cut, swaps ? at : bytes - 1 - at) : "  ");
        Text network = Text.of(Style.DATA, hasBytes ? octet(cut, bytes - 1 - at) : "");
        Text drawn = left.plus(host).plus(" ");
        return hasBytes
                ? drawn.plus(Style.FAINT, lines + " ").plus(network)
                : drawn.plus(Style.FAINT, lines.stripTrailing());
    }

    /** The byte that counts so many times 256. */
    private static String octet(long number, int place) {
        return HexDump.hex((byte) (number >>> (place * Byte.SIZE)));
    }

    private static String straight(boolean hasBytes, int bytes, Glyphs glyphs) {
        return (hasBytes ? glyphs.across() : " ").repeat(2 * bytes - 1);
    }

    /** The first byte goes where the last one was: all lines meet in the middle. */
    private static String crossed(int row, int bytes, Glyphs glyphs) {
        int width = 2 * bytes - 1;
        int edge = Math.min(row, width - 1 - row);
        if (2 * row == width - 1) {
            return " ".repeat(edge) + glyphs.crossing() + " ".repeat(edge);
        }
        boolean isAbove = 2 * row < width - 1;
        String side = (row % 2 == 0 ? glyphs.across() : " ").repeat(edge);
        return side
                + (isAbove ? glyphs.falling() : glyphs.rising())
                + " ".repeat(width - 2 - 2 * edge)
                + (isAbove ? glyphs.rising() : glyphs.falling())
                + side;
    }
}
