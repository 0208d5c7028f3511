package sockshell.transcript.program.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        statement.all().forEach(this::assigns);
        statement
                .expressions()
                .forEach(expr -> {
                    if (expr instanceof Expr.Call call) {
                        takesDescriptor(call, catalogue);
                    }
                    name(expr);
                });
    }

    private void assigns(Stmt statement) {
        if (statement instanceof Stmt.Assign(_, List<Stmt.Target> targets, _)) {
            targets.forEach(target -> assigned.add(target.name()));
        }
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
}
