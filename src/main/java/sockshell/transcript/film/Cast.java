package sockshell.transcript.film;

import java.time.Duration;

/**
 * A film as asciicast v2, docs.asciinema.org/manual/asciicast/v2: a header, and an event a line.
 * When and by whom it was made is not in it, nor anything of the environment.
 */
public record Cast(Film film, int width, int height) {
    private static final int MICROS = 1000;
    private static final long SECOND = 1_000_000;

    public String text() {
        StringBuilder text = new StringBuilder(header()).append('\n');
        Duration at = Duration.ZERO;
        for (Frame frame : film.frames()) {
            at = at.plus(frame.delay());
            if (!frame.text().isEmpty()) {
                text.append(event(at, frame.text())).append('\n');
            }
        }
        return text.toString();
    }

    private String header() {
        return "{\"version\": 2, \"width\": %d, \"height\": %d, \"title\": %s}"
                .formatted(width, height, quoted(film.title()));
    }

    /** A terminal wants CR LF, where the program's own terminal would have added the CR. */
    private static String event(Duration at, String text) {
        return "[%s, \"o\", %s]".formatted(seconds(at), quoted(text.replace("\n", "\r\n")));
    }

    private static String seconds(Duration at) {
        long micros = at.toNanos() / MICROS;
        return "%d.%06d".formatted(micros / SECOND, micros % SECOND);
    }

    /** RFC 8259, 7; half of a surrogate pair is no character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default ->
                    point < ' ' || Character.getType(point) == Character.SURROGATE
                            ? "\\u%04x".formatted(point < ' ' ? point : 0xfffd)
                            : Character.toString(point);
        };
    }
}
