package sockshell.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Span;
import sockshell.lang.Stmt;
import sockshell.lang.Typed;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Statement;
import sockshell.sys.Constants;

/** Makes a program of statements; {@link Expressions} makes the steps of what has a value. */
final class Compiler {
    /** A step that is not made yet, to jump to. */
    static final class Label {
        private int step = -1;
    }

    private final List<Step> steps = new ArrayList<>();
    private final Deque<Label> loopEnds = new ArrayDeque<>();
    private final Expressions expressions;

    private Compiler(Catalogue catalogue, Constants constants) {
        expressions = new Expressions(this, catalogue, constants);
    }

    /** Every statement ends with a step that tells what it gave, under a number of its own. */
    static Program compile(
            Typed typed, Catalogue catalogue, Constants constants, IntSupplier numbers) {
        Compiler compiler = new Compiler(catalogue, constants);
        for (Stmt each : typed.statements()) {
            if (!(each instanceof Stmt.Nothing)) {
                compiler.whole(new Statement(numbers.getAsInt(), typed.text(each), each));
            }
        }
        return new Program(typed, compiler.steps);
    }

    private void whole(Statement statement) {
        emit((process, _) -> process.begin(statement));
        statement(statement.tree());
        boolean hasResult =
                statement.tree() instanceof Stmt.Evaluate
                        || statement.tree() instanceof Stmt.Assign;
        if (!hasResult) {
            emit((_, frame) -> endOfBlock(frame));
        }
        emit((process, frame) -> process.finish(statement, frame));
    }

    /** What is inside a block shows by what it does; only a fork that failed is worth a result. */
    private static void endOfBlock(Frame frame) {
        if (!(frame.outcome() instanceof Outcome.Failed && frame.failure().isEmpty())) {
            frame.settle();
        }
    }

    void emit(Step step) {
        steps.add(step);
    }

    void mark(Label label) {
        label.step = steps.size();
    }

    void jump(Label label) {
        emit((_, frame) -> frame.jump(label.step));
    }

    /** Takes a value and jumps where it is false. */
    void jumpUnless(Label label) {
        emit((_, frame) -> {
            if (!Operators.isTrue(frame.pop())) {
                frame.jump(label.step);
            }
        });
    }

    /** Jumps where the value on top has this truth, and leaves it there. */
    void jumpKeeping(boolean truth, Label label) {
        emit((_, frame) -> {
            if (Operators.isTrue(frame.top()) == truth) {
                frame.jump(label.step);
            }
        });
    }

    private void all(List<Stmt> body) {
        body.forEach(this::statement);
    }

    private void statement(Stmt statement) {
        switch (statement) {
            case Stmt.Evaluate(_, Expr value) -> {
                expressions.result(value);
                emit((_, frame) -> frame.pop());
            }
            case Stmt.Assign assign -> assign(assign);
            case Stmt.Loop(_, List<Stmt> body) -> loop(body);
            case Stmt.Repeat(_, Expr times, List<Stmt> body) -> repeat(times, body);
            case Stmt.If condition -> condition(condition);
            case Stmt.Break _ -> jump(loopEnds.getLast());
            case Stmt.Fork(_, List<Stmt> body) -> fork(body);
            case Stmt.Command(Span span, _) ->
                    emit((_, _) -> refuse(span, "a command stands on a line of its own"));
            case Stmt.Nothing _ -> {}
        }
    }

    private static void refuse(Span span, String message) {
        throw new Refusal(span, message, "");
    }

    private void assign(Stmt.Assign assign) {
        expressions.result(assign.value());
        List<String> names = assign.targets().stream().map(Stmt.Target::name).toList();
        if (names.size() == 1) {
            String name = names.getFirst();
            emit((process, frame) -> process.variables().put(name, frame.pop()));
        } else {
            Span span = assign.value().span();
            emit((process, frame) -> unpack(process, frame, names, span));
        }
    }

    private static void unpack(SockProcess process, Frame frame, List<String> names, Span span) {
        frame.pop();
        List<Value> parts = frame.outcome().parts();
        if (parts.size() < names.size()) {
            String values = parts.size() == 1 ? "there is 1 value" : "there are " + parts.size();
            refuse(span, values + " for " + names.size() + " names");
        }
        for (int i = 0; i < names.size(); i++) {
            process.variables().put(names.get(i), parts.get(i));
        }
    }

    private void loop(List<Stmt> body) {
        Label end = new Label();
        Label top = new Label();
        mark(top);
        turns(end, body);
        jump(top);
        mark(end);
    }

    private void turns(Label end, List<Stmt> body) {
        loopEnds.addLast(end);
        all(body);
        loopEnds.removeLast();
        emit((process, _) -> process.turnEnds());
    }

    private void repeat(Expr times, List<Stmt> body) {
        expressions.value(times);
        emit((_, frame) -> frame.enterLoop(count(frame.pop(), times.span())));
        Label end = new Label();
        Label top = new Label();
        mark(top);
        emit((_, frame) -> turnOrLeave(frame, end));
        turns(end, body);
        jump(top);
        mark(end);
        emit((_, frame) -> frame.leaveLoop());
    }

    private static void turnOrLeave(Frame frame, Label end) {
        if (!frame.turn()) {
            frame.jump(end.step);
        }
    }

    private static long count(Value times, Span span) {
        return Operators.whole(times)
                .orElseThrow(
                        () -> new Refusal(span, "repeat cannot take " + times.kind(), "a number"));
    }

    private void condition(Stmt.If condition) {
        Label otherwise = new Label();
        Label end = new Label();
        expressions.value(condition.condition());
        jumpUnless(otherwise);
        all(condition.then());
        jump(end);
        mark(otherwise);
        all(condition.otherwise());
        mark(end);
    }

    /** The parent goes on behind the body, and the child is gone at its end. */
    private void fork(List<Stmt> body) {
        Label behind = new Label();
        emit((process, frame) -> process.forkBlock(frame, () -> frame.jump(behind.step)));
        List<Label> outside = List.copyOf(loopEnds);
        loopEnds.clear();
        all(body);
        emit((process, _) -> process.exit());
        loopEnds.addAll(outside);
        mark(behind);
    }
}
