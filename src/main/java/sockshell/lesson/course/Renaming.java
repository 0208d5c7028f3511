package sockshell.lesson.course;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Span;
import sockshell.lang.Stmt;

/** A line with other names in it. */
final class Renaming {
    private Renaming() {}

    /** Where a name is used; what a block gives a name to is its own. */
    static String of(String line, List<Stmt> statements, UnaryOperator<String> names) {
        Set<String> own =
                targets(statements.stream().flatMap(Stmt::inner).toList())
                        .collect(Collectors.toSet());
        List<Expr.Name> used =
                statements.stream()
                        .flatMap(Stmt::expressions)
                        .flatMap(Renaming::name)
                        .filter(name -> !own.contains(name.name()))
                        .sorted(Comparator.comparingInt(name -> name.span().from()))
                        .toList();
        StringBuilder text = new StringBuilder(line);
        for (Expr.Name name : used.reversed()) {
            Span span = name.span();
            text.replace(span.from(), span.to(), names.apply(name.name()));
        }
        return text.toString();
    }

    /** What is given a name. */
    static Stream<String> targets(List<Stmt> statements) {
        return statements.stream()
                .flatMap(Stmt::all)
                .filter(Stmt.Assign.class::isInstance)
                .flatMap(each -> ((Stmt.Assign) each).targets().stream())
                .map(Stmt.Target::name);
    }

    private static Stream<Expr.Name> name(Expr expr) {
        return expr instanceof Expr.Name name ? Stream.of(name) : Stream.empty();
    }
}
