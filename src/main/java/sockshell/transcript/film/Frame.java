package sockshell.transcript.film;

import java.time.Duration;

/**
 * A piece of text that is shown behind what is there already, so long after it. Lines end with LF.
 * With a cue something begins that is worth stopping in front of: a statement.
 */
public record Frame(Duration delay, String text, boolean isCue) {}
