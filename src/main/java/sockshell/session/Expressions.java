package sockshell.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Span;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.Compiler.Label;
import sockshell.sys.Constants;

/** Makes the steps of what has a value: each expression ends with one value more on the frame. */
final class Expressions {
    private final Compiler compiler;
    private final Catalogue catalogue;
    private final Constants constants;

    Expressions(Compiler compiler, Catalogue catalogue, Constants constants) {
        this.compiler = compiler;
        this.catalogue = catalogue;
        this.constants = constants;
    }

    /** An expression that is a statement's: its outcome is kept as well. */
    void result(Expr expr) {
        value(expr);
        boolean isErrno = expr instanceof Expr.Name(_, String name) && name.equals("errno");
        if (isErrno) {
            compiler.emit((process, frame) -> frame.settle(process.errnoOutcome()));
        } else if (!(expr instanceof Expr.Call)) {
            compiler.emit((_, frame) -> frame.settle(new Outcome.Gave(frame.top())));
        }
    }

    void value(Expr expr) {
        switch (expr) {
            case Expr.Whole(_, long number) -> constant(Value.Whole.of(number));
            case Expr.Fraction(_, double number) -> constant(new Value.Fraction(number));
            case Expr.Text(_, var bytes) -> constant(new Value.Text(bytes));
            case Expr.Path(_, String path) -> constant(Value.Text.of(path));
            case Expr.Name(Span span, String name) -> name(span, name, known(name));
            case Expr.Scratch(Span span, int number) -> name(span, "$" + number, Optional.empty());
            case Expr.Call call -> call(call);
            case Expr.Items(_, List<Expr> members) -> members(members, true);
            case Expr.ListOf(_, List<Expr> members) -> members(members, false);
            case Expr.Structure(_, List<Expr.Field> fields) -> structure(fields);
            case Expr.Address(Span span, String host, Expr port) -> address(span, host, port);
            case Expr.Unary unary -> unary(unary);
            case Expr.Binary binary -> binary(binary);
            case Expr.Index index -> index(index);
            case Expr.Slice slice -> slice(slice);
        }
    }

    private void constant(Value value) {
        compiler.emit((_, frame) -> frame.push(value));
    }

    /** A variable of the process, or what the name stands for where it has none. */
    private void name(Span span, String name, Optional<Value> otherwise) {
        if (name.equals("errno")) {
            compiler.emit((process, frame) -> frame.push(Value.Whole.of(process.errno())));
            return;
        }
        compiler.emit((process, frame) -> {
            Value variable = process.variables().get(name);
            frame.push(
                    variable != null ? variable : otherwise.orElseThrow(() -> unknown(span, name)));
        });
    }

    private static Refusal unknown(Span span, String name) {
        return new Refusal(span, name + " has no value yet", "nothing gave it one so far");
    }

    private Optional<Value> known(String name) {
        return switch (name) {
            case "True" -> Optional.of(Value.Truth.TRUE);
            case "False" -> Optional.of(Value.Truth.FALSE);
            case "None" -> Optional.of(Value.Nothing.NONE);
            default -> constants.named(name).map(found -> Value.Whole.of(found.value()));
        };
    }

    private void call(Expr.Call call) {
        call.arguments().forEach(this::value);
        compiler.emit(CallSite.of(call, catalogue));
    }

    private void members(List<Expr> members, boolean tuple) {
        members.forEach(this::value);
        int count = members.size();
        compiler.emit((_, frame) -> frame.push(new Value.Items(frame.pop(count), tuple)));
    }

    private void structure(List<Expr.Field> fields) {
        fields.forEach(field -> value(field.value()));
        List<String> names = fields.stream().map(Expr.Field::name).toList();
        compiler.emit((_, frame) -> frame.push(structure(names, frame.pop(names.size()))));
    }

    private static Value structure(List<String> names, List<Value> values) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), values.get(i));
        }
        return new Value.Structure(fields);
    }

    /** A word of an address may be a variable's name, and is itself where it is none. */
    private void address(Span span, String host, Expr port) {
        name(span, host, Optional.of(Value.Text.of(host)));
        if (port instanceof Expr.Name(Span at, String service)) {
            name(at, service, Optional.of(Value.Text.of(service)));
        } else {
            value(port);
        }
        compiler.emit((_, frame) -> frame.push(new Value.Items(frame.pop(2), true)));
    }

    private void unary(Expr.Unary unary) {
        value(unary.operand());
        compiler.emit((_, frame) ->
                frame.push(
                        Operators.unary(unary.sign(), frame.pop())
                                .orElseThrow(() -> meaningless(unary, unary.sign()))));
    }

    /** {@code and} and {@code or} don't always need their right side. */
    private void binary(Expr.Binary binary) {
        String sign = binary.sign();
        value(binary.left());
        if (sign.equals("and") || sign.equals("or")) {
            Label decided = new Label();
            compiler.jumpKeeping(sign.equals("or"), decided);
            compiler.emit((_, frame) -> frame.pop());
            value(binary.right());
            compiler.mark(decided);
        } else {
            value(binary.right());
            compiler.emit((_, frame) -> operate(frame, binary));
        }
    }

    private static void operate(Frame frame, Expr.Binary binary) {
        Value right = frame.pop();
        Value left = frame.pop();
        frame.push(
                Operators.binary(binary.sign(), left, right)
                        .orElseThrow(() ->
                                new Refusal(
                                        binary.span(),
                                        "%s gives nothing here for %s and %s"
                                                .formatted(
                                                        binary.sign(), left.kind(), right.kind()),
                                        "")));
    }

    private void index(Expr.Index index) {
        value(index.of());
        value(index.at());
        compiler.emit((_, frame) -> {
            Value at = frame.pop();
            frame.push(
                    Operators.index(frame.pop(), at).orElseThrow(() -> meaningless(index, "[ ]")));
        });
    }

    private void slice(Expr.Slice slice) {
        value(slice.of());
        slice.from().ifPresent(this::value);
        slice.to().ifPresent(this::value);
        compiler.emit((_, frame) -> {
            Optional<Value> to = slice.to().map(_ -> frame.pop());
            Optional<Value> from = slice.from().map(_ -> frame.pop());
            frame.push(
                    Operators.slice(frame.pop(), from, to)
                            .orElseThrow(() -> meaningless(slice, "[:]")));
        });
    }

    private static Refusal meaningless(Expr at, String sign) {
        return new Refusal(at.span(), sign + " has no meaning for this value", "");
    }
}
