package sockshell.sys;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The calls that wait for several descriptors at once. */
public interface Readiness {

    /** One {@code struct pollfd}: what is asked. */
    record Interest(Fd fd, int events) {}

    /** What poll(2) returned, and revents for each of those asked, in their order. */
    record Polled(int count, List<Integer> revents) {
        public Polled {
            revents = List.copyOf(revents);
        }
    }

    /** The three sets of select(2). */
    record FdSets(List<Fd> read, List<Fd> write, List<Fd> except) {
        public FdSets {
            read = List.copyOf(read);
            write = List.copyOf(write);
            except = List.copyOf(except);
        }
    }

    /** What select(2) returned, and what it left in the sets. */
    record Selected(int count, FdSets ready) {}

    /** One {@code struct epoll_event}; the data is the caller's own mark. */
    record Event(int events, long data) {}

    /** {@code int poll(struct pollfd *fds, nfds_t nfds, int timeout);} In milliseconds. */
    Result<Polled> poll(List<Interest> interests, int timeout);

    /** {@code int select(int nfds, fd_set *r, fd_set *w, fd_set *x, struct timeval *timeout);} */
    Result<Selected> select(int nfds, FdSets sets, Optional<Duration> timeout);

    /** {@code int epoll_create1(int flags);} */
    Result<Fd> epoll_create1(int flags);

    /** {@code int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);} */
    Result<Integer> epoll_ctl(Fd epoll, int operation, Fd fd, Event event);

    /** {@code int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);} */
    Result<List<Event>> epoll_wait(Fd epoll, int most, int timeout);
}
