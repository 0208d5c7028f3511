package sockshell.lesson.check;

import java.util.Optional;
import sockshell.session.Session;
import sockshell.session.told.Event;

/** Tells a journal all that a session does, and answers no questions. */
public record Hearing(Journal journal) implements Session.Listener {
    @Override
    public void happened(Event event) {
        journal.happened(event);
    }

    @Override
    public boolean wantsCalls() {
        return true;
    }

    /** As if the person had typed nothing. */
    @Override
    public Optional<String> input(String process, String question) {
        return Optional.empty();
    }
}
