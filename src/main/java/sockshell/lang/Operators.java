package sockshell.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** What the operators do with values, as in Python; empty where it has no meaning. */
public final class Operators {
    /** What a text that is put together may hold; one that was received is as long as it is. */
    public static final int LARGEST_TEXT = 64 << 20;

    private static final int MOST_MEMBERS = 1 << 20;

    private Operators() {}

    /** Zero, empty and None are false, as in Python. */
    public static boolean isTrue(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number != 0;
            case Value.Fraction(double number) -> number != 0;
            case Value.Text(Bytes bytes) -> !bytes.isEmpty();
            case Value.Truth truth -> truth == Value.Truth.TRUE;
            case Value.Nothing _ -> false;
            case Value.Address _ -> true;
            case Value.Items items -> !items.members().isEmpty();
            case Value.Structure structure -> !structure.fields().isEmpty();
        };
    }

    public static Optional<Value> unary(String sign, Value operand) {
        return switch (sign) {
            case "not" -> Optional.of(Value.Truth.of(!isTrue(operand)));
            case "-" -> negated(operand);
            default -> whole(operand).map(number -> Value.Whole.of(~number));
        };
    }

    private static Optional<Value> negated(Value operand) {
        return operand instanceof Value.Fraction(double number)
                ? Optional.of(new Value.Fraction(-number))
                : whole(operand)
                        .filter(number -> number != Long.MIN_VALUE)
                        .map(number -> Value.Whole.of(-number));
    }

    /** All but {@code and} and {@code or}, which don't always need their right side. */
    public static Optional<Value> binary(String sign, Value left, Value right) {
        return switch (sign) {
            case "==" -> Optional.of(Value.Truth.of(equal(left, right)));
            case "!=" -> Optional.of(Value.Truth.of(!equal(left, right)));
            case "<", "<=", ">", ">=" -> compared(sign, left, right);
            default -> arithmetic(sign, left, right);
        };
    }

    private static boolean equal(Value left, Value right) {
        Optional<Long> one = whole(left);
        Optional<Long> other = whole(right);
        if (one.isPresent() && other.isPresent()) {
            return one.equals(other);
        }
        Optional<Double> first = fraction(left);
        Optional<Double> second = fraction(right);
        return first.isPresent() ? first.equals(second) : left.equals(right);
    }

    private static Optional<Value> compared(String sign, Value left, Value right) {
        return order(left, right)
                .map(order ->
                        switch (sign) {
                            case "<" -> order < 0;
                            case "<=" -> order <= 0;
                            case ">" -> order > 0;
                            default -> order >= 0;
                        })
                .map(Value.Truth::of);
    }

    private static Optional<Integer> order(Value left, Value right) {
        if (left instanceof Value.Text(Bytes one) && right instanceof Value.Text(Bytes other)) {
            return Optional.of(Arrays.compareUnsigned(one.toArray(), other.toArray()));
        }
        Optional<Long> one = whole(left);
        Optional<Long> other = whole(right);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(one.get().compareTo(other.get()));
        }
        return fraction(left).flatMap(first -> fraction(right).map(first::compareTo));
    }

    private static Optional<Value> arithmetic(String sign, Value left, Value right) {
        Optional<Long> one = whole(left);
        Optional<Long> other = whole(right);
        if (one.isPresent() && other.isPresent()) {
            return wholes(sign, one.get(), other.get());
        }
        return fraction(left)
                .flatMap(first -> fraction(right).flatMap(second -> fractions(sign, first, second)))
                .or(() -> joined(sign, left, right));
    }

    /** Empty beyond 64 bits: a wrong number is worse than none. */
    private static Optional<Value> wholes(String sign, long left, long right) {
        try {
            return Optional.of(
                    Value.Whole.of(
                            switch (sign) {
                                case "+" -> Math.addExact(left, right);
                                case "-" -> Math.subtractExact(left, right);
                                case "*" -> Math.multiplyExact(left, right);
                                case "%" -> Math.floorMod(left, right);
                                case "|" -> left | right;
                                case "&" -> left & right;
                                case "^" -> left ^ right;
                                case "<<" -> shifted(left, right);
                                default -> shiftedBack(left, right);
                            }));
        } catch (ArithmeticException beyond) {
            return Optional.empty();
        }
    }

    private static long shifted(long left, long right) {
        long result = left << right;
        if (right < 0 || right >= Long.SIZE || result >> right != left) {
            throw new ArithmeticException("shifted beyond 64 bits");
        }
        return result;
    }

    private static long shiftedBack(long left, long right) {
        if (right < 0) {
            throw new ArithmeticException("shifted by less than nothing");
        }
        return left >> Math.min(right, Long.SIZE - 1);
    }

    private static Optional<Value> fractions(String sign, double left, double right) {
        return switch (sign) {
            case "+" -> Optional.of(new Value.Fraction(left + right));
            case "-" -> Optional.of(new Value.Fraction(left - right));
            case "*" -> Optional.of(new Value.Fraction(left * right));
            default -> Optional.empty();
        };
    }

    /** {@code "a" + "b"}, {@code "a" * 3} and lists likewise. */
    private static Optional<Value> joined(String sign, Value left, Value right) {
        if (sign.equals("*")) {
            return left instanceof Value.Text(Bytes bytes)
                    ? whole(right).flatMap(times -> repeated(bytes, times))
                    : Optional.empty();
        }
        if (!sign.equals("+")) {
            return Optional.empty();
        }
        if (left instanceof Value.Text(Bytes one) && right instanceof Value.Text(Bytes other)) {
            return joined(one, other);
        }
        return left instanceof Value.Items one && right instanceof Value.Items other
                ? joined(one, other)
                : Optional.empty();
    }

    /** Each operand may be as long as a call receives, and a loop may add them up. */
    private static Optional<Value> joined(Bytes left, Bytes right) {
        return (long) left.length() + right.length() > LARGEST_TEXT
                ? Optional.empty()
                : Optional.of(new Value.Text(left.plus(right)));
    }

    private static Optional<Value> joined(Value.Items left, Value.Items right) {
        if (left.members().size() + right.members().size() > MOST_MEMBERS) {
            return Optional.empty();
        }
        List<Value> members = new ArrayList<>(left.members());
        members.addAll(right.members());
        return Optional.of(new Value.Items(members, left.tuple()));
    }

    private static Optional<Value> repeated(Bytes bytes, long times) {
        if (bytes.length() * Math.max(times, 0) > LARGEST_TEXT || times > LARGEST_TEXT) {
            return Optional.empty();
        }
        byte[] once = bytes.toArray();
        byte[] all = new byte[once.length * (int) Math.max(times, 0)];
        for (int at = 0; at < all.length; at += once.length) {
            System.arraycopy(once, 0, all, at, once.length);
        }
        return Optional.of(new Value.Text(Bytes.of(all)));
    }

    /** {@code a[2]}, {@code a[-1]}: a byte of a text counts as a text of one byte. */
    public static Optional<Value> index(Value of, Value at) {
        return whole(at)
                .flatMap(given -> {
                    long place = given < 0 ? given + length(of).orElse(0L) : given;
                    return place < 0 || place >= length(of).orElse(0L)
                            ? Optional.empty()
                            : member(of, (int) place);
                });
    }

    private static Optional<Value> member(Value of, int place) {
        return switch (of) {
            case Value.Text(Bytes bytes) ->
                    Optional.of(new Value.Text(bytes.slice(place, place + 1)));
            case Value.Items items -> Optional.of(items.members().get(place));
            case Value.Address(SockAddr address) -> Optional.of(pair(address).get(place));
            default -> Optional.empty();
        };
    }

    /** {@code a[1:4]}: what lies beyond the ends is left out, as in Python. */
    public static Optional<Value> slice(Value of, Optional<Value> from, Optional<Value> to) {
        Optional<Long> length = length(of);
        if (length.isEmpty() || !isBound(from) || !isBound(to)) {
            return Optional.empty();
        }
        int start = bound(from, 0, length.get());
        int end = Math.max(start, bound(to, length.get(), length.get()));
        return switch (of) {
            case Value.Text(Bytes bytes) -> Optional.of(new Value.Text(bytes.slice(start, end)));
            case Value.Items items ->
                    Optional.of(
                            new Value.Items(items.members().subList(start, end), items.tuple()));
            default -> Optional.empty();
        };
    }

    /** None stands for what is left out, as in Python. */
    private static boolean isBound(Optional<Value> given) {
        return given.filter(value -> value != Value.Nothing.NONE && whole(value).isEmpty())
                .isEmpty();
    }

    private static int bound(Optional<Value> given, long missing, long length) {
        long at = given.flatMap(Operators::whole).orElse(missing);
        return (int) Math.clamp(at < 0 ? at + length : at, 0, length);
    }

    /** {@code len(a)} */
    public static Optional<Long> length(Value of) {
        return switch (of) {
            case Value.Text(Bytes bytes) -> Optional.of((long) bytes.length());
            case Value.Items items -> Optional.of((long) items.members().size());
            case Value.Address(SockAddr address) -> Optional.of((long) pair(address).size());
            case Value.Structure structure -> Optional.of((long) structure.fields().size());
            default -> Optional.empty();
        };
    }

    /** An address as Python has it: host and port, for IPv6 flow and scope too; nothing else. */
    public static List<Value> pair(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet ->
                    List.of(Value.Text.of(host(address)), Value.Whole.of(inet.port()));
            case SockAddr.Inet6 inet ->
                    List.of(
                            Value.Text.of(host(address)),
                            Value.Whole.of(inet.port()),
                            Value.Whole.of(inet.flow()),
                            Value.Whole.of(inet.scope()));
            case SockAddr.Unix _, SockAddr.Raw _ -> List.of();
        };
    }

    private static String host(SockAddr address) {
        String text = address.toString();
        return text.substring(0, text.lastIndexOf(':')).replaceAll("[\\[\\]]|%.*", "");
    }

    /** The number that a value is, if it is a whole one. */
    public static Optional<Long> whole(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> Optional.of(number);
            case Value.Truth truth -> Optional.of(truth == Value.Truth.TRUE ? 1L : 0L);
            default -> Optional.empty();
        };
    }

    /** The number that a value is, whole or not. */
    public static Optional<Double> fraction(Value value) {
        return value instanceof Value.Fraction(double number)
                ? Optional.of(number)
                : whole(value).map(Long::doubleValue);
    }
}
