package sockshell.render.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Stmt;
import sockshell.lang.Stmt.Target;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.sys.Inspection.View;

/**
 * What the braces of a template stand for: s is the call's first argument, c and d are what it
 * made, local is where the socket can be reached and sender who sent to it, other a process to
 * answer in. The person's variables are used where the statement has them, and else the numbers.
 */
final class Names {
    private final Event.Called called;
    private final List<String> targets;
    private final Map<String, String> names = new HashMap<>();

    private Names(Event.Called called) {
        this.called = called;
        targets =
                call().isPresent() && called.statement().tree() instanceof Stmt.Assign assign
                        ? assign.targets().stream().map(Target::name).toList()
                        : List.of();
    }

    static Map<String, String> of(Event.Called called, Optional<View> seen) {
        Names names = new Names(called);
        names.names.put("other", called.process().equals("cli") ? "srv" : "cli");
        names.argument().ifPresent(text -> names.names.put("s", text));
        names.made();
        seen.flatMap(view -> Typable.of(view.ends().local()))
                .ifPresent(text -> names.names.put("local", text));
        names.sender().ifPresent(text -> names.names.put("sender", text));
        return Map.copyOf(names.names);
    }

    /** The call as it was written, if the statement is this one and nothing around it. */
    private Optional<Expr.Call> call() {
        return written()
                .filter(Expr.Call.class::isInstance)
                .map(Expr.Call.class::cast)
                .filter(call -> call.name().equals(called.made().call().name()));
    }

    private Optional<Expr> written() {
        return switch (called.statement().tree()) {
            case Stmt.Assign assign -> Optional.of(assign.value());
            case Stmt.Evaluate evaluate -> Optional.of(evaluate.value());
            case Stmt.Loop _,
                    Stmt.Repeat _,
                    Stmt.If _,
                    Stmt.Break _,
                    Stmt.Fork _,
                    Stmt.Command _,
                    Stmt.Nothing _ ->
                    Optional.empty();
        };
    }

    /** By name, unless the statement has just given the name to something else. */
    private Optional<String> argument() {
        return call().flatMap(call -> call.arguments().stream().findFirst())
                .filter(Expr.Name.class::isInstance)
                .map(first -> ((Expr.Name) first).name())
                .filter(name -> !targets.contains(name))
                .or(this::number);
    }

    private Optional<String> number() {
        return called.made().arguments().stream()
                .findFirst()
                .flatMap(Operators::whole)
                .map(Object::toString);
    }

    private void made() {
        List<Integer> descriptors =
                switch (called.outcome()) {
                    case Outcome.Made(List<Integer> both) -> both;
                    case Outcome.Accepted(int descriptor, _) -> List.of(descriptor);
                    case Outcome.Gave _,
                            Outcome.ErrorNumber _,
                            Outcome.Found _,
                            Outcome.Did _,
                            Outcome.Received _,
                            Outcome.Ready _,
                            Outcome.Failed _ ->
                            List.of();
                };
        List<String> braces = List.of("c", "d");
        for (int i = 0; i < Math.min(descriptors.size(), braces.size()); i++) {
            names.put(braces.get(i), made(i, descriptors.get(i)));
        }
    }

    private String made(int place, int descriptor) {
        return place < targets.size() ? targets.get(place) : Integer.toString(descriptor);
    }

    private Optional<String> sender() {
        return Stream.of(called.outcome())
                .filter(Outcome.Received.class::isInstance)
                .flatMap(outcome -> ((Outcome.Received) outcome).from().stream())
                .flatMap(from -> Typable.of(from).stream())
                .findFirst();
    }
}
