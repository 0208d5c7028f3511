package sockshell.transcript.program.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Kind;
import sockshell.transcript.program.Done;

/** The names that a process and its children assign, use at all, and use as descriptors. */
record Names(Set<String> assigned, Set<String> used, Set<String> descriptors) {

    static Names in(String process, List<Done> all, Catalogue catalogue) {
        Names names = new Names(new HashSet<>(), new HashSet<>(), new HashSet<>());
        all.stream()
                .filter(done ->
                        done.process().equals(process) || done.process().startsWith(process + "."))
                .forEach(done -> names.look(done.statement().tree(), catalogue));
        return names;
    }

    private void look(Stmt statement, Catalogue catalogue) {
        switch (statement) {
            case Stmt.Assign(_, List<Stmt.Target> targets, Expr value) -> {
                targets.forEach(target -> assigned.add(target.name()));
                look(value, catalogue);
            }
            case Stmt.Evaluate(_, Expr value) -> look(value, catalogue);
            case Stmt.Loop(_, List<Stmt> body) -> body.forEach(each -> look(each, catalogue));
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> {
                look(times, catalogue);
                body.forEach(each -> look(each, catalogue));
            }
            case Stmt.If(_, Expr condition, List<Stmt> then, List<Stmt> otherwise) -> {
                look(condition, catalogue);
                Stream.concat(then.stream(), otherwise.stream())
                        .forEach(each -> look(each, catalogue));
            }
            case Stmt.Fork(_, List<Stmt> body) -> body.forEach(each -> look(each, catalogue));
            case Stmt.Break _, Stmt.Command _, Stmt.Nothing _ -> {}
        }
    }

    private void look(Expr expr, Catalogue catalogue) {
        if (expr instanceof Expr.Call call) {
            takesDescriptor(call, catalogue);
        }
        name(expr);
        children(expr).forEach(child -> look(child, catalogue));
    }

    private void name(Expr expr) {
        if (expr instanceof Expr.Name(_, String name)) {
            used.add(name);
        }
        if (expr instanceof Expr.Scratch(_, int number)) {
            used.add("$" + number);
        }
    }

    private void takesDescriptor(Expr.Call call, Catalogue catalogue) {
        boolean isFirst =
                catalogue
                        .find(call.name())
                        .filter(found -> found.forms().getFirst().size() > 0)
                        .filter(found ->
                                found.forms().getFirst().parameter(0).kind() == Kind.DESCRIPTOR)
                        .isPresent();
        if (isFirst && !call.arguments().isEmpty()) {
            switch (call.arguments().getFirst()) {
                case Expr.Name(_, String name) -> descriptors.add(name);
                case Expr.Scratch(_, int number) -> descriptors.add("$" + number);
                default -> {}
            }
        }
    }

    private static Stream<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Call call -> call.arguments().stream();
            case Expr.Index(_, Expr of, Expr at) -> Stream.of(of, at);
            case Expr.Slice slice ->
                    Stream.concat(
                            Stream.of(slice.of()),
                            Stream.concat(slice.from().stream(), slice.to().stream()));
            case Expr.Unary(_, _, Expr operand) -> Stream.of(operand);
            case Expr.Binary(_, _, Expr left, Expr right) -> Stream.of(left, right);
            case Expr.Items(_, List<Expr> members) -> members.stream();
            case Expr.ListOf(_, List<Expr> members) -> members.stream();
            case Expr.Structure(_, List<Expr.Field> fields) ->
                    fields.stream().map(Expr.Field::value);
            case Expr.Address(_, _, Expr port) -> Stream.of(port);
            case Expr.Whole _,
                    Expr.Fraction _,
                    Expr.Text _,
                    Expr.Name _,
                    Expr.Scratch _,
                    Expr.Path _ ->
                    Stream.of();
        };
    }
}
