package sockshell.transcript.record;

import java.util.Optional;
import sockshell.session.Session;
import sockshell.session.told.Event;

/** Writes down what a listener hears, before the listener does. */
public record Recorded(Recorder recorder, Session.Listener listener) implements Session.Listener {
    @Override
    public void happened(Event event) {
        recorder.happened(event);
        listener.happened(event);
    }

    @Override
    public boolean wantsCalls() {
        return listener.wantsCalls();
    }

    @Override
    public void returned() {
        listener.returned();
    }

    @Override
    public Optional<String> input(String process, String question) {
        return listener.input(process, question);
    }
}
