package sockshell.transcript.replay;

import java.util.Map;
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

/** The kernel that a replay's processes call: the one below, within the replay's limits. */
final class Stage implements Kernel {
    private final Kernel below;
    private final Scratch scratch;
    private final Sockets sockets;
    private final Transfers transfers;
    private final Descriptors descriptors;
    private final Names names;

    Stage(Kernel below, Patience patience, Scratch scratch, boolean isTrusted) {
        this.below = below;
        this.scratch = scratch;
        Limits limits = isTrusted ? Limits.NONE : new AtHome(below, scratch);
        sockets = new LimitedSockets(below, limits);
        transfers = new PatientTransfers(below.transfers(), limits, patience);
        descriptors =
                new LimitedDescriptors(
                        below.descriptors(), limits, scratch, below.constants().number("O_CREAT"));
        names = new LimitedNames(below.names(), limits);
    }

    /** Each process has a thread, which begins by asking for its task. */
    @Override
    public Task task() {
        Task task = below.task();
        task.enter(scratch.folder().toString());
        return task;
    }

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
    public Names names() {
        return names;
    }

    @Override
    public Readiness readiness() {
        return below.readiness();
    }

    @Override
    public Inspection inspection() {
        return below.inspection();
    }

    @Override
    public Tty tty() {
        return below.tty();
    }

    @Override
    public Constants constants() {
        return below.constants();
    }

    @Override
    public Map<String, Struct> structs() {
        return below.structs();
    }

    @Override
    public SockAddr.Raw encode(SockAddr address) {
        return below.encode(address);
    }

    @Override
    public SockAddr decode(SockAddr.Raw address) {
        return below.decode(address);
    }

    @Override
    public Buffer buffer(int size) {
        return below.buffer(size);
    }

    @Override
    public Buffer nowhere() {
        return below.nowhere();
    }

    @Override
    public int getpid() {
        return below.getpid();
    }

    @Override
    public String system() {
        return below.system();
    }
}
