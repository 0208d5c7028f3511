package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.List;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Variable;

/**
 * Java has no call that returns twice: fork() and what its child does become one block, as with
 * {@code fork { }}.
 */
final class JavaThreads {
    private final Term pid;

    /** The number that the parent gets: a thread has that of its process. */
    JavaThreads(Term pid) {
        this.pid = pid;
    }

    List<Step> of(List<Step> body) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            if (i + 1 < body.size()
                    && body.get(i) instanceof Step.Make made
                    && body.get(i + 1) instanceof Step.If child
                    && isChild(made, child)) {
                steps.addAll(forked(made.targets().getFirst(), child.then()));
                i++;
            } else {
                steps.add(of(body.get(i)));
            }
        }
        return steps;
    }

    private Step of(Step step) {
        return switch (step) {
            case Step.Loop(List<Step> body) -> new Step.Loop(of(body));
            case Step.Repeat(Term times, List<Step> body) -> new Step.Repeat(times, of(body));
            case Step.Fork(List<Step> body) -> new Step.Fork(of(body));
            case Step.If(Term condition, List<Step> then, List<Step> otherwise) ->
                    new Step.If(condition, of(then), of(otherwise));
            default -> step;
        };
    }

    private static boolean isChild(Step.Make made, Step.If step) {
        return made.call().name().equals("fork")
                && made.targets().size() == 1
                && step.otherwise().isEmpty()
                && step.condition()
                        .equals(
                                new Term.Binary(
                                        "==",
                                        new Term.Use(made.targets().getFirst()),
                                        new Term.Whole(0)));
    }

    private List<Step> forked(Variable result, List<Step> child) {
        List<Step> body = new ArrayList<>();
        body.add(new Step.Set(result, new Term.Whole(0)));
        body.addAll(of(child));
        return List.of(new Step.Fork(body), new Step.Set(result, pid));
    }

    /** Only what the parent does. */
    static List<Step> without(List<Step> body) {
        return body.stream()
                .filter(step -> !(step instanceof Step.Fork))
                .map(JavaThreads::without)
                .toList();
    }

    private static Step without(Step step) {
        return switch (step) {
            case Step.Loop(List<Step> body) -> new Step.Loop(without(body));
            case Step.Repeat(Term times, List<Step> body) -> new Step.Repeat(times, without(body));
            case Step.If(Term condition, List<Step> then, List<Step> otherwise) ->
                    new Step.If(condition, without(then), without(otherwise));
            default -> step;
        };
    }

    /** A thread ends where its steps do. */
    static List<Step> withoutExit(List<Step> body) {
        boolean exits =
                !body.isEmpty()
                        && body.getLast() instanceof Step.Make made
                        && made.call().name().equals("exit");
        return exits ? body.subList(0, body.size() - 1) : body;
    }
}
