package sockshell.lang.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import sockshell.lang.Expr;
import sockshell.lang.Mistake;
import sockshell.lang.Nearest;
import sockshell.lang.Span;
import sockshell.lang.Stmt;
import sockshell.lang.Typed;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Gives;
import sockshell.sys.Constants;

/**
 * Reads what was typed from top to bottom, with the names that are known at each point, and finds
 * all mistakes at once.
 */
public final class Checker {
    private static final Set<String> WORDS = Set.of("True", "False", "None", "errno");

    private static final int MOST_HINTS = 20;

    private final Catalogue catalogue;
    private final Constants constants;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Names names;
    private Scope known;
    private int loops;

    /* what people type into other shells */
    private static final Map<String, String> SHELL_WORDS =
            Map.of(
                    "help", "/help is a page",
                    "quit", "/exit leaves",
                    "ls", "/sockets lists the sockets, /vars the variables",
                    "clear", "Ctrl-L clears the screen",
                    "man", "/help CALL tells about a call",
                    "netstat", "/sockets lists the sockets",
                    "ss", "/sockets lists the sockets");

    private Checker(Catalogue catalogue, Constants constants, Names names) {
        this.catalogue = catalogue;
        this.constants = constants;
        this.names = names;
        known = new Scope(names.own(), new HashSet<>());
    }

    /**
     * The names are those that there are before; the next statement's number makes known the
     * scratch ones that come on the way.
     */
    public static Findings check(
            Typed typed, Catalogue catalogue, Constants constants, Names names, int nextStatement) {
        Checker checker = new Checker(catalogue, constants, names);
        int number = nextStatement;
        for (Stmt each : typed.statements()) {
            checker.statement(each);
            if (checker.hasResult(each)) {
                checker.known.add("$" + number);
            }
            number += each instanceof Stmt.Nothing ? 0 : 1;
        }
        return new Findings(checker.mistakes, List.copyOf(checker.remarks));
    }

    private void all(List<Stmt> statements) {
        statements.forEach(this::statement);
    }

    /** Only what has no name of its own gets one, and only if there is a result. */
    private boolean hasResult(Stmt statement) {
        return switch (statement) {
            case Stmt.Evaluate(_, Expr.Name _) -> false;
            case Stmt.Evaluate(_, Expr.Call call) ->
                    catalogue
                            .find(call.name())
                            .filter(entry -> entry.gives() != Gives.NOTHING)
                            .isPresent();
            case Stmt.Evaluate _ -> true;
            default -> false;
        };
    }

    private void statement(Stmt statement) {
        switch (statement) {
            case Stmt.Evaluate(_, Expr value) -> expression(value);
            case Stmt.Assign assign -> {
                expression(assign.value());
                assign.targets().forEach(this::target);
            }
            case Stmt.Loop(_, List<Stmt> body) -> loop(body);
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> {
                expression(times);
                loop(body);
            }
            case Stmt.If(_, Expr condition, List<Stmt> then, List<Stmt> otherwise) -> {
                expression(condition);
                all(then);
                all(otherwise);
            }
            case Stmt.Fork(_, List<Stmt> body) -> child(body);
            case Stmt.Break(Span span) -> {
                if (loops == 0) {
                    add(span, "break stands in no loop", "");
                }
            }
            case Stmt.Command _, Stmt.Nothing _ -> {}
        }
    }

    /** What the end of the body sets is known at its beginning, from the second turn on. */
    private void loop(List<Stmt> body) {
        body.forEach(this::learn);
        loops++;
        all(body);
        loops--;
    }

    private void learn(Stmt statement) {
        switch (statement) {
            case Stmt.Assign assign -> assign.targets().forEach(target -> known.add(target.name()));
            case Stmt.Loop(_, List<Stmt> body) -> body.forEach(this::learn);
            case Stmt.Repeat(_, _, List<Stmt> body) -> body.forEach(this::learn);
            case Stmt.If(_, _, List<Stmt> then, List<Stmt> otherwise) -> {
                then.forEach(this::learn);
                otherwise.forEach(this::learn);
            }
            case Stmt.Evaluate _, Stmt.Fork _, Stmt.Break _, Stmt.Command _, Stmt.Nothing _ -> {}
        }
    }

