package sockshell.libc;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import sockshell.libc.platform.TtyTable;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Result;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;
import sockshell.sys.Tty;

/** A terminal, by its requests of ioctl(2). */
final class LibcTty implements Tty {
    private static final List<String> FLAGS = List.of("c_iflag", "c_oflag", "c_cflag", "c_lflag");

    private final Callers callers;
    private final TtyTable table;

    LibcTty(Callers callers, TtyTable table) {
        this.callers = callers;
        this.table = table;
    }

    @Override
    public Result<Modes> modes(Fd fd) {
        return asked(fd, table.modes(), table.termios(), this::modes);
    }

    @Override
    public Result<Window> window(Fd fd) {
        return asked(fd, table.window(), table.winsize(), this::window);
    }

    /** What else there is in the structure, such as the speed of a line, stays as it was. */
    @Override
    public Result<Integer> change(Fd fd, Modes modes) {
        MemorySegment memory = callers.get().space(table.termios().size());
        Result<Integer> asked = request(fd, table.modes(), memory);
        if (asked instanceof Result.Err<Integer> failed) {
            return failed;
        }
        List<Long> flags = List.of(modes.input(), modes.output(), modes.control(), modes.local());
        for (int i = 0; i < FLAGS.size(); i++) {
            Memory.put(memory, 0, table.termios().field(FLAGS.get(i)), flags.get(i));
        }
        Field characters = table.termios().field("c_cc");
        int held = Math.min(characters.size(), modes.characters().length());
        Memory.put(memory, characters.offset(), modes.characters().slice(0, held));
        return request(fd, table.change(), memory);
    }

    private <T> Result<T> asked(
            Fd fd, long request, Struct struct, Function<MemorySegment, T> answer) {
        MemorySegment memory = callers.get().space(struct.size());
        return switch (request(fd, request, memory)) {
            case Result.Ok<Integer> _ -> new Result.Ok<>(answer.apply(memory));
            case Result.Err<Integer> failed -> new Result.Err<>(failed.errno());
        };
    }

    private Modes modes(MemorySegment memory) {
        List<Long> flags =
                FLAGS.stream()
                        .map(name -> Memory.get(memory, 0, table.termios().field(name)))
                        .toList();
        Field characters = table.termios().field("c_cc");
        Bytes bytes = Memory.bytes(memory, characters.offset(), characters.size());
        return new Modes(flags.get(0), flags.get(1), flags.get(2), flags.get(3), bytes);
    }

    private Window window(MemorySegment memory) {
        Struct winsize = table.winsize();
        return new Window(
                (int) Memory.get(memory, 0, winsize.field("ws_col")),
                (int) Memory.get(memory, 0, winsize.field("ws_row")));
    }

    private Result<Integer> request(Fd fd, long request, MemorySegment memory) {
        Caller caller = callers.get();
        try {
            return caller.count(
                    (int)
                            LibcDescriptors.CIoctl.CALL.invokeExact(
                                    caller.capture, fd.number(), request, memory));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
