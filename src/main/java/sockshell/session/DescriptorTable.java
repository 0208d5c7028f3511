package sockshell.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import sockshell.sys.Fd;

/**
 * A process's descriptors: its own small numbers, and the kernel's behind them. 0, 1 and 2 are the
 * terminal's; a new one is the lowest that is free, open(2).
 */
final class DescriptorTable {
    private static final int FIRST = 3;

    private final List<Optional<Fd>> behind = new ArrayList<>();
    private final BitSet used = new BitSet();

    DescriptorTable() {
        used.set(0, FIRST);
    }

    int add(Fd made) {
        int number = used.nextClearBit(FIRST);
        put(number, made);
        return number;
    }

    void put(int number, Fd made) {
        while (behind.size() <= number) {
            behind.add(Optional.empty());
        }
        behind.set(number, Optional.of(made));
        used.set(number);
    }

    Optional<Fd> find(long number) {
        return number < 0 || number >= behind.size() ? Optional.empty() : behind.get((int) number);
    }

    Optional<Fd> remove(long number) {
        Optional<Fd> removed = find(number);
        if (removed.isPresent()) {
            behind.set((int) number, Optional.empty());
            used.clear((int) number);
        }
        return removed;
    }

    /** The numbers in use, lowest first. */
    List<Integer> numbers() {
        return used.stream().filter(number -> number >= FIRST).boxed().toList();
    }
}
