package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import sockshell.libc.inspection.LibcInspection;
import sockshell.libc.platform.Platform;
import sockshell.libc.platform.TtyTable;
import sockshell.sys.Buffer;
import sockshell.sys.Constants;
import sockshell.sys.Descriptors;
import sockshell.sys.Inspection;
import sockshell.sys.Kernel;
import sockshell.sys.Names;
import sockshell.sys.Readiness;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets;
import sockshell.sys.Struct;
import sockshell.sys.Task;
import sockshell.sys.Transfers;
import sockshell.sys.Tty;

/** The kernel of this machine, by way of its C library. */
public final class LibcKernel implements Kernel {
    private final Platform platform = Platform.here();
    private final Callers callers = new Callers(platform.failures());
    private final Addresses addresses = new Addresses(platform);
    private final Signals signals = new Signals(platform);
    private final Sockets sockets = new LibcSockets(callers, addresses);
    private final Transfers transfers =
            new LibcTransfers(callers, addresses, new Messages(platform, addresses));
    private final Descriptors descriptors = new LibcDescriptors(callers, platform, signals);
    private final Readiness readiness = new LibcReadiness(callers, platform);
    private final Names names = new LibcNames(callers, platform, addresses);
    private final Tty tty = new LibcTty(callers, TtyTable.of(platform));
    private final Inspection inspection = new LibcInspection(this, platform);

    @Override
    public Sockets sockets() {
        return sockets;
    }

    @Override
    public Transfers transfers() {
        return transfers;
    }

    @Override
    public Descriptors descriptors() {
        return descriptors;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Inspection inspection() {
        return inspection;
    }

    @Override
    public Tty tty() {
        return tty;
    }

    @Override
    public Constants constants() {
        return platform.constants();
    }

    @Override
    public Map<String, Struct> structs() {
        return platform.structs();
    }

    @Override
    public SockAddr.Raw encode(SockAddr address) {
        MemorySegment memory = callers.get().address;
        int length = addresses.write(address, memory);
        int held = Math.clamp(length, 0, Caller.ADDRESS_SPACE);
        return new SockAddr.Raw(Memory.bytes(memory, 0, held), length);
    }

    @Override
    public SockAddr decode(SockAddr.Raw address) {
        MemorySegment memory = callers.get().address;
        return addresses.decode(memory, addresses.write(address, memory));
    }

    @Override
    public Buffer buffer(int size) {
        return NativeBuffer.ofSize(size);
    }

    @Override
    public Buffer nowhere() {
        return NativeBuffer.NULL;
    }

    @Override
    public Task task() {
        return LibcTask.own(callers, signals, getpid());
    }

    // pid_t getpid(void);
    private static final class CGetpid {
        static final MethodHandle CALL = function("getpid", INT);
    }

    @Override
    public int getpid() {
        try {
            return (int) CGetpid.CALL.invokeExact(callers.get().capture);
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int uname(struct utsname *buf);
    private static final class CUname {
        static final MethodHandle CALL = function("uname", INT, POINTER);
    }

    @Override
    public String system() {
        Struct utsname = platform.struct("utsname");
        MemorySegment memory = callers.get().space(utsname.size());
        try {
            int returned = (int) CUname.CALL.invokeExact(callers.get().capture, memory);
            if (returned != 0) {
                return platform.system();
            }
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
        String release = memory.getString(utsname.field("release").offset());
        String machine = memory.getString(utsname.field("machine").offset());
        return platform.system() + " " + shortened(release) + " " + machine;
    }

    /** The first two numbers of a release, {@code 6.18.44-generic}: the rest is the packager's. */
    private static String shortened(String release) {
        return release.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }
}
