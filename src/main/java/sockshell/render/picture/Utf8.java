package sockshell.render.picture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import sockshell.sys.Bytes;

/** One character of UTF-8 (RFC 3629): its code point, and how many bytes it takes. */
record Utf8(int point, int length) {

    /** The one that begins there; a byte that begins none stands for itself. */
    static Utf8 at(Bytes bytes, int at) {
        int first = bytes.at(at) & 0xff;
        int length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (length == 1 || at + length > bytes.length()) {
            return new Utf8(first, 1);
        }
        try {
            ByteBuffer sequence = ByteBuffer.wrap(bytes.slice(at, at + length).toArray());
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(sequence).toString();
            return new Utf8(decoded.codePointAt(0), length);
        } catch (CharacterCodingException none) {
            return new Utf8(first, 1);
        }
    }
}
