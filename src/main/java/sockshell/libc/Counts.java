package sockshell.libc;

import java.util.Arrays;
import sockshell.sys.Result;

/**
 * The counts that calls returned to one thread, as results; a count that comes again is the same
 * object again. Each has one place in a table, which its number decides; where two have the same
 * place the later one is kept.
 */
final class Counts {
    private static final int BITS = 10;

    /** 2^32 by the golden ratio: spreads numbers that lie close, and those like 1 and 65536. */
    private static final int SPREAD = 0x9e3779b9;

    private final int[] numbers = new int[1 << BITS];
    private final Result<Integer>[] results = zeros();

    private static Result<Integer>[] zeros() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
        Result<Integer>[] results = new Result[1 << BITS];
        Arrays.fill(results, new Result.Ok<>(0));
        return results;
    }

    Result<Integer> of(int count) {
        int place = (count * SPREAD) >>> (Integer.SIZE - BITS);
        if (numbers[place] != count) {
            numbers[place] = count;
            results[place] = new Result.Ok<>(count);
        }
        return results[place];
    }
}
