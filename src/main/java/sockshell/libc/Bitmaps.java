package sockshell.libc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockshell.sys.Fd;
import sockshell.sys.Readiness.FdSets;

/**
 * The three {@code fd_set}s of select(2), one behind the other, each of {@code words} longs. C's
 * ends at FD_SETSIZE; the kernel goes as far as nfds says, and so do these.
 */
record Bitmaps(int words) {
    /* fs.nr_open: no process has a higher descriptor. */
    private static final int MOST = 1 << 20;

    static Bitmaps of(int nfds, FdSets sets) {
        int bits = checked("nfds", Math.max(nfds, 0));
        for (Fd fd : all(sets)) {
            bits = Math.max(bits, checked("descriptor", fd.number()) + 1);
        }
        return new Bitmaps((bits + Long.SIZE - 1) / Long.SIZE);
    }

    private static int checked(String argument, int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException(
                    argument + ": " + number + " is not within 0 to " + MOST + ", as fd_set is");
        }
        return number;
    }

    private static List<Fd> all(FdSets sets) {
        return Stream.of(sets.read(), sets.write(), sets.except()).flatMap(List::stream).toList();
    }

    int space() {
        return 3 * words * Long.BYTES;
    }

    MemorySegment part(MemorySegment memory, int index) {
        return memory.asSlice((long) index * words * Long.BYTES, (long) words * Long.BYTES);
    }

    void write(FdSets sets, MemorySegment memory) {
        write(sets.read(), part(memory, 0));
        write(sets.write(), part(memory, 1));
        write(sets.except(), part(memory, 2));
    }

    private static void write(List<Fd> fds, MemorySegment set) {
        for (Fd fd : fds) {
            long at = fd.number() / Long.SIZE;
            long word = set.getAtIndex(ValueLayout.JAVA_LONG, at);
            set.setAtIndex(ValueLayout.JAVA_LONG, at, word | 1L << fd.number());
        }
    }

    /** Those of the descriptors asked for that are still set. */
    FdSets read(FdSets sets, MemorySegment memory) {
        return new FdSets(
                read(sets.read(), part(memory, 0)),
                read(sets.write(), part(memory, 1)),
                read(sets.except(), part(memory, 2)));
    }

    private static List<Fd> read(List<Fd> fds, MemorySegment set) {
        List<Fd> ready = new ArrayList<>();
        for (Fd fd : fds) {
            long word = set.getAtIndex(ValueLayout.JAVA_LONG, fd.number() / Long.SIZE);
            if ((word >>> fd.number() & 1) != 0) {
                ready.add(fd);
            }
        }
        return ready;
    }
}
