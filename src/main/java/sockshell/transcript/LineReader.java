package sockshell.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        return bytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Two bytes more than allowed show that there were more than the CR. */
    private Optional<byte[]> bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (bytes.size() <= LONGEST + 1) {
                bytes.write(octet);
            }
            octet = in.read();
        }
        return Optional.of(withoutEnd(bytes.toByteArray()));
    }

    /** A line that was cut out of a file, without its end. */
    static Line line(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return new Line.Unreadable("this line is longer than 1 MiB");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Line.of(text.toString());
        } catch (CharacterCodingException e) {
            return new Line.Unreadable("this line is not UTF-8 text");
        }
    }

    private static byte[] withoutEnd(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }
}
