package sockshell.libc;

import static sockshell.libc.Native.INT;
import static sockshell.libc.Native.LONG;
import static sockshell.libc.Native.POINTER;
import static sockshell.libc.Native.function;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.libc.platform.Platform;
import sockshell.sys.Fd;
import sockshell.sys.Readiness;
import sockshell.sys.Result;
import sockshell.sys.Struct;
import sockshell.sys.Struct.Field;

/** The waiting calls: the C prototype, its handle, the method that makes the call. */
final class LibcReadiness implements Readiness {
    private final Callers callers;
    private final Struct pollfd;
    private final Field pollFd;
    private final Field pollEvents;
    private final Field pollRevents;
    private final Struct timeval;
    private final Field seconds;
    private final Field micros;
    private final Struct epollEvent;
    private final Field events;
    private final Field data;

    LibcReadiness(Callers callers, Platform platform) {
        this.callers = callers;
        pollfd = platform.struct("pollfd");
        pollFd = pollfd.field("fd");
        pollEvents = pollfd.field("events");
        pollRevents = pollfd.field("revents");
        timeval = platform.struct("timeval");
        seconds = timeval.field("tv_sec");
        micros = timeval.field("tv_usec");
        epollEvent = platform.struct("epoll_event");
        events = epollEvent.field("events");
        data = epollEvent.field("data");
    }

    // int poll(struct pollfd *fds, nfds_t nfds, int timeout);
    private static final class CPoll {
        static final MethodHandle CALL = function("poll", INT, POINTER, LONG, INT);
    }

    @Override
    public Result<Polled> poll(List<Interest> interests, int timeout) {
        Caller caller = callers.get();
        long size = (long) pollfd.size() * interests.size();
        MemorySegment memory = caller.space(Sizes.checked("interests", size));
        long at = 0;
        for (Interest interest : interests) {
            Memory.put(memory, at, pollFd, interest.fd().number());
            Memory.put(memory, at, pollEvents, interest.events());
            at += pollfd.size();
        }
        try {
            int returned =
                    (int)
                            CPoll.CALL.invokeExact(
                                    caller.capture, memory, (long) interests.size(), timeout);
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(new Polled(returned, revents(memory)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    private List<Integer> revents(MemorySegment memory) {
        List<Integer> revents = new ArrayList<>();
        for (long at = 0; at < memory.byteSize(); at += pollfd.size()) {
            revents.add((int) Memory.get(memory, at, pollRevents));
        }
        return revents;
    }

    // int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds,
    //            struct timeval *timeout);
    private static final class CSelect {
        static final MethodHandle CALL =
                function("select", INT, INT, POINTER, POINTER, POINTER, POINTER);
    }

    @Override
    public Result<Selected> select(int nfds, FdSets sets, Optional<Duration> timeout) {
        Caller caller = callers.get();
        Bitmaps bitmaps = Bitmaps.of(nfds, sets);
        MemorySegment memory = caller.space(bitmaps.space() + (long) timeval.size());
        bitmaps.write(sets, memory);
        MemorySegment wait = MemorySegment.NULL;
        if (timeout.isPresent()) {
            wait = memory.asSlice(bitmaps.space());
            Memory.put(wait, 0, seconds, timeout.get().toSeconds());
            Memory.put(wait, 0, micros, timeout.get().toNanosPart() / 1000);
        }
        try {
            int returned =
                    (int)
                            CSelect.CALL.invokeExact(
                                    caller.capture,
                                    nfds,
                                    bitmaps.part(memory, 0),
                                    bitmaps.part(memory, 1),
                                    bitmaps.part(memory, 2),
                                    wait);
            return returned < 0
                    ? caller.failed()
                    : new Result.Ok<>(new Selected(returned, bitmaps.read(sets, memory)));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int epoll_create1(int flags);
    private static final class CEpollCreate1 {
        static final MethodHandle CALL = function("epoll_create1", INT, INT);
    }

    @Override
    public Result<Fd> epoll_create1(int flags) {
        Caller caller = callers.get();
        try {
            return caller.descriptor((int) CEpollCreate1.CALL.invokeExact(caller.capture, flags));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);
    private static final class CEpollCtl {
        static final MethodHandle CALL = function("epoll_ctl", INT, INT, INT, INT, POINTER);
    }

    @Override
    public Result<Integer> epoll_ctl(Fd epoll, int operation, Fd fd, Event event) {
        Caller caller = callers.get();
        MemorySegment memory = caller.space(epollEvent.size());
        Memory.put(memory, 0, events, event.events());
        Memory.put(memory, 0, data, event.data());
        try {
            return caller.count(
                    (int)
                            CEpollCtl.CALL.invokeExact(
                                    caller.capture,
                                    epoll.number(),
                                    operation,
                                    fd.number(),
                                    memory));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    // int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);
    private static final class CEpollWait {
        static final MethodHandle CALL = function("epoll_wait", INT, INT, POINTER, INT, INT);
    }

    @Override
    public Result<List<Event>> epoll_wait(Fd epoll, int most, int timeout) {
        Caller caller = callers.get();
        long size = (long) epollEvent.size() * Math.max(most, 0);
        MemorySegment memory = caller.space(Sizes.checked("most", size));
        try {
            int returned =
                    (int)
                            CEpollWait.CALL.invokeExact(
                                    caller.capture, epoll.number(), memory, most, timeout);
            return returned < 0 ? caller.failed() : new Result.Ok<>(happened(memory, returned));
        } catch (Throwable failure) {
            throw Native.rethrown(failure);
        }
    }

    private List<Event> happened(MemorySegment memory, int count) {
        List<Event> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = (long) i * epollEvent.size();
            list.add(new Event((int) Memory.get(memory, at, events), Memory.get(memory, at, data)));
        }
        return list;
    }
}
