package sockshell.render;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many columns of a terminal text takes, and text that cannot steer one. */
final class Columns {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    private static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        boolean joins = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return joins ? 0 : isWide(point) ? 2 : 1;
    }

    /** Scripts that are set in squares, their full-width forms, and emoji. */
    private static boolean isWide(int point) {
        return Character.isEmojiPresentation(point)
                || (point >= 0xff01 && point <= 0xff60)
                || (point >= 0x3000 && point <= 0x303f)
                || WIDE.contains(UnicodeScript.of(point));
    }

    /** The beginning that fits. */
    static String fitting(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += of(point);
            if (used > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    /** Control characters, and those that turn the direction of writing, become a sign. */
    static String tame(String text) {
        return isTame(text)
                ? text
                : text.codePoints()
                        .map(point -> isTame(point) ? point : 0xfffd)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    private static boolean isTame(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isTame(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTame(int point) {
        if (point >= ' ' && point < 127) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
