package sockshell.lesson.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sockshell.lesson.Lesson;

/** How far a learner is in a lesson: what became of each step, by its name. */
public record Progress(Map<String, Mark> steps) {
    public static final Progress NONE = new Progress(Map.of());

    /** What became of a step. */
    public enum Mark {
        DONE,
        SKIPPED
    }

    public Progress {
        steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Whoever did a step has done it, also when it is skipped another time. */
    public Progress with(String step, Mark mark) {
        Map<String, Mark> more = new LinkedHashMap<>(steps);
        more.merge(step, mark, (before, now) -> before == Mark.DONE ? before : now);
        return new Progress(more);
    }

    public Optional<Mark> of(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    public boolean isBegun() {
        return !steps.isEmpty();
    }

    /** Whether all that asks for something is behind the learner. */
    public boolean isFinished(Lesson lesson) {
        return lesson.steps().stream()
                .filter(step -> step.asks())
                .allMatch(step -> steps.containsKey(step.name()));
    }
}
