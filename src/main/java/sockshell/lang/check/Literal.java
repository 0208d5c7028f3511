package sockshell.lang.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Constants;

/** The value of what always has the same: literals, constants, and what is made of them alone. */
public final class Literal {
    private final Constants constants;
    private final Scope variables;

    /** Where there are no variables. */
    public Literal(Constants constants) {
        this(constants, new Scope(Set.of(), Set.of()));
    }

    Literal(Constants constants, Scope variables) {
        this.constants = constants;
        this.variables = variables;
    }

    /** Empty where only running it would tell. */
    public Optional<Value> of(Expr expr) {
        return switch (expr) {
            case Expr.Whole(_, long number) -> Optional.of(Value.Whole.of(number));
            case Expr.Fraction(_, double number) -> Optional.of(new Value.Fraction(number));
            case Expr.Text(_, var bytes) -> Optional.of(new Value.Text(bytes));
            case Expr.Path(_, String path) -> Optional.of(Value.Text.of(path));
            case Expr.Name(_, String name) -> named(name);
            case Expr.Items(_, List<Expr> members) ->
                    all(members).map(values -> new Value.Items(values, true));
            case Expr.ListOf(_, List<Expr> members) ->
                    all(members).map(values -> new Value.Items(values, false));
            case Expr.Unary(_, String sign, Expr operand) ->
                    of(operand).flatMap(value -> Operators.unary(sign, value));
            case Expr.Binary _,
                    Expr.Call _,
                    Expr.Scratch _,
                    Expr.Index _,
                    Expr.Slice _,
                    Expr.Structure _,
                    Expr.Address _ ->
                    Optional.empty();
        };
    }

    private Optional<Value> named(String name) {
        if (variables.contains(name)) {
            return Optional.empty();
        }
        return switch (name) {
            case "None" -> Optional.of(Value.Nothing.NONE);
            case "True" -> Optional.of(Value.Truth.TRUE);
            case "False" -> Optional.of(Value.Truth.FALSE);
            default -> constants.named(name).map(found -> Value.Whole.of(found.value()));
        };
    }

    private Optional<List<Value>> all(List<Expr> members) {
        List<Value> values = new ArrayList<>();
        for (Expr member : members) {
            Optional<Value> value = of(member);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }
}
