package sockshell.repl.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.sys.Constants;

/** What an argument that is typed already will be, where that is plain without running it. */
final class Guess {
    private static final int LONGEST = 200;

    private final Constants constants;
    private final Map<String, Value> variables;

    Guess(Context context) {
        constants = context.language().constants();
        variables = context.variables();
    }

    Optional<Value> of(String argument) {
        if (argument.length() > LONGEST) {
            return Optional.empty();
        }
        List<Stmt> parsed = Parser.parse(argument, _ -> false).statements();
        return parsed.size() == 1 && parsed.getFirst() instanceof Stmt.Evaluate(_, Expr value)
                ? of(value)
                : Optional.empty();
    }

    private Optional<Value> of(Expr expr) {
        return switch (expr) {
            case Expr.Whole(_, long number) -> Optional.of(Value.Whole.of(number));
            case Expr.Fraction(_, double number) -> Optional.of(new Value.Fraction(number));
            case Expr.Text(_, var bytes) -> Optional.of(new Value.Text(bytes));
            case Expr.Path(_, String path) -> Optional.of(Value.Text.of(path));
            case Expr.Name(_, String name) -> named(name);
            case Expr.Scratch(_, int number) -> Optional.ofNullable(variables.get("$" + number));
            case Expr.Items(_, List<Expr> members) -> items(members, true);
            case Expr.ListOf(_, List<Expr> members) -> items(members, false);
            case Expr.Unary(_, String sign, Expr operand) ->
                    of(operand).flatMap(value -> Operators.unary(sign, value));
            case Expr.Address(_, String host, _) -> Optional.of(Value.Text.of(host));
            case Expr.Structure _ -> Optional.of(new Value.Structure(Map.of()));
            case Expr.Binary(_, String sign, Expr left, _) ->
                    sign.equals("|") ? of(left) : Optional.empty();
            case Expr.Call _, Expr.Index _, Expr.Slice _ -> Optional.empty();
        };
    }

    private Optional<Value> named(String name) {
        return switch (name) {
            case "None" -> Optional.of(Value.Nothing.NONE);
            case "True" -> Optional.of(Value.Truth.TRUE);
            case "False" -> Optional.of(Value.Truth.FALSE);
            default ->
                    Optional.ofNullable(variables.get(name))
                            .or(() ->
                                    constants
                                            .named(name)
                                            .map(each -> Value.Whole.of(each.value())));
        };
    }

    private Optional<Value> items(List<Expr> members, boolean tuple) {
        List<Value> values = new ArrayList<>();
        for (Expr member : members) {
            Optional<Value> value = of(member);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new Value.Items(values, tuple));
    }
}
