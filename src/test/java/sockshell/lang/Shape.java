package sockshell.lang;

import java.util.List;
import java.util.stream.Collectors;

/** A tree as text, in brackets, so that a table can say what a line means. */
final class Shape {
    private Shape() {}

    static String of(List<Stmt> statements) {
        return statements.stream().map(Shape::of).collect(Collectors.joining("; "));
    }

    static String of(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign assign ->
                    assign.targets().stream()
                                    .map(Stmt.Target::name)
                                    .collect(Collectors.joining(" "))
                            + " = "
                            + of(assign.value());
            case Stmt.Evaluate evaluate -> of(evaluate.value());
            case Stmt.Loop loop -> "loop {" + of(loop.body()) + "}";
            case Stmt.Repeat repeat ->
                    "repeat " + of(repeat.times()) + " {" + of(repeat.body()) + "}";
            case Stmt.If choice ->
                    "if %s {%s} else {%s}"
                            .formatted(
                                    of(choice.condition()),
                                    of(choice.then()),
                                    of(choice.otherwise()));
            case Stmt.Break _ -> "break";
            case Stmt.Fork fork -> "fork {" + of(fork.body()) + "}";
            case Stmt.Command command -> "command " + command.text();
            case Stmt.Nothing _ -> "nothing";
        };
    }

    static String of(Expr value) {
        return switch (value) {
            case Expr.Whole number -> Long.toString(number.value());
            case Expr.Fraction fraction -> Double.toString(fraction.value());
            case Expr.Text text -> '"' + text.bytes().text() + '"';
            case Expr.Name name -> name.name();
            case Expr.Scratch scratch -> "$" + scratch.number();
            case Expr.Call call -> "(" + call.name() + all(call.arguments()) + ")";
            case Expr.Index index -> "(index " + of(index.of()) + " " + of(index.at()) + ")";
            case Expr.Slice slice ->
                    "(slice %s %s %s)"
                            .formatted(
                                    of(slice.of()),
                                    slice.from().map(Shape::of).orElse("_"),
                                    slice.to().map(Shape::of).orElse("_"));
            case Expr.Unary unary -> "(" + unary.sign() + " " + of(unary.operand()) + ")";
            case Expr.Binary binary ->
                    "(%s %s %s)".formatted(binary.sign(), of(binary.left()), of(binary.right()));
            case Expr.Items items -> "(tuple" + all(items.members()) + ")";
            case Expr.ListOf list -> "(list" + all(list.members()) + ")";
            case Expr.Structure structure ->
                    structure.fields().stream()
                            .map(field -> " " + field.name() + ":" + of(field.value()))
                            .collect(Collectors.joining("", "(struct", ")"));
            case Expr.Address address ->
                    "(address " + address.host() + " " + of(address.port()) + ")";
            case Expr.Path path -> "(path " + path.path() + ")";
        };
    }

    private static String all(List<Expr> values) {
        return values.stream().map(value -> " " + of(value)).collect(Collectors.joining());
    }
}
