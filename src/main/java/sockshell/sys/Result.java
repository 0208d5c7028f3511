package sockshell.sys;

import java.util.function.Function;

/** What the kernel answered: a failed call is an answer like any other, never an exception. */
public sealed interface Result<T> {

    /** The call did it. */
    record Ok<T>(T value) implements Result<T> {}

    /** The call returned -1 (or what stands for it) and said why. */
    record Err<T>(Errno errno) implements Result<T> {}

    /** The same answer with its value seen through {@code step}; a failure stays as it is. */
    default <R> Result<R> map(Function<? super T, ? extends R> step) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(step.apply(value));
            case Err<T>(Errno errno) -> new Err<>(errno);
        };
    }

    /** Goes on with another call where this one did it. */
    default <R> Result<R> then(Function<? super T, Result<R>> step) {
        return switch (this) {
            case Ok<T>(T value) -> step.apply(value);
            case Err<T>(Errno errno) -> new Err<>(errno);
        };
    }

    /** The value, or {@code other} where the call failed. */
    default T orElse(T other) {
        return this instanceof Ok<T>(T value) ? value : other;
    }
}
