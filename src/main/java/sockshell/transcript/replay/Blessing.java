package sockshell.transcript.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.session.told.Event;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.record.Tagging;

/**
 * What a transcript would be if it said what happens now. All that is the author's stays: prose,
 * pauses, statements, and every line that still holds, with its tags.
 */
public final class Blessing {
    private final Replay replay;
    private final Tagging tagging;
    private final List<Line> lines = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    public Blessing(Replay replay, Tagging tagging) {
        this.replay = replay;
        this.tagging = tagging;
    }

    /** A line that is another one now, or is not there any more, or was not there before. */
    public record Change(Optional<Line> before, Optional<Line> after) {}

    /** The new text; or why there can be none. */
    public sealed interface Outcome {
        record Blessed(List<Line> lines, List<Change> changes) implements Outcome {
            public Blessed {
                lines = List.copyOf(lines);
                changes = List.copyOf(changes);
            }
        }

        record Impossible(Difference why) implements Outcome {}
    }

    public Outcome run() {
        List<Entry> entries = replay.transcript().entries();
        int at = 0;
        while (at < entries.size()) {
            int end = at + 1;
            while (end < entries.size() && !(entries.get(end) instanceof Entry.Statement)) {
                end++;
            }
            Optional<Difference> failure = segment(entries.subList(at, end));
            if (failure.isPresent()) {
                return new Outcome.Impossible(failure.get());
            }
            at = end;
        }
        return new Outcome.Blessed(lines, changes);
    }

    /** A statement and what stands behind it, up to the next one. */
    private Optional<Difference> segment(List<Entry> entries) {
        List<Line> rest = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Statement statement -> {
                    keep(statement);
                    Optional<Difference> failure = replay.perform(statement);
                    if (failure.isPresent()) {
                        return failure;
                    }
                }
                case Entry.Seen(_, Line line) -> rest.add(line);
                case Entry.Aside(_, Line line) -> rest.add(line);
            }
        }
        merge(rest);
        return Optional.empty();
    }

    private void keep(Entry.Statement statement) {
        String process = statement.process();
        lines.add(new Line.Spoken(process, statement.lines().getFirst()));
        statement.lines().stream()
                .skip(1)
                .map(text -> new Line.Continued(process, text))
                .forEach(lines::add);
    }

    private void merge(List<Line> rest) {
        List<Line> seen = rest.stream().filter(line -> !isAside(line)).toList();
        for (Sighting now : replay.comparison().all(seen)) {
            Optional<Line> before = alike(rest, now.line());
            before.ifPresent(line -> take(rest, line));
            lines.add(blessed(now, before));
            tagging.know(replay.captures().values());
        }
        for (Line line : rest) {
            if (isAside(line)) {
                lines.add(line);
            } else {
                changes.add(new Change(Optional.of(line), Optional.empty()));
            }
        }
    }

    private static boolean isAside(Line line) {
        return Expected.process(line).isEmpty();
    }

    /** A line whose place is found, and the prose and pauses that stand first. */
    private void take(List<Line> rest, Line line) {
        while (isAside(rest.getFirst())) {
            lines.add(rest.removeFirst());
        }
        rest.remove(line);
    }

    /** The first line of the same kind and process that is still there. */
    private static Optional<Line> alike(List<Line> rest, Line now) {
        return rest.stream()
                .filter(line -> line.getClass().equals(now.getClass()))
                .filter(line -> Expected.process(line).equals(Expected.process(now)))
                .findFirst();
    }

    private Line blessed(Sighting now, Optional<Line> before) {
        if (before.isPresent() && replay.comparison().fits(before.get(), now.line())) {
            return before.get();
        }
        Line after = tagged(now);
        changes.add(new Change(before, Optional.of(after)));
        return after;
    }

    private Line tagged(Sighting now) {
        tagging.know(replay.captures().values());
        if (now.line() instanceof Line.Result(String process, String plain, _)
                && now.event() instanceof Event.Finished finished) {
            Tagging.Tagged result = tagging.result(finished);
            replay.captures().capture(result.text(), plain);
            return new Line.Result(process, result.text(), result.isSteady());
        }
        return now.line();
    }
}
