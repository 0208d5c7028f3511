package sockshell.render.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sockshell.render.feedback.Change.Measure;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;

/** What changed in the kernel between two surveys, and nothing that they do not show. */
public record Changes(List<Change> all) {
    public Changes {
        all = List.copyOf(all);
    }

    public static Changes between(Survey before, Survey after) {
        List<Change> changes = new ArrayList<>();
        for (Held was : before.held()) {
            if (now(was, after).isEmpty()) {
                changes.add(new Change.Gone(was));
            }
        }
        for (Held is : after.held()) {
            Optional<Held> was = now(is, before);
            changes.addAll(
                    was.map(old -> within(old, is)).orElse(List.of(new Change.Appeared(is))));
        }
        changes.addAll(unheld(before.unheld(), after.unheld()));
        return new Changes(changes);
    }

    /** The same number with the same socket behind it. */
    private static Optional<Held> now(Held held, Survey survey) {
        return survey.find(held.process(), held.descriptor())
                .filter(other -> other.identity().equals(held.identity()));
    }

    private static List<Change> within(Held was, Held is) {
        return was.view().isPresent() && is.view().isPresent()
                ? within(is, was.view().get(), is.view().get())
                : List.of();
    }

    private static List<Change> within(Held held, View was, View is) {
        List<Change> changes = new ArrayList<>();
        if (was.state() != is.state()) {
            changes.add(new Change.Moved(held, was.state(), is.state()));
        }
        if (!was.ends().local().equals(is.ends().local())) {
            changes.add(new Change.Bound(held, was.ends().local(), is.ends().local()));
        }
        if (!was.ends().remote().equals(is.ends().remote())) {
            changes.add(new Change.Connected(held, was.ends().remote(), is.ends().remote()));
        }
        for (Measure measure : Measure.values()) {
            counted(held, measure, was, is).ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<Change> counted(Held held, Measure measure, View was, View is) {
        OptionalLong from = number(measure, was);
        OptionalLong to = number(measure, is);
        boolean isKnown = from.isPresent() && to.isPresent();
        return isKnown && from.getAsLong() != to.getAsLong()
                ? Optional.of(new Change.Counted(held, measure, from.getAsLong(), to.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong number(Measure measure, View view) {
        return switch (measure) {
            case RECEIVED -> view.queues().received();
            case UNSENT -> view.queues().unsent();
            case MEMORY -> view.queues().receiveMemory();
            case DROPS -> view.queues().drops();
            case WAITING -> queue(view.acceptQueue().map(AcceptQueue::length));
            case BACKLOG -> queue(view.acceptQueue().map(AcceptQueue::limit));
        };
    }

    private static OptionalLong queue(Optional<Long> number) {
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static List<Change> unheld(List<Unheld> before, List<Unheld> after) {
        Stream<Change> there =
                after.stream()
                        .flatMap(is ->
                                same(is, before)
                                        .map(was -> moved(was, is).stream())
                                        .orElse(Stream.of(new Change.Left(is))));
        Stream<Change> gone =
                before.stream().filter(was -> same(was, after).isEmpty()).map(Change.LeftGone::new);
        return Stream.concat(there, gone).toList();
    }

    private static Optional<Change> moved(Unheld was, Unheld is) {
        return was.state() == is.state()
                ? Optional.empty()
                : Optional.of(new Change.LeftMoved(is, was.state()));
    }

    private static Optional<Unheld> same(Unheld one, List<Unheld> others) {
        return others.stream().filter(other -> other.ends().equals(one.ends())).findFirst();
    }

    /** How much more there is of something at a socket; nothing where it is as it was. */
    Optional<Change.Counted> of(Held held, Measure measure) {
        return counted(measure)
                .filter(change -> change.held().process().equals(held.process()))
                .filter(change -> change.held().descriptor() == held.descriptor())
                .findFirst();
    }

    Stream<Change.Counted> counted(Measure measure) {
        return all.stream()
                .filter(Change.Counted.class::isInstance)
                .map(Change.Counted.class::cast)
                .filter(change -> change.measure() == measure);
    }
}
