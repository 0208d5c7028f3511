package sockshell.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import sockshell.libc.platform.Platform;

/**
 * Finds the C library's functions and makes handles of them. A handle's first argument is the
 * segment that takes errno, which is only true until the thread's next call. Each handle sits in a
 * class of its own, {@code CBind} for bind(2): it is made when the call is made for the first time,
 * as making all of them at the start would take longer than the rest of it.
 */
final class Native {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    static final ValueLayout POINTER = ValueLayout.ADDRESS;

    static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option CAPTURES_ERRNO = Linker.Option.captureCallState("errno");

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = LINKER.defaultLookup();

    private Native() {}

    /** A function of fixed parameters. */
    static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return handle(name, FunctionDescriptor.of(result, parameters), CAPTURES_ERRNO);
    }

    /** A function that returns nothing. */
    static MethodHandle procedure(String name, MemoryLayout... parameters) {
        return handle(name, FunctionDescriptor.ofVoid(parameters), CAPTURES_ERRNO);
    }

    /** A function whose parameters from the third on are C's {@code ...}: fcntl, ioctl, open. */
    static MethodHandle variadic(String name, MemoryLayout result, MemoryLayout... parameters) {
        return handle(
                name,
                FunctionDescriptor.of(result, parameters),
                CAPTURES_ERRNO,
                Linker.Option.firstVariadicArg(2));
    }

    /** The address of a function or variable, NULL where the library has none. */
    static MemorySegment symbol(String name) {
        return LIBRARY.find(name).orElse(MemorySegment.NULL);
    }

    static boolean has(String name) {
        return LIBRARY.find(name).isPresent();
    }

    static int errno(MemorySegment capture) {
        return (int) ERRNO.get(capture, 0L);
    }

    /**
     * A handle is declared to throw anything and throws nothing of its own accord; what does come
     * out of a call's method, a refused argument for one, goes on to the caller as it is.
     */
    static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException("a C function threw", failure);
        };
    }

    @SuppressWarnings("restricted") // this room is what may do so
    private static MethodHandle handle(
            String name, FunctionDescriptor shape, Linker.Option... options) {
        MemorySegment address = symbol(name);
        return address.equals(MemorySegment.NULL)
                ? missing(shape)
                : LINKER.downcallHandle(address, shape, options);
    }

    /** What stands for a function that this system lacks: it gives -1 and ENOSYS, or nothing. */
    private static MethodHandle missing(FunctionDescriptor shape) {
        MethodType type = shape.toMethodType().insertParameterTypes(0, MemorySegment.class);
        if (type.returnType() != int.class && type.returnType() != long.class) {
            return MethodHandles.empty(type);
        }
        MethodType enosys = MethodType.methodType(int.class, MemorySegment.class);
        try {
            MethodHandle answer = MethodHandles.lookup().findStatic(Native.class, "enosys", enosys);
            return MethodHandles.dropArguments(
                            answer, 1, type.parameterList().subList(1, type.parameterCount()))
                    .asType(type);
        } catch (ReflectiveOperationException failure) {
            throw rethrown(failure);
        }
    }

    @SuppressWarnings("UnusedMethod") // found by its name, above
    private static int enosys(MemorySegment capture) {
        ERRNO.set(capture, 0L, Platform.here().constants().number("ENOSYS"));
        return -1;
    }
}
