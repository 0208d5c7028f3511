package sockshell.render.feedback;

import java.util.Optional;
import sockshell.session.told.Event;

/** stub */
final class Strace {
    Strace(Machine machine) {}

    Optional<String> of(Event.Called call) {
        return Optional.empty();
    }
}
