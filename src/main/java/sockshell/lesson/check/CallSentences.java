package sockshell.lesson.check;

import java.util.List;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Demand.Acts;
import sockshell.lesson.check.Journal.Done;
import sockshell.transcript.Captures;

/** Says what differs between a call that was made and the one that is meant. */
final class CallSentences {
    private final World world;
    private final Likeness likeness;
    private final Past past;
    private final Binding binding;
    private final boolean isToFindOut;

    CallSentences(World world, Likeness likeness, Past past, boolean isToFindOut) {
        this.world = world;
        this.likeness = likeness;
        this.past = past;
        binding = past.binding();
        this.isToFindOut = isToFindOut;
    }

    /** The nearest call that was made for this step says what differs. */
    String of(Acts acts) {
        List<Done> made =
                world.journal().since(past.since()).stream()
                        .filter(call -> !past.isUsed(call.number()))
                        .filter(call -> call.call().equals(acts.call()))
                        .toList();
        List<Done> same = made.stream().filter(call -> Likeness.isSame(acts, call)).toList();
        return same.stream()
                .filter(call -> likeness.misfit(acts, call, binding).isEmpty())
                .reduce((_, next) -> next)
                .map(call -> result(acts, call))
                .or(() -> same.stream().reduce((_, next) -> next).map(call -> argument(acts, call)))
                .or(() -> made.stream().findFirst().map(call -> elsewhere(acts, call)))
                .orElseGet(() -> notYet(acts));
    }

    private String notYet(Acts acts) {
        boolean isAgain =
                world.journal().calls().stream().anyMatch(call -> Likeness.isSame(acts, call));
        return "%s has not called %s%s yet."
                .formatted(acts.process(), acts.call(), isAgain ? " in this step" : "");
    }

    private static String elsewhere(Acts acts, Done call) {
        return "%s called %s; %s is to call it."
                .formatted(call.process(), call.call(), acts.process());
    }

    private String result(Acts acts, Done call) {
        if (likeness.gave(acts, call)) {
            return acts.process() + " has not called " + acts.call() + " for this yet.";
        }
        String gave = likeness.text(call);
        String wanted = Captures.untagged(acts.result().orElse(""));
        if (isToFindOut) {
            return "%s called %s, and it gave %s; that is not it yet."
                    .formatted(acts.process(), acts.call(), gave);
        }
        boolean isFailure = call.outcome() instanceof Outcome.Failed;
        return "%s called %s, and it gave %s; %s."
                .formatted(
                        acts.process(),
                        acts.call(),
                        gave,
                        isFailure && !wanted.startsWith("-1 ")
                                ? "it should succeed"
                                : "it should give " + wanted);
    }

    private static List<Value> meant(Acts acts) {
        return acts.arguments().stream()
                .map(each ->
                        each instanceof Demand.Meant.Is(Value value) ? value : Value.Nothing.NONE)
                .toList();
    }

    private String argument(Acts acts, Done call) {
        int place = likeness.misfit(acts, call, binding).orElse(0);
        String head = acts.process() + " called " + acts.call() + ", but ";
        if (place >= call.arguments().size()) {
            return head + "with fewer arguments.";
        }
        String was = likeness.argument(acts.call(), call.arguments(), place);
        return switch (acts.arguments().get(place)) {
            case Demand.Meant.Plays(Role role) ->
                    head
                            + "not for "
                            + binding.socket(role).map(world::name).orElse("the socket meant")
                            + ".";
            case Demand.Meant.Is _ ->
                    "%swith %s where %s is meant."
                            .formatted(
                                    head, was, likeness.argument(acts.call(), meant(acts), place));
            case Demand.Meant.Anything _ -> head + "otherwise.";
        };
    }
}
