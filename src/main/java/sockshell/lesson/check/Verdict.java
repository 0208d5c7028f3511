package sockshell.lesson.check;

import java.util.List;
import java.util.Set;

/**
 * How far a step is: who plays which part, how many of its demands hold, and which do not. The
 * calls are those that count for this step and for no later one.
 */
public record Verdict(Binding binding, int held, List<Demand> missing, Set<Integer> calls) {
    public Verdict {
        missing = List.copyOf(missing);
        calls = Set.copyOf(calls);
    }

    /** Whether somebody plays a part who never can: a datagram socket that of a stream. */
    public boolean isOfWrongKind() {
        return missing.stream()
                .filter(Demand::isInborn)
                .flatMap(Demand::sockets)
                .anyMatch(role -> binding.socket(role).isPresent());
    }

    public boolean isDone() {
        return missing.isEmpty();
    }
}
