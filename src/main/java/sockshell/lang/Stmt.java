package sockshell.lang;

import java.util.List;
import java.util.stream.Stream;

/** What is done. */
public sealed interface Stmt {
    Span span();

    /** {@code x = value}, or {@code a, b = value}. */
    record Assign(Span span, List<Target> targets, Expr value) implements Stmt {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** A variable that is given a value. */
    record Target(Span span, String name) {}

    record Evaluate(Span span, Expr value) implements Stmt {}

    record Loop(Span span, List<Stmt> body) implements Stmt {
        public Loop {
            body = List.copyOf(body);
        }
    }

    record Repeat(Span span, Expr times, List<Stmt> body) implements Stmt {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    record If(Span span, Expr condition, List<Stmt> then, List<Stmt> otherwise) implements Stmt {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    record Break(Span span) implements Stmt {}

    /** {@code fork { }}: the child runs the body and is gone. */
    record Fork(Span span, List<Stmt> body) implements Stmt {
        public Fork {
            body = List.copyOf(body);
        }
    }

    /** A line that steers the shell, {@code /sockets}, as it stands. */
    record Command(Span span, String text) implements Stmt {}

    /** A line that other languages need and this one does not: {@code from socket import *}. */
    record Nothing(Span span, String reason) implements Stmt {}

    /** What it works out itself, and not in a block of its own. */
    default Stream<Expr> values() {
        return switch (this) {
            case Assign(_, _, Expr value) -> Stream.of(value);
            case Evaluate(_, Expr value) -> Stream.of(value);
            case Repeat(_, Expr times, _) -> Stream.of(times);
            case If(_, Expr condition, _, _) -> Stream.of(condition);
            case Loop _, Fork _, Break _, Command _, Nothing _ -> Stream.of();
        };
    }

    /** The statements of its blocks. */
    default Stream<Stmt> inner() {
        return switch (this) {
            case Loop(_, List<Stmt> body) -> body.stream();
            case Repeat(_, _, List<Stmt> body) -> body.stream();
            case If(_, _, List<Stmt> then, List<Stmt> otherwise) ->
                    Stream.concat(then.stream(), otherwise.stream());
            case Fork(_, List<Stmt> body) -> body.stream();
            case Assign _, Evaluate _, Break _, Command _, Nothing _ -> Stream.of();
        };
    }

    /** It, and all statements in its blocks at any depth. */
    default Stream<Stmt> all() {
        return Stream.concat(Stream.of(this), inner().flatMap(Stmt::all));
    }

    /** All that is worked out in it at any depth. */
    default Stream<Expr> expressions() {
        return all().flatMap(Stmt::values).flatMap(Expr::all);
    }
}
