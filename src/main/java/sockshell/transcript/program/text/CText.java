package sockshell.transcript.program.text;

import sockshell.sys.Bytes;

/**
 * Text between C's quotes. Three octal digits end an escape by themselves, hex digits don't; two
 * question marks would begin a trigraph.
 */
final class CText {
    private CText() {}

    static String quoted(Bytes bytes) {
        return '"' + escaped(bytes) + '"';
    }

    static String escaped(Bytes bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            text.append(escaped(bytes.at(i) & 0xff));
        }
        return text.toString().replace("??", "?\\?");
    }

    private static String escaped(int octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            default ->
                    octet >= ' ' && octet < 127
                            ? Character.toString(octet)
                            : "\\%03o".formatted(octet);
        };
    }
}
