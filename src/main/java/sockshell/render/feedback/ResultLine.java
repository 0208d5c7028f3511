package sockshell.render.feedback;

import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.Expr;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ResultText;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Event;

/** A result behind its name, in JShell's manner: {@code s ==> 3}. */
final class ResultLine {
    private final ResultText results;

    ResultLine(ResultText results) {
        this.results = results;
    }

    /** Empty where there is nothing to show: None, and what is done for its effect. */
    Optional<Text> of(Event.Finished finished) {
        String result = results.of(finished.outcome());
        return result.isEmpty()
                ? Optional.empty()
                : name(finished).map(name -> line(name, result, isFailure(finished)));
    }

    static boolean isFailure(Event.Finished finished) {
        return finished.outcome() instanceof Outcome.Failed;
    }

    private static Text line(String name, String result, boolean isFailure) {
        return Text.of(Style.NAME, name)
                .plus(Style.FAINT, " ==> ")
                .plus(isFailure ? Style.FAILURE : Style.VALUE, result);
    }

    private static Optional<String> name(Event.Finished finished) {
        return switch (finished.statement().tree()) {
            case Stmt.Assign assign ->
                    Optional.of(
                            assign.targets().stream()
                                    .map(Stmt.Target::name)
                                    .collect(Collectors.joining(", ")));
            case Stmt.Evaluate(_, Expr.Name name) ->
                    Optional.of(name.name()).filter(_ -> !isNothing(finished.outcome()));
            case Stmt.Evaluate _ ->
                    Optional.of("$" + finished.statement().id())
                            .filter(_ -> !isNothing(finished.outcome()));
            case Stmt.Loop _, Stmt.Repeat _, Stmt.If _, Stmt.Fork _ ->
                    Optional.of("$" + finished.statement().id()).filter(_ -> isFailure(finished));
            case Stmt.Break _, Stmt.Command _, Stmt.Nothing _ -> Optional.empty();
        };
    }

    private static boolean isNothing(Outcome outcome) {
        return outcome instanceof Outcome.Gave(Value value) && value == Value.Nothing.NONE;
    }
}
