package sockshell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Call.Wait;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Constants.Constant;

/** Does what statements say, within one process. */
final class Evaluation {
    private final SockProcess process;
    private final Catalogue catalogue;

    Evaluation(SockProcess process, Catalogue catalogue) {
        this.process = process;
        this.catalogue = catalogue;
    }

    /** How a statement ended, for the block around it. */
    private enum Flow {
        NEXT,
        BREAK
    }

    /** Blocks give nothing; what is inside them shows by what it does. */
    Outcome run(Stmt statement) {
        return switch (statement) {
            case Stmt.Evaluate(_, Expr value) -> outcome(value);
            case Stmt.Assign assign -> assign(assign);
            default -> {
                flow(statement);
                yield new Outcome.Did();
            }
        };
    }

    private Flow flow(Stmt statement) {
        return switch (statement) {
            case Stmt.Loop(_, List<Stmt> body) -> {
                while (all(body) == Flow.NEXT) {}
                yield Flow.NEXT;
            }
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> repeat(count(times), body);
            case Stmt.If(_, Expr condition, List<Stmt> then, List<Stmt> otherwise) ->
                    all(Operators.isTrue(value(condition)) ? then : otherwise);
            case Stmt.Break _ -> Flow.BREAK;
            case Stmt.Fork fork -> throw new Refusal(fork.span(), "fork is still to come", "");
            case Stmt.Command _, Stmt.Nothing _ -> Flow.NEXT;
            case Stmt.Evaluate _, Stmt.Assign _ -> {
                run(statement);
                yield Flow.NEXT;
            }
        };
    }

    private Flow all(List<Stmt> body) {
        for (Stmt each : body) {
            if (flow(each) == Flow.BREAK) {
                return Flow.BREAK;
            }
        }
        return Flow.NEXT;
    }

    private Flow repeat(long times, List<Stmt> body) {
        for (long i = 0; i < times; i++) {
            if (all(body) == Flow.BREAK) {
                break;
            }
        }
        return Flow.NEXT;
    }

    private long count(Expr times) {
        return Operators.whole(value(times))
                .orElseThrow(() -> new Refusal(times.span(), "repeat needs a number", ""));
    }

    private Outcome assign(Stmt.Assign assign) {
        Outcome outcome = outcome(assign.value());
        List<Stmt.Target> targets = assign.targets();
        if (targets.size() == 1) {
            process.variables().put(targets.getFirst().name(), outcome.value());
            return outcome;
        }
        List<Value> parts = outcome.parts();
        if (parts.size() < targets.size()) {
            throw new Refusal(
                    assign.value().span(),
                    "there are " + parts.size() + " values for " + targets.size() + " names",
                    "");
        }
        for (int i = 0; i < targets.size(); i++) {
            process.variables().put(targets.get(i).name(), parts.get(i));
        }
        return outcome;
    }

    private Outcome outcome(Expr expr) {
        return expr instanceof Expr.Call call ? call(call) : new Outcome.Gave(value(expr));
    }

    private Value value(Expr expr) {
        return switch (expr) {
            case Expr.Whole(_, long number) -> Value.Whole.of(number);
            case Expr.Fraction(_, double number) -> new Value.Fraction(number);
            case Expr.Text(_, var bytes) -> new Value.Text(bytes);
            case Expr.Name name -> named(name);
            case Expr.Call call -> call(call).value();
            case Expr.Items(_, List<Expr> members) -> new Value.Items(values(members), true);
            case Expr.ListOf(_, List<Expr> members) -> new Value.Items(values(members), false);
            case Expr.Address(_, String host, Expr port) ->
                    new Value.Items(List.of(Value.Text.of(host), value(port)), true);
            case Expr.Path(_, String path) -> Value.Text.of(path);
            case Expr.Unary unary ->
                    Operators.unary(unary.sign(), value(unary.operand()))
                            .orElseThrow(() -> meaningless(unary, unary.sign()));
            case Expr.Binary binary -> binary(binary);
            case Expr.Index index ->
                    Operators.index(value(index.of()), value(index.at()))
                            .orElseThrow(() -> meaningless(index, "[ ]"));
            case Expr.Slice slice ->
                    Operators.slice(
                                    value(slice.of()),
                                    slice.from().map(this::value),
                                    slice.to().map(this::value))
                            .orElseThrow(() -> meaningless(slice, "[:]"));
            case Expr.Scratch _, Expr.Tag _, Expr.Structure _ ->
                    throw new Refusal(expr.span(), "this is still to come", "");
        };
    }

    private List<Value> values(List<Expr> members) {
        List<Value> values = new ArrayList<>();
        members.forEach(member -> values.add(value(member)));
        return values;
    }

    private Value binary(Expr.Binary binary) {
        Value left = value(binary.left());
        boolean decided =
                (binary.sign().equals("and") && !Operators.isTrue(left))
                        || (binary.sign().equals("or") && Operators.isTrue(left));
        if (decided) {
            return left;
        }
        Value right = value(binary.right());
        return binary.sign().equals("and") || binary.sign().equals("or")
                ? right
                : Operators.binary(binary.sign(), left, right)
                        .orElseThrow(() -> meaningless(binary, binary.sign()));
    }

    private static Refusal meaningless(Expr at, String sign) {
        return new Refusal(at.span(), sign + " has no meaning for these values", "");
    }

    private Value named(Expr.Name name) {
        Value variable = process.variables().get(name.name());
        if (variable != null) {
            return variable;
        }
        return constant(name.name())
                .orElseThrow(
                        () -> new Refusal(name.span(), name.name() + " is not known here", ""));
    }

    private Optional<Value> constant(String name) {
        return switch (name) {
            case "True" -> Optional.of(Value.Truth.TRUE);
            case "False" -> Optional.of(Value.Truth.FALSE);
            case "None" -> Optional.of(Value.Nothing.NONE);
            default ->
                    process.kernel()
                            .constants()
                            .named(name)
                            .map(Constant::value)
                            .map(Value.Whole::of);
        };
    }

    private Outcome call(Expr.Call call) {
        Call entry = catalogue.find(call.name()).orElseThrow(() -> unknown(call));
        List<Value> values = values(call.arguments());
        Form form = entry.form(values.size()).orElseThrow(() -> wrongCount(call, entry));
        Arguments arguments = Arguments.of(process, form, call, values);
        return entry.waits() == Wait.NEVER
                ? form.body().apply(arguments)
                : process.calling(
                        new BlockingCall(entry.name(), () -> arguments.isReady(entry.waits())),
                        () -> form.body().apply(arguments));
    }

    private Refusal unknown(Expr.Call call) {
        String hint =
                catalogue.nearest(call.name()).map(near -> "is " + near + " meant?").orElse("");
        return new Refusal(call.nameSpan(), "there is no call " + call.name(), hint);
    }

    private static Refusal wrongCount(Expr.Call call, Call entry) {
        return new Refusal(
                call.span(),
                call.name() + " does not take " + call.arguments().size() + " arguments",
                "it is " + call.name() + entry.forms().getFirst().signature());
    }
}
