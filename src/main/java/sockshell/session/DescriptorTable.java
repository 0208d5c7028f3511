package sockshell.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.session.told.Statement;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/**
 * A process's descriptors: its own small numbers, and the kernel's behind them. 0, 1 and 2 are the
 * terminal's; a new one is the lowest that is free, open(2).
 */
final class DescriptorTable {
    static final int FIRST = 3;

    private final List<Optional<Fd>> behind = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final Map<Integer, Statement> closed = new HashMap<>();

    private final Budget budget;

    DescriptorTable(Budget budget) {
        this.budget = budget;
        budget.took();
        used.set(0, FIRST);
    }

    boolean hasRoomFor(int more) {
        return budget.hasRoomFor(more);
    }

    Budget budget() {
        return budget;
    }

    int add(Fd made) {
        return add(made, FIRST);
    }

    /** The lowest that is free from {@code least} on. */
    int add(Fd made, int least) {
        int number = used.nextClearBit(Math.max(least, FIRST));
        put(number, made);
        return number;
    }

    void put(int number, Fd made) {
        while (behind.size() <= number) {
            behind.add(Optional.empty());
        }
        if (behind.set(number, Optional.of(made)).isEmpty()) {
            budget.took();
        }
        used.set(number);
        closed.remove(number);
    }

    Optional<Fd> find(long number) {
        return number < 0 || number >= behind.size() ? Optional.empty() : behind.get((int) number);
    }

    /** Gives a number back, and keeps in mind which statement did it. */
    void remove(long number, Statement by) {
        if (find(number).isPresent()) {
            behind.set((int) number, Optional.empty());
            budget.gave();
            used.clear((int) number);
            closed.put((int) number, by);
        }
    }

    /** Which statement closed a number that was open once, and is not any more. */
    Optional<Statement> closing(long number) {
        return number == (int) number
                ? Optional.ofNullable(closed.get((int) number))
                : Optional.empty();
    }

    /**
     * As fork(2) copies it: the same numbers, and behind them descriptors of the same open
     * descriptions, so that what they share ends with the last close(2) of either.
     */
    Result<DescriptorTable> copy(Kernel kernel) {
        DescriptorTable copy = new DescriptorTable(budget);
        for (int number : numbers()) {
            Optional<Fd> original = find(number);
            Result<Fd> twin = twin(kernel, original.orElseThrow());
            if (twin instanceof Result.Err<Fd>(var errno)) {
                copy.closeAll(kernel);
                return new Result.Err<>(errno);
            }
            copy.put(number, twin.orElse(original.get()));
        }
        copy.closed.putAll(closed);
        return new Result.Ok<>(copy);
    }

    /** dup(2) alone would forget FD_CLOEXEC, and fork(2) does not. */
    private static Result<Fd> twin(Kernel kernel, Fd fd) {
        Constants constants = kernel.constants();
        int flags = kernel.descriptors().fcntl(fd, constants.number("F_GETFD"), 0).orElse(0);
        return (flags & constants.number("FD_CLOEXEC")) == 0
                ? kernel.descriptors().dup(fd)
                : kernel.descriptors()
                        .fcntl(fd, constants.number("F_DUPFD_CLOEXEC"), 0)
                        .map(Fd::new);
    }

    /** The process is gone, and what looking at its thread took as well. */
    void closeAll(Kernel kernel) {
        for (int number : numbers()) {
            find(number).ifPresent(fd -> kernel.descriptors().close(fd));
            budget.gave();
        }
        budget.gave();
    }

    /** The numbers in use, lowest first. */
    List<Integer> numbers() {
        return used.stream().filter(number -> number >= FIRST).boxed().toList();
    }
}
