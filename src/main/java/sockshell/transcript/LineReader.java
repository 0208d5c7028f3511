package sockshell.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines as they come, so that a script can be typed into a pipe. Lines end with LF or CR LF,
 * and the last one may lack its end.
 */
public final class LineReader {
    /** What a line may hold. */
    public static final int LONGEST = 1 << 20;

    private final InputStream in;

    public LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line; empty at the end. */
    public Optional<Line> next() throws IOException {
        return bytes().map(LineReader::line);
    }

    /** The next line as a person typed it, whatever it would mean in a transcript. */
    public Optional<String> text() throws IOException {
        return bytes().map(bytes -> withoutEnd(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** One byte more than allowed shows that there were more. */
    private Optional<byte[]> bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (bytes.size() <= LONGEST) {
                bytes.write(octet);
            }
            octet = in.read();
        }
        return Optional.of(bytes.toByteArray());
    }

    private static Line line(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return new Line.Unreadable("this line is longer than 1 MiB");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Line.of(withoutEnd(text.toString()));
        } catch (CharacterCodingException e) {
            return new Line.Unreadable("this line is not UTF-8 text");
        }
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
