package sockshell.transcript.film;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import sockshell.transcript.Transcript;

/**
 * A transcript as it was typed, key by key, with what was seen of it. Nothing runs for it, and no
 * character of the file steers the terminal: escapes are there only where colours are wanted.
 */
public record Film(String title, List<Frame> frames) {
    public Film {
        frames = List.copyOf(frames);
    }

    public static Film of(Transcript transcript, boolean colours) {
        return new Film(transcript.title(), new Cutting(new Paint(colours)).of(transcript));
    }

    /** All of it at once, for where nobody sits in front of a terminal. */
    public String text() {
        return frames.stream().map(Frame::text).collect(Collectors.joining());
    }

    public Duration length() {
        return frames.stream().map(Frame::delay).reduce(Duration.ZERO, Duration::plus);
    }
}
