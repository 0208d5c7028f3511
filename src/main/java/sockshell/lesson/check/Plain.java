package sockshell.lesson.check;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.check.Literal;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;

/** The value of what stands there plainly: literals, constants, flags of them, addresses. */
final class Plain {
    private final Catalogue catalogue;
    private final Literal literal;

    Plain(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        literal = new Literal(constants);
    }

    Optional<Value> of(String text) {
        List<Stmt> statements = Parser.parse(text, catalogue::has).statements();
        return statements.size() == 1
                        && statements.getFirst() instanceof Stmt.Evaluate(_, Expr value)
                ? of(value)
                : Optional.empty();
    }

    /** Empty where only running it would tell. */
    Optional<Value> of(Expr expr) {
        return switch (expr) {
            case Expr.Binary(_, String sign, Expr left, Expr right) ->
                    of(left).flatMap(one ->
                            of(right).flatMap(other -> Operators.binary(sign, one, other)));
            case Expr.Address(_, String host, Expr port) ->
                    of(port).map(number ->
                            new Value.Items(List.of(new Value.Text(Bytes.of(host)), number), true));
            case Expr.Call(_, _, String name, List<Expr> arguments)
                    when arguments.size() == 1
                            && (name.equals("encode") || name.equals("decode")) ->
                    of(arguments.getFirst());
            default -> literal.of(expr);
        };
    }
}
