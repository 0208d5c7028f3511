package sockshell.libc;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import sockshell.libc.platform.Platform;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Message.Control;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/**
 * Control messages in memory, one {@code struct cmsghdr} with its data after the other, cmsg(3).
 */
final class Controls {
    private final int socketLevel;
    private final int rights;
    private final Field length;
    private final Field level;
    private final Field type;
    private final int alignment;
    private final int dataOffset;

    Controls(Platform platform) {
        socketLevel = platform.constants().number("SOL_SOCKET");
        rights = platform.constants().number("SCM_RIGHTS");
        Struct header = platform.struct("cmsghdr");
        length = header.field("cmsg_len");
        level = header.field("cmsg_level");
        type = header.field("cmsg_type");
        alignment = length.size();
        dataOffset = aligned(header.size());
    }

    /** CMSG_SPACE of them all. */
    int space(List<Control> controls) {
        long space = 0;
        for (Control control : controls) {
            space += aligned(dataOffset + data(control).length());
        }
        return Sizes.checked("control", space);
    }

    void write(List<Control> controls, MemorySegment memory) {
        long at = 0;
        for (Control control : controls) {
            Bytes data = data(control);
            Memory.put(memory, at, length, dataOffset + data.length());
            Memory.put(memory, at, level, level(control));
            Memory.put(memory, at, type, type(control));
            Memory.put(memory, at + dataOffset, data);
            at += aligned(dataOffset + data.length());
        }
    }

    /** As many as are there whole; the last one may be cut short, MSG_CTRUNC says so. */
    List<Control> read(MemorySegment memory) {
        List<Control> controls = new ArrayList<>();
        long at = 0;
        while (at + dataOffset <= memory.byteSize()) {
            long size = Memory.get(memory, at, length);
            if (size < dataOffset || at + size > memory.byteSize()) {
                break;
            }
            controls.add(
                    control(memory, at, Memory.bytes(memory, at + dataOffset, size - dataOffset)));
            at += aligned((int) size);
        }
        return controls;
    }

    private Control control(MemorySegment memory, long at, Bytes data) {
        int itsLevel = (int) Memory.get(memory, at, level);
        int itsType = (int) Memory.get(memory, at, type);
        return itsLevel == socketLevel && itsType == rights
                ? new Control.Rights(descriptors(data))
                : new Control.Other(itsLevel, itsType, data);
    }

    private int level(Control control) {
        return switch (control) {
            case Control.Rights _ -> socketLevel;
            case Control.Other other -> other.level();
        };
    }

    private int type(Control control) {
        return switch (control) {
            case Control.Rights _ -> rights;
            case Control.Other other -> other.type();
        };
    }

    private static Bytes data(Control control) {
        return switch (control) {
            case Control.Rights(List<Fd> fds) -> numbers(fds);
            case Control.Other other -> other.data();
        };
    }

    private static Bytes numbers(List<Fd> fds) {
        MemorySegment array = MemorySegment.ofArray(fds.stream().mapToInt(Fd::number).toArray());
        return Memory.bytes(array, 0, array.byteSize());
    }

    private static List<Fd> descriptors(Bytes data) {
        MemorySegment array = MemorySegment.ofArray(data.toArray());
        List<Fd> fds = new ArrayList<>();
        for (long at = 0; at + Integer.BYTES <= array.byteSize(); at += Integer.BYTES) {
            fds.add(new Fd(array.get(Native.INT.withByteAlignment(1), at)));
        }
        return fds;
    }

    private int aligned(int size) {
        return (size + alignment - 1) / alignment * alignment;
    }
}
