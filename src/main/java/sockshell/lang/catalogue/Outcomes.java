package sockshell.lang.catalogue;

import java.util.List;
import java.util.function.Function;
import sockshell.lang.Value;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Makes outcomes of what the kernel answered. */
final class Outcomes {
    private Outcomes() {}

    /** Every call of a loop comes here, and instanceof is quick before the JIT is. */
    static <T> Outcome of(Result<T> result, Function<? super T, Outcome> made) {
        return result instanceof Result.Ok<T> done
                ? made.apply(done.value())
                : new Outcome.Failed(((Result.Err<T>) result).errno());
    }

    static Outcome count(Result<Integer> result) {
        return of(result, count -> Outcome.Gave.number(count));
    }

    /** None where the call did it. */
    static Outcome did(Result<Integer> result) {
        return of(result, _ -> new Outcome.Did());
    }

    static Outcome descriptor(Invocation in, Result<Fd> result) {
        return of(result, fd -> new Outcome.Made(List.of(in.adopt(fd))));
    }

    static Outcome pair(Invocation in, Result<Pair> result) {
        return of(
                result,
                pair -> new Outcome.Made(List.of(in.adopt(pair.first()), in.adopt(pair.second()))));
    }

    static Outcome address(Result<SockAddr> result) {
        return of(result, address -> new Outcome.Gave(new Value.Address(address)));
    }

    static Outcome text(String text) {
        return new Outcome.Gave(Value.Text.of(text));
    }

    /** Text as C takes it, which can't have a NUL within. */
    static String terminated(Invocation in, int argument) {
        String text = in.text(argument);
        if (text.indexOf('\0') >= 0) {
            throw in.mistake(argument, "a C string ends at its first NUL", "");
        }
        return text;
    }

    /** C cuts a number to its type without a word; here there is one. */
    static void remarkCut(Invocation in, String what, long number, int bits) {
        long cut = number & ((1L << bits) - 1);
        if (bits < Long.SIZE && cut != number) {
            in.remark(what + " has " + bits + " bits: " + number + " is cut to " + cut + ".");
        }
    }
}
