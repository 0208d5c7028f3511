package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.LONG;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.SIZE;
import static sockshell.libc.Native.function;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.OptionalLong;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Message;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Transfers;

/** The calls that move data; a buffer's memory goes to the kernel as it is, without a copy. */
final class LibcTransfers implements Transfers {
    private final Callers callers;
    private final Addresses addresses;
    private final Messages messages;

    LibcTransfers(Callers callers, Addresses addresses, Messages messages) {
        this.callers = callers;
        this.addresses = addresses;
        this.messages = messages;
    }

    // ssize_t read(int fd, void *buf, size_t count);
    private static final class CRead {
        static final MethodHandle CALL = function("read", SIZE, INT, POINTER, SIZE);
    }

    @Override
    public Result<Integer> read(Fd fd, Buffer into, int length) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(into, length);
        try {
            return caller.count(
                    (long)
                            CRead.CALL.invokeExact(
                                    caller.capture, fd.number(), memory, (long) length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // ssize_t write(int fd, const void *buf, size_t count);
    private static final class CWrite {
        static final MethodHandle CALL = function("write", SIZE, INT, POINTER, SIZE);
    }

    @Override
    public Result<Integer> write(Fd fd, Buffer data, int length) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(data, length);
        try {
            return caller.count(
                    (long)
                            CWrite.CALL.invokeExact(
                                    caller.capture, fd.number(), memory, (long) length));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // ssize_t send(int sockfd, const void *buf, size_t len, int flags);
    private static final class CSend {
        static final MethodHandle CALL = function("send", SIZE, INT, POINTER, SIZE, INT);
    }

    @Override
    public Result<Integer> send(Fd fd, Buffer data, int length, int flags) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(data, length);
        try {
            return caller.count(
                    (long)
                            CSend.CALL.invokeExact(
                                    caller.capture, fd.number(), memory, (long) length, flags));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // ssize_t sendto(int sockfd, const void *buf, size_t len, int flags,
    //                const struct sockaddr *dest_addr, socklen_t addrlen);
    private static final class CSendto {
        static final MethodHandle CALL =
                function("sendto", SIZE, INT, POINTER, SIZE, INT, POINTER, INT);
    }

    @Override
    public Result<Integer> sendto(Fd fd, Buffer data, int length, int flags, SockAddr to) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(data, length);
        int addressLength = addresses.write(to, caller.address);
        try {
            return caller.count(
                    (long)
                            CSendto.CALL.invokeExact(
                                    caller.capture,
                                    fd.number(),
                                    memory,
                                    (long) length,
                                    flags,
                                    caller.address,
                                    addressLength));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    @Override
    public Result<Integer> sendmsg(Fd fd, Message.Outgoing message, int flags) {
        return messages.send(callers.get(), fd, message, flags);
    }

    // ssize_t recv(int sockfd, void *buf, size_t len, int flags);
    private static final class CRecv {
        static final MethodHandle CALL = function("recv", SIZE, INT, POINTER, SIZE, INT);
    }

    @Override
    public Result<Integer> recv(Fd fd, Buffer into, int length, int flags) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(into, length);
        try {
            return caller.count(
                    (long)
                            CRecv.CALL.invokeExact(
                                    caller.capture, fd.number(), memory, (long) length, flags));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags,
    //                  struct sockaddr *src_addr, socklen_t *addrlen);
    private static final class CRecvfrom {
        static final MethodHandle CALL =
                function("recvfrom", SIZE, INT, POINTER, SIZE, INT, POINTER, POINTER);
    }

    @Override
    public Result<Received> recvfrom(Fd fd, Buffer into, int length, int flags) {
        Caller caller = callers.get();
        MemorySegment memory = NativeBuffer.memory(into, length);
        try {
            long returned =
                    (long)
                            CRecvfrom.CALL.invokeExact(
                                    caller.capture,
                                    fd.number(),
                                    memory,
                                    (long) length,
                                    flags,
                                    caller.address,
                                    caller.room());
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(
                            new Received(
                                    (int) returned,
                                    addresses.read(caller.address, caller.length.get(INT, 0))));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    @Override
    public Result<Message.Incoming> recvmsg(Fd fd, List<Buffer> into, int controlSpace, int flags) {
        return messages.receive(callers.get(), fd, new Messages.Room(into, controlSpace), flags);
    }

    // ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count);
    private static final class CSendfile {
        static final MethodHandle CALL = function("sendfile", SIZE, INT, INT, POINTER, SIZE);
    }

    @Override
    public Result<Integer> sendfile(Fd out, Fd in, OptionalLong offset, long count) {
        Caller caller = callers.get();
        MemorySegment from = MemorySegment.NULL;
        if (offset.isPresent()) {
            from = caller.offset;
            from.set(LONG, 0, offset.getAsLong());
        }
        try {
            return caller.count(
                    (long)
                            CSendfile.CALL.invokeExact(
                                    caller.capture, out.number(), in.number(), from, count));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }
}
