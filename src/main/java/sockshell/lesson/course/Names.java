package sockshell.lesson.course;

import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Stmt;

/** The names that a statement reads, in the order in which they stand there. */
final class Names {
    private Names() {}

    static List<Expr.Name> in(Stmt statement) {
        return of(statement)
                .sorted(java.util.Comparator.comparingInt(name -> name.span().from()))
                .toList();
    }

    private static Stream<Expr.Name> of(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign(_, _, Expr value) -> of(value);
            case Stmt.Evaluate(_, Expr value) -> of(value);
            case Stmt.Loop(_, List<Stmt> body) -> all(body);
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> Stream.concat(of(times), all(body));
            case Stmt.If(_, Expr condition, List<Stmt> then, List<Stmt> otherwise) ->
                    Stream.concat(of(condition), Stream.concat(all(then), all(otherwise)));
            case Stmt.Fork(_, List<Stmt> body) -> all(body);
            case Stmt.Break _, Stmt.Command _, Stmt.Nothing _ -> Stream.empty();
        };
    }

    private static Stream<Expr.Name> all(List<Stmt> statements) {
        return statements.stream().flatMap(Names::of);
    }

    private static Stream<Expr.Name> of(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> Stream.of(name);
            case Expr.Call(_, _, _, List<Expr> arguments) -> each(arguments);
            case Expr.Index(_, Expr of, Expr at) -> Stream.concat(of(of), of(at));
            case Expr.Slice(_, Expr of, var from, var to) ->
                    Stream.concat(
                            of(of),
                            Stream.concat(
                                    from.stream().flatMap(Names::of),
                                    to.stream().flatMap(Names::of)));
            case Expr.Unary(_, _, Expr operand) -> of(operand);
            case Expr.Binary(_, _, Expr left, Expr right) -> Stream.concat(of(left), of(right));
            case Expr.Items(_, List<Expr> members) -> each(members);
            case Expr.ListOf(_, List<Expr> members) -> each(members);
            case Expr.Structure(_, List<Expr.Field> fields) ->
                    each(fields.stream().map(Expr.Field::value).toList());
            case Expr.Address(_, _, Expr port) -> of(port);
            case Expr.Whole _, Expr.Fraction _, Expr.Text _, Expr.Scratch _, Expr.Path _ ->
                    Stream.empty();
        };
    }

    private static Stream<Expr.Name> each(List<Expr> members) {
        return members.stream().flatMap(Names::of);
    }
}
