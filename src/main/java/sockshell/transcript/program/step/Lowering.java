package sockshell.transcript.program.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sockshell.lang.Expr;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Constants;
import sockshell.transcript.program.Done;
import sockshell.transcript.program.Held;

/**
 * Makes steps of the statements of a process. What its children did after a fork() stands within
 * it, behind that call: there the two of them part in C as well.
 */
public final class Lowering {
    private final List<Done> all;
    private final Names names;
    private final Terms terms;
    private final Scope scope;

    private Lowering(List<Done> all, Names names, Terms terms, Scope scope) {
        this.all = all;
        this.names = names;
        this.terms = terms;
        this.scope = scope;
    }

    public static List<Step> of(
            String process, List<Done> all, Catalogue catalogue, Constants constants, Held held) {
        Names names = Names.in(process, all, catalogue);
        Scope scope = new Scope(names.assigned());
        Inheritance before = new Inheritance(process, held, names, scope);
        Terms terms = new Terms(catalogue, constants, scope, before);
        Lowering lowering = new Lowering(all, names, terms, scope);
        List<Done> own = all.stream().filter(done -> done.process().equals(process)).toList();
        List<Step> steps = new ArrayList<>();
        lowering.lines(own, steps);
        List<Step> whole = new ArrayList<>(before.steps());
        whole.addAll(steps);
        return whole;
    }

    private void lines(List<Done> own, List<Step> steps) {
        for (Done done : own) {
            line(done, steps);
            children(done, steps);
        }
    }

    private void line(Done done, List<Step> steps) {
        boolean failed = done.outcome() instanceof Outcome.Failed;
        if (done.outcome() instanceof Outcome.Failed(var errno) && errno.name().equals("EINTR")) {
            interrupted(done, steps);
            return;
        }
        switch (done.statement().tree()) {
            case Stmt.Evaluate(_, Expr value) -> shown(done, value, steps, failed);
            case Stmt tree -> statement(tree, steps, failed);
        }
    }

    /** Nobody interrupts the program, which would wait here for what never comes. */
    private void interrupted(Done done, List<Step> steps) {
        steps.add(new Step.Note(done.statement().text() + ": was interrupted, EINTR"));
        if (done.statement().tree() instanceof Stmt.Assign assign) {
            List<Step> left = new ArrayList<>();
            statement(assign, left, true);
            left.stream()
                    .filter(step -> step instanceof Step.Make)
                    .flatMap(step -> ((Step.Make) step).targets().stream())
                    .forEach(target -> steps.add(new Step.Inherit(target, new Term.None())));
        }
    }

    /** The prompt shows what a statement gave; the program prints it where it is worth it. */
    private void shown(Done done, Expr value, List<Step> steps, boolean careful) {
        String scratch = "$" + done.statement().id();
        boolean isNeeded = names.used().contains(scratch);
        if (Terms.peeled(value) instanceof Expr.Call call) {
            Step.Make made = terms.call(call, steps, careful);
            if (!isPlain(made)) {
                Term term = term(made, steps);
                show(scratch, isNeeded, term, steps);
                return;
            }
            List<Type> gives = Signatures.of(made.call(), made.arguments());
            boolean isWorthIt = isWorthShowing(gives.getFirst());
            if (isNeeded) {
                steps.add(with(made, List.of(scope.set(scratch, gives.getFirst()))));
            } else if (isWorthIt) {
                List<Variable> given = fresh(made, gives);
                steps.add(with(made, given));
                steps.add(new Step.Print(given.stream().<Term>map(Term.Use::new).toList()));
            } else {
                steps.add(made);
            }
            return;
        }
        show(scratch, isNeeded, terms.of(Terms.peeled(value), steps, careful), steps);
    }

    private void show(String scratch, boolean isNeeded, Term term, List<Step> steps) {
        if (term.type() == Type.NONE) {
            return;
        }
        if (isNeeded) {
            steps.add(new Step.Set(scope.set(scratch, term.type()), term));
        } else {
            steps.add(new Step.Print(List.of(term)));
        }
    }

    private static boolean isWorthShowing(Type type) {
        return type == Type.DATA || type == Type.ADDRESS;
    }

    private List<Variable> fresh(Step.Make made, List<Type> types) {
        boolean both = made.call().name().equals("recvfrom");
        List<Variable> given = new ArrayList<>();
        given.add(scope.fresh(Terms.wish(made.call()), types.getFirst()));
        if (both) {
            given.add(scope.fresh("from", Type.ADDRESS));
        }
        return given;
    }

    /** Whether it is a call of the system, and not one that works on values, or print. */
    private static boolean isPlain(Step.Make made) {
        String name = made.call().name();
        return !Signatures.isOnValues(made.call()) && !name.equals("print");
    }

    private static Term term(Step.Make made, List<Step> steps) {
        String name = made.call().name();
        if (name.equals("print")) {
            steps.add(Terms.print(made));
            return new Term.None();
        }
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        return new Term.Apply(made.call(), made.arguments(), type);
    }

    private static Step.Make with(Step.Make made, List<Variable> targets) {
        return new Step.Make(made.call(), made.arguments(), targets, made.careful());
    }

