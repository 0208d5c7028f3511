package sockshell.session;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import sockshell.libc.LibcKernel;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Descriptors;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Inspection;
import sockshell.sys.Kernel;
import sockshell.sys.Names;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Sockets;
import sockshell.sys.Struct;
import sockshell.sys.Task;
import sockshell.sys.Transfers;
import sockshell.sys.Tty;

/**
 * Nothing behind the port: every call answers ENOSYS at once, and no address has a name. It may
 * hand out descriptors, which lead nowhere. Constants and structures are the real ones.
 */
final class FakeKernel implements Kernel {
    private static final long NO_ADDRESS = 0xffffffffL;

    private final Kernel real = new LibcKernel();
    private final boolean handsOutDescriptors;
    private final AtomicInteger made = new AtomicInteger(1000);

    FakeKernel(boolean handsOutDescriptors) {
        this.handsOutDescriptors = handsOutDescriptors;
    }

    private <T> T family(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> answer(method)));
    }

    private Object answer(Method method) {
        Class<?> type = method.getReturnType();
        if (type == Result.class) {
            return handsOutDescriptors && gives(method) == Fd.class
                    ? new Result.Ok<>(new Fd(made.incrementAndGet()))
                    : new Result.Err<>(new Errno("ENOSYS", real.constants().number("ENOSYS")));
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == long.class ? NO_ADDRESS : "";
    }

    private static Object gives(Method method) {
        return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    }

    @Override
    public Sockets sockets() {
        return family(Sockets.class);
    }

    @Override
    public Transfers transfers() {
        return family(Transfers.class);
    }

    @Override
    public Descriptors descriptors() {
        return family(Descriptors.class);
    }

    @Override
    public Readiness readiness() {
        return family(Readiness.class);
    }

    @Override
    public Names names() {
        return family(Names.class);
    }

    @Override
    public Inspection inspection() {
        return family(Inspection.class);
    }

    @Override
    public Tty tty() {
        return family(Tty.class);
    }

    @Override
    public Constants constants() {
        return real.constants();
    }

    @Override
    public Map<String, Struct> structs() {
        return real.structs();
    }

    @Override
    public SockAddr.Raw encode(SockAddr address) {
        return real.encode(address);
    }

    @Override
    public SockAddr decode(SockAddr.Raw address) {
        return real.decode(address);
    }

    @Override
    public Buffer buffer(int size) {
        return new HeapBuffer(size);
    }

    @Override
    public Buffer nowhere() {
        return new HeapBuffer(0);
    }

    private static final class HeapBuffer implements Buffer {
        private final byte[] content;

        HeapBuffer(int size) {
            content = new byte[size];
        }

        @Override
        public int size() {
            return content.length;
        }

        @Override
        public Bytes get(int from, int count) {
            return Bytes.of(content).slice(from, from + count);
        }

        @Override
        public void put(int at, Bytes bytes) {
            System.arraycopy(bytes.toArray(), 0, content, at, bytes.length());
        }
    }

    @Override
    public Task task() {
        return new Awake();
    }

    private static final class Awake implements Task {
        @Override
        public Result<Integer> interrupt() {
            return new Result.Ok<>(0);
        }

        @Override
        public int number() {
            return 1;
        }

        @Override
        public Result<Integer> enter(String folder) {
            return new Result.Ok<>(0);
        }

        @Override
        public boolean isAsleep() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Override
    public int getpid() {
        return 1;
    }

    @Override
    public String system() {
        return "fake 1 none";
    }
}
