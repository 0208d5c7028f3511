package sockshell.session.told;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that happened, in the order of the session, and when since it began. Behind a call the
 * socket of its first argument was looked at, or the one that the call made: the descriptor is
 * there then.
 */
public record Moment(int number, Duration at, Event event, Optional<Survey.Held> seen) {}
