package sockshell.transcript.film;

import java.time.Duration;
import java.util.Optional;

/** What somebody presses while a film is played. */
public interface Keys {

    /** The key that is pressed next, as a character, or empty once that time is over. */
    Optional<Integer> within(Duration time);
}
