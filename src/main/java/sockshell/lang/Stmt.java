package sockshell.lang;

import java.util.List;

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
}
