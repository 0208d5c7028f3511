package sockshell.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lesson.check.Condition;
import sockshell.transcript.Entry;

/** One step: its heading, the heading's slug as its name, and what stands below in its order. */
public record Step(String name, String title, int line, List<Part> parts) {
    public Step {
        parts = List.copyOf(parts);
    }

    private <T extends Part> Stream<T> all(Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What leads to the end of the step, and what is then seen. */
    public List<Entry> solution() {
        return all(Part.Sock.class).flatMap(sock -> sock.entries().stream()).toList();
    }

    public List<Entry.Statement> statements() {
        return solution().stream()
                .filter(Entry.Statement.class::isInstance)
                .map(Entry.Statement.class::cast)
                .toList();
    }

    public List<Condition> conditions() {
        return all(Part.Check.class).flatMap(check -> check.conditions().stream()).toList();
    }

    public Optional<Prediction> prediction() {
        return all(Part.Predict.class).map(Part.Predict::prediction).findFirst();
    }

    public List<Part.Hint> hints() {
        return all(Part.Hint.class).toList();
    }

    /** Whether anything is to be done; else it is only read. */
    public boolean asks() {
        return !statements().isEmpty() || !conditions().isEmpty();
    }
}
