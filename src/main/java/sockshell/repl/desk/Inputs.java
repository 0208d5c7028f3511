package sockshell.repl.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.session.told.Statement;

/** What was typed so far, by number, as JShell keeps its snippets. */
public final class Inputs {
    /** A statement, and what it gave once it was done. */
    public record Input(String process, Statement statement, Optional<Outcome> outcome) {
        /** As it can be typed again, in any process. */
        public String spoken(String usual) {
            String[] lines = statement.text().split("\n", -1);
            String who = process.equals(usual) ? "" : process;
            StringBuilder text =
                    new StringBuilder(who.isEmpty() ? "" : who + "> ").append(lines[0]);
            for (int i = 1; i < lines.length; i++) {
                text.append('\n').append(who.isEmpty() ? "" : who + "| ").append(lines[i]);
            }
            return text.toString();
        }
    }

    private final List<Input> all = new ArrayList<>();

    /** Told in the order in which it happens; a child goes on with what its parent began. */
    public synchronized void note(Event event) {
        switch (event) {
            case Event.Begun(String process, Statement statement) ->
                    all.add(new Input(process, statement, Optional.empty()));
            case Event.Finished finished -> finish(finished);
            default -> {}
        }
    }

    private void finish(Event.Finished finished) {
        int id = finished.statement().id();
        for (int i = all.size() - 1; i >= 0; i--) {
            Input input = all.get(i);
            if (input.statement().id() == id && input.process().equals(finished.process())) {
                all.set(
                        i,
                        new Input(
                                input.process(),
                                input.statement(),
                                Optional.of(finished.outcome())));
                return;
            }
        }
    }

    public synchronized List<Input> all() {
        return List.copyOf(all);
    }

    public synchronized Optional<Input> find(int id) {
        return all.stream().filter(input -> input.statement().id() == id).findFirst();
    }

    public synchronized Optional<Input> last(int back) {
        int at = all.size() - back;
        return at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    public synchronized void clear() {
        all.clear();
    }
}
