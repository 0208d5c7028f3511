package sockshell.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sockshell.sys.Bytes;

/** Data as text that nobody's terminal obeys: everything but printable ASCII is escaped. */
public final class Quoted {
    private static final int PREVIEW = 64;

    private Quoted() {}

    /** In quotes; beyond 64 bytes the beginning, and a hash of all. */
    public static String of(Bytes bytes) {
        return bytes.length() <= PREVIEW ? whole(bytes) : brief(bytes) + " sha256:" + sha256(bytes);
    }

    /** In quotes; beyond 64 bytes only the beginning. */
    public static String brief(Bytes bytes) {
        return bytes.length() <= PREVIEW ? whole(bytes) : whole(bytes.slice(0, PREVIEW)) + "...";
    }

    private static String whole(Bytes bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < bytes.length(); i++) {
            int octet = bytes.at(i) & 0xff;
            text.append(octet == '"' ? "\\\"" : escaped(octet));
        }
        return text.append('"').toString();
    }

    /** All of it, as it stands between quotes; a quote needs no escape where there are none. */
    public static String escaped(Bytes bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            text.append(escaped(bytes.at(i) & 0xff));
        }
        return text.toString();
    }

    /** The bytes that were escaped so; what is no escape stands for itself. */
    public static Bytes unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (isHex(text, i)) {
                bytes.write(HexFormat.fromHexDigits(text, i + 2, i + 4));
                i += 3;
            } else if (sign == '\\' && i + 1 < text.length()) {
                bytes.write(control(text.charAt(++i)));
            } else {
                bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Bytes.of(bytes.toByteArray());
    }

    private static boolean isHex(String text, int at) {
        return text.startsWith("\\x", at)
                && at + 3 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 2))
                && HexFormat.isHexDigit(text.charAt(at + 3));
    }

    private static int control(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private static String escaped(int octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default ->
                    octet >= ' ' && octet < 127
                            ? Character.toString(octet)
                            : "\\x%02x".formatted(octet);
        };
    }

    private static String sha256(Bytes bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