    /** A child's variables are its own, and the parent's loop is none that it could leave. */
    private void child(List<Stmt> body) {
        Scope before = known;
        int outside = loops;
        known = before.copy();
        loops = 0;
        all(body);
        known = before;
        loops = outside;
    }

    private void target(Stmt.Target target) {
        String name = target.name();
        if (catalogue.has(name)) {
            add(target.span(), name + " is a call", "choose another name for the variable");
        } else if (WORDS.contains(name) || constants.has(name)) {
            add(target.span(), name + " is a constant", "choose another name for the variable");
        }
        known.add(name);
    }

    private void expression(Expr expr) {
        switch (expr) {
            case Expr.Name name -> name(name);
            case Expr.Scratch(Span span, int number) -> {
                if (!known.contains("$" + number)) {
                    add(span, "there is no $" + number + " here", "");
                }
            }
            case Expr.Call call -> call(call);
            case Expr.Items(_, List<Expr> members) -> members.forEach(this::expression);
            case Expr.ListOf(_, List<Expr> members) -> members.forEach(this::expression);
            case Expr.Structure(_, List<Expr.Field> fields) ->
                    fields.forEach(field -> expression(field.value()));
            case Expr.Unary unary -> expression(unary.operand());
            case Expr.Binary binary -> {
                expression(binary.left());
                expression(binary.right());
            }
            case Expr.Index index -> {
                expression(index.of());
                expression(index.at());
            }
            case Expr.Slice slice -> {
                expression(slice.of());
                slice.from().ifPresent(this::expression);
                slice.to().ifPresent(this::expression);
            }
            case Expr.Whole _, Expr.Fraction _, Expr.Text _, Expr.Address _, Expr.Path _ -> {}
        }
    }

    private void name(Expr.Name name) {
        String word = name.name();
        if (known.contains(word) || WORDS.contains(word) || constants.has(word)) {
            return;
        }
        if (catalogue.has(word)) {
            add(name.span(), word + " is a call and has no value of its own", word + "(...)");
            return;
        }
        String hint =
                names.elsewhere()
                        .apply(word)
                        .map(process -> process + " has one; write " + process + "> in front")
                        .orElseGet(() -> meant(word, this::words));
        add(name.span(), "the name " + word + " is not known here", hint);
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>(known.all());
        words.addAll(WORDS);
        constants.all().forEach(constant -> words.add(constant.name()));
        return words;
    }

    /** Whoever made so many mistakes is not helped by a guess for each. */
    private String meant(String wrong, Supplier<Set<String>> right) {
        if (mistakes.size() >= MOST_HINTS) {
            return "";
        }
        if (SHELL_WORDS.containsKey(wrong)) {
            return SHELL_WORDS.getOrDefault(wrong, "");
        }
        return Nearest.to(wrong, right.get()).map(near -> "is " + near + " meant?").orElse("");
    }

    private void call(Expr.Call call) {
        call.arguments().forEach(this::expression);
        Optional<Call> entry = catalogue.find(call.name());
        if (entry.isEmpty()) {
            String hint = meant(call.name(), catalogue::names);
            add(call.nameSpan(), "there is no call " + call.name(), hint);
            return;
        }
        List<Form> forms = entry.get().forms(call.arguments().size());
        if (forms.isEmpty()) {
            mistakes.add(ArgumentCheck.wrongCount(call, entry.get()));
            return;
        }
        Literal literal = new Literal(constants, known);
        ArgumentCheck.misfit(call, forms, call.arguments().stream().map(literal::of).toList())
                .ifPresent(mistakes::add);
        remarks.addAll(new Families(constants, known).remarks(call, forms.getFirst()));
    }

    private void add(Span span, String message, String hint) {
        mistakes.add(new Mistake(span, message, hint));
    }
}
