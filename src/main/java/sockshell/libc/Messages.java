package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.SIZE;
import static sockshell.libc.Native.function;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import sockshell.libc.platform.Platform;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Message;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** sendmsg and recvmsg: a {@code struct msghdr} with its buffers and its control messages. */
final class Messages {

    /** Where recvmsg may write to. */
    record Room(List<Buffer> parts, int controlSpace) {
        Room {
            parts = List.copyOf(parts);
        }
    }

    private final Addresses addresses;
    private final Controls controls;
    private final Struct header;
    private final Struct part;
    private final Field name;
    private final Field nameLength;
    private final Field parts;
    private final Field partCount;
    private final Field control;
    private final Field controlLength;
    private final Field headerFlags;
    private final Field partBase;
    private final Field partLength;

    Messages(Platform platform, Addresses addresses) {
        this.addresses = addresses;
        controls = new Controls(platform);
        header = platform.struct("msghdr");
        part = platform.struct("iovec");
        name = header.field("msg_name");
        nameLength = header.field("msg_namelen");
        parts = header.field("msg_iov");
        partCount = header.field("msg_iovlen");
        control = header.field("msg_control");
        controlLength = header.field("msg_controllen");
        headerFlags = header.field("msg_flags");
        partBase = part.field("iov_base");
        partLength = part.field("iov_len");
    }

    // ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags);
    private static final class CSendmsg {
        static final MethodHandle CALL = function("sendmsg", SIZE, INT, POINTER, INT);
    }

    Result<Integer> send(Caller caller, Fd fd, Message.Outgoing message, int flags) {
        int controlSpace = controls.space(message.control());
        MemorySegment memory = lay(caller, message.parts(), controlSpace);
        if (controlSpace > 0) {
            controls.write(message.control(), controlPart(memory, controlSpace));
        }
        message.to().ifPresent(to -> setName(memory, caller, addresses.write(to, caller.address)));
        try {
            return caller.count(
                    (long) CSendmsg.CALL.invokeExact(caller.capture, fd.number(), memory, flags));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        } finally {
            Reference.reachabilityFence(message);
        }
    }

    // ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags);
    private static final class CRecvmsg {
        static final MethodHandle CALL = function("recvmsg", SIZE, INT, POINTER, INT);
    }

    Result<Message.Incoming> receive(Caller caller, Fd fd, Room room, int flags) {
        int controlSpace = Sizes.checked("controlSpace", room.controlSpace());
        MemorySegment memory = lay(caller, room.parts(), controlSpace);
        setName(memory, caller, Caller.ADDRESS_ROOM);
        try {
            long returned =
                    (long) CRecvmsg.CALL.invokeExact(caller.capture, fd.number(), memory, flags);
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(incoming(caller, memory, (int) returned));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        } finally {
            Reference.reachabilityFence(room);
        }
    }

    /**
     * The header, the array of parts behind it, and the control messages behind that. An address in
     * memory keeps no buffer alive: who makes the call holds them until it returns.
     */
    private MemorySegment lay(Caller caller, List<Buffer> buffers, int controlSpace) {
        long partsSize = (long) part.size() * buffers.size();
        long size = header.size() + partsSize + controlSpace;
        MemorySegment memory = caller.space(Sizes.checked("message", size));
        Memory.put(memory, 0, parts, memory.address() + header.size());
        Memory.put(memory, 0, partCount, buffers.size());
        long at = header.size();
        for (Buffer buffer : buffers) {
            MemorySegment target = NativeBuffer.memory(buffer);
            Memory.put(memory, at, partBase, target.address());
            Memory.put(memory, at, partLength, target.byteSize());
            at += part.size();
        }
        if (controlSpace > 0) {
            Memory.put(memory, 0, control, memory.address() + at);
            Memory.put(memory, 0, controlLength, controlSpace);
        }
        return memory;
    }

    private void setName(MemorySegment memory, Caller caller, int length) {
        Memory.put(memory, 0, name, caller.address.address());
        Memory.put(memory, 0, nameLength, length);
    }

    private static MemorySegment controlPart(MemorySegment memory, int size) {
        return memory.asSlice(memory.byteSize() - size);
    }

    private Message.Incoming incoming(Caller caller, MemorySegment memory, int count) {
        int fromLength = (int) Memory.get(memory, 0, nameLength);
        Optional<SockAddr> from = addresses.read(caller.address, fromLength);
        int flags = (int) Memory.get(memory, 0, headerFlags);
        return new Message.Incoming(count, from, flags, controls.read(received(memory)));
    }

    private MemorySegment received(MemorySegment memory) {
        long size = Memory.get(memory, 0, controlLength);
        long start = Memory.get(memory, 0, control);
        return size == 0 ? MemorySegment.NULL : memory.asSlice(start - memory.address(), size);
    }
}
