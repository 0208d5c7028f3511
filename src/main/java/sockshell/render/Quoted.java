package sockshell.render;

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
        return bytes.length() <= PREVIEW
                ? whole(bytes)
                : whole(bytes.slice(0, PREVIEW)) + "... sha256:" + sha256(bytes);
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
