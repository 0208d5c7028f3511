package sockshell.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Errno;

/** Where a process is in its program: the next step, and the values that wait for theirs. */
final class Frame {
    private static final int STRETCH = 500;
    private static final Outcome NONE = new Outcome.Did();
    private static final Value ZERO = Value.Whole.of(0);

    private final Program program;
    private final Step[] steps;
    private int next;
    private Value[] values = {ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO};
    private int depth;
    private long[] turns = new long[4];
    private int loops;
    private Outcome outcome = NONE;
    private Optional<Failure> failure = Optional.empty();

    /** The call that failed last in a statement, for whoever can say why. */
    record Failure(Arguments call, Errno errno) {}

    Frame(Program program) {
        this.program = program;
        steps = program.steps().toArray(Step[]::new);
    }

    /** As fork(2) copies it: the child is at the same place, and goes its own way from here. */
    Frame copy() {
        Frame copy = new Frame(program);
        copy.next = next;
        copy.values = values.clone();
        copy.depth = depth;
        copy.turns = turns.clone();
        copy.loops = loops;
        return copy;
    }

    Program program() {
        return program;
    }

    boolean isDone() {
        return next >= steps.length;
    }

    /** Some steps: whoever calls again and again gets what the JIT has made of this by then. */
    void advance(SockProcess process) {
        for (int i = 0; i < STRETCH && next < steps.length; i++) {
            steps[next++].run(process, this);
        }
    }

    void jump(int step) {
        next = step;
    }

    /** Leaves out the rest. */
    void stop() {
        next = steps.length;
    }

    void push(Value value) {
        if (depth == values.length) {
            values = Arrays.copyOf(values, 2 * depth);
        }
        values[depth++] = value;
    }

    Value pop() {
        return values[--depth];
    }

    Value top() {
        return values[depth - 1];
    }

    /** The last values pushed, in the order in which they were. */
    Value[] take(int count) {
        depth -= count;
        return Arrays.copyOfRange(values, depth, depth + count);
    }

    /** The same for a value that has members. */
    List<Value> pop(int count) {
        return List.of(take(count));
    }

    void enterLoop(long times) {
        if (loops == turns.length) {
            turns = Arrays.copyOf(turns, 2 * loops);
        }
        turns[loops++] = times;
    }

    /** Whether the innermost loop has one more turn. */
    boolean turn() {
        return turns[loops - 1]-- > 0;
    }

    void leaveLoop() {
        loops--;
    }

    /** A call's result: the value is for the expression around it, the whole for the statement. */
    void give(Outcome given) {
        outcome = given;
        push(given.value());
    }

    void fail(Arguments call, Errno errno) {
        failure = Optional.of(new Failure(call, errno));
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<Failure> failure() {
        return failure;
    }

    /** A statement ends, or has a result that no call gave. */
    void settle(Outcome result) {
        outcome = result;
        failure = Optional.empty();
    }

    void settle() {
        settle(NONE);
    }
}
