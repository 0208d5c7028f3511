package sockshell.lang;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.sys.Bytes;

/** What has a value. */
public sealed interface Expr {
    Span span();

    record Whole(Span span, long value) implements Expr {}

    record Fraction(Span span, double value) implements Expr {}

    record Text(Span span, Bytes bytes) implements Expr {}

    /** A variable or a constant; who evaluates knows which. */
    record Name(Span span, String name) implements Expr {}

    /** {@code $7}, the result of an earlier statement. */
    record Scratch(Span span, int number) implements Expr {}

    /** {@code f(x, y)}, {@code x.f(y)} or {@code f x y}: all the same. */
    record Call(Span span, Span nameSpan, String name, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Index(Span span, Expr of, Expr at) implements Expr {}

    record Slice(Span span, Expr of, Optional<Expr> from, Optional<Expr> to) implements Expr {}

    /** {@code - ~} in front of a value. */
    record Unary(Span span, String sign, Expr operand) implements Expr {}

    record Binary(Span span, String sign, Expr left, Expr right) implements Expr {}

    /** {@code (a, b)}: Python's tuple, the pair of an address for one. */
    record Items(Span span, List<Expr> members) implements Expr {
        public Items {
            members = List.copyOf(members);
        }
    }

    /** {@code [a, b]} */
    record ListOf(Span span, List<Expr> members) implements Expr {
        public ListOf {
            members = List.copyOf(members);
        }
    }

    /** {@code {l_onoff: 1, l_linger: 0}} */
    record Structure(Span span, List<Field> fields) implements Expr {
        public Structure {
            fields = List.copyOf(fields);
        }
    }

    /** One field of a {@link Structure}. */
    record Field(Span span, String name, Expr value) {}

    /** {@code 127.0.0.1:80}, {@code [::1]:80}, {@code *:80}, {@code localhost:http}. */
    record Address(Span span, String host, Expr port) implements Expr {}

    /** {@code /path} or {@code @abstract} as a command's word. */
    record Path(Span span, String path) implements Expr {}

    /** What it is made of, from left to right. */
    default Stream<Expr> parts() {
        return switch (this) {
            case Call call -> call.arguments().stream();
            case Index(_, Expr of, Expr at) -> Stream.of(of, at);
            case Slice(_, Expr of, Optional<Expr> from, Optional<Expr> to) ->
                    Stream.concat(Stream.of(of), Stream.concat(from.stream(), to.stream()));
            case Unary(_, _, Expr operand) -> Stream.of(operand);
            case Binary(_, _, Expr left, Expr right) -> Stream.of(left, right);
            case Items(_, List<Expr> members) -> members.stream();
            case ListOf(_, List<Expr> members) -> members.stream();
            case Structure(_, List<Field> fields) -> fields.stream().map(Field::value);
            case Address(_, _, Expr port) -> Stream.of(port);
            case Whole _, Fraction _, Text _, Name _, Scratch _, Path _ -> Stream.of();
        };
    }

    /** It, and all that it is made of at any depth. */
    default Stream<Expr> all() {
        return Stream.concat(Stream.of(this), parts().flatMap(Expr::all));
    }
}