    private List<Step> block(List<Stmt> body) {
        List<Step> steps = new ArrayList<>();
        body.forEach(each -> statement(each, steps, true));
        return steps;
    }

    private void statement(Stmt statement, List<Step> steps, boolean careful) {
        switch (statement) {
            case Stmt.Assign assign -> assign(assign, steps, careful);
            case Stmt.Evaluate(_, Expr value) -> evaluate(value, steps, careful);
            case Stmt.Loop(_, List<Stmt> body) -> steps.add(new Step.Loop(block(body)));
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> {
                Term count = terms.of(times, steps, careful);
                steps.add(new Step.Repeat(count, block(body)));
            }
            case Stmt.If(_, Expr condition, List<Stmt> then, List<Stmt> otherwise) -> {
                Term term = terms.of(condition, steps, true);
                steps.add(new Step.If(term, block(then), block(otherwise)));
            }
            case Stmt.Break _ -> steps.add(new Step.Break());
            case Stmt.Fork(_, List<Stmt> body) -> steps.add(new Step.Fork(block(body)));
            case Stmt.Command _, Stmt.Nothing _ -> {}
        }
    }

    private void evaluate(Expr value, List<Step> steps, boolean careful) {
        if (!(value instanceof Expr.Call call)) {
            terms.of(value, steps, careful);
            return;
        }
        Step.Make made = terms.call(call, steps, careful);
        if (isPlain(made)) {
            steps.add(made);
        } else if (made.call().name().equals("print")) {
            steps.add(Terms.print(made));
        }
    }

    private void assign(Stmt.Assign assign, List<Step> steps, boolean careful) {
        List<String> targets = assign.targets().stream().map(Stmt.Target::name).toList();
        if (Terms.peeled(assign.value()) instanceof Expr.Call call) {
            Step.Make made = terms.call(call, steps, careful);
            if (isPlain(made)) {
                steps.add(with(made, variables(made, targets)));
                return;
            }
            spread(term(made, steps), targets, steps);
            return;
        }
        spread(terms.of(Terms.peeled(assign.value()), steps, careful), targets, steps);
    }

    private List<Variable> variables(Step.Make made, List<String> targets) {
        List<Type> types = Signatures.of(made.call(), made.arguments());
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < Math.min(targets.size(), types.size()); i++) {
            variables.add(scope.set(targets.get(i), types.get(i)));
        }
        return variables;
    }

    /** {@code a, b = pair}: the old values are read before any new one is written. */
    private void spread(Term value, List<String> targets, List<Step> steps) {
        if (targets.size() == 1) {
            steps.add(new Step.Set(scope.set(targets.getFirst(), value.type()), value));
            return;
        }
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Term part = part(value, i);
            Variable kept = scope.fresh(targets.get(i) + "_new", part.type());
            steps.add(new Step.Set(kept, part));
            parts.add(new Term.Use(kept));
        }
        for (int i = 0; i < targets.size(); i++) {
            Term part = parts.get(i);
            steps.add(new Step.Set(scope.set(targets.get(i), part.type()), part));
        }
    }

    private static Term part(Term value, int place) {
        if (value instanceof Term.Items(List<Term> members, _) && place < members.size()) {
            return members.get(place);
        }
        Type type = value.type() == Type.ADDRESS && place == 0 ? Type.DATA : Type.NUMBER;
        return new Term.Index(value, new Term.Whole(place), type);
    }

    /** Who was forked by this statement goes on from here, and ends where its lines do. */
    private void children(Done parent, List<Step> steps) {
        for (String child : forked(parent)) {
            Optional<Variable> result = result(steps);
            if (result.isEmpty()) {
                return;
            }
            List<Done> lines =
                    all.stream()
                            .filter(done -> done.process().equals(child))
                            .filter(done -> done.statement().id() != parent.statement().id())
                            .toList();
            Scope itsOwn = scope.copy();
            List<Step> body = new ArrayList<>();
            new Lowering(all, names, terms.with(itsOwn), itsOwn).lines(lines, body);
            body.add(terms.exit());
            Term isChild = new Term.Binary("==", new Term.Use(result.get()), new Term.Whole(0));
            steps.add(new Step.If(isChild, body, List.of()));
        }
    }

    private Set<String> forked(Done parent) {
        return all.stream()
                .filter(done -> done.statement().id() == parent.statement().id())
                .map(Done::process)
                .filter(name -> isChild(name, parent.process()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isChild(String name, String parent) {
        return name.startsWith(parent + ".") && name.indexOf('.', parent.length() + 1) < 0;
    }

    /** The variable that has what fork() gave; the call gets one where the person gave it none. */
    private Optional<Variable> result(List<Step> steps) {
        int last = steps.size() - 1;
        if (last < 0
                || !(steps.get(last) instanceof Step.Make made)
                || !made.call().name().equals("fork")) {
            return Optional.empty();
        }
        if (made.targets().isEmpty()) {
            Variable child = scope.fresh("child", Type.NUMBER);
            steps.set(last, with(made, List.of(child)));
            return Optional.of(child);
        }
        return Optional.of(made.targets().getFirst());
    }
}
