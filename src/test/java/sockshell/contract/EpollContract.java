package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Readiness.Event;
import sockshell.sys.Result;

/** epoll(7): interests that stay, by level and by edge. */
public abstract class EpollContract extends FolderContract {
    private static final long MARK = 0x0123_4567_89ab_cdefL;

    protected EpollContract(Kernel kernel) {
        super(kernel);
    }

    private Fd epoll() {
        return keep(ok(kernel.readiness().epoll_create1(0)));
    }

    private Result<Integer> control(String operation, Fd epoll, Fd fd, int events, long data) {
        return kernel.readiness().epoll_ctl(epoll, n(operation), fd, new Event(events, data));
    }

    private Result<Integer> add(Fd epoll, Fd fd, int events) {
        return control("EPOLL_CTL_ADD", epoll, fd, events, MARK);
    }

    private Result<Integer> change(Fd epoll, Fd fd, int events) {
        return control("EPOLL_CTL_MOD", epoll, fd, events, MARK);
    }

    private Result<Integer> remove(Fd epoll, Fd fd) {
        return control("EPOLL_CTL_DEL", epoll, fd, 0, 0);
    }

    /** One that waits for the events of one descriptor. */
    private Fd epollOf(Fd fd, int events) {
        Fd epoll = epoll();
        ok(add(epoll, fd, events));
        return epoll;
    }

    private Result<List<Event>> await(Fd epoll, int most, int timeout) {
        return kernel.readiness().epoll_wait(epoll, most, timeout);
    }

    private List<Event> now(Fd epoll) {
        return ok(await(epoll, 10, 0));
    }

    private static List<Event> only(int events) {
        return List.of(new Event(events, MARK));
    }

    @Test
    void a_new_one_has_nothing_to_tell() {
        assertThat(now(epoll())).isEmpty();
    }

    @Test
    void EPOLL_CLOEXEC_closes_it_upon_exec() {
        Fd epoll = keep(ok(kernel.readiness().epoll_create1(n("EPOLL_CLOEXEC"))));
        assertThat(ok(kernel.descriptors().fcntl(epoll, n("F_GETFD"), 0)))
                .isEqualTo(n("FD_CLOEXEC"));
    }

    @Test
    void unknown_flags_are_EINVAL() {
        fails(kernel.readiness().epoll_create1(1), "EINVAL");
    }

    @Test
    void an_event_comes_with_the_data_given() {
        Fd epoll = epollOf(streamPair().first(), n("EPOLLOUT"));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLOUT")));
    }

    @Test
    void data_may_be_any_64_bits() {
        Fd epoll = epoll();
        ok(control("EPOLL_CTL_ADD", epoll, streamPair().first(), n("EPOLLOUT"), -1L));
        assertThat(now(epoll).getFirst().data()).isEqualTo(-1L);
    }

    @Test
    void events_of_several_descriptors_are_told_apart_by_their_data() {
        Fd epoll = epoll();
        int out = n("EPOLLOUT");
        ok(control("EPOLL_CTL_ADD", epoll, streamPair().first(), out, 1));
        ok(control("EPOLL_CTL_ADD", epoll, streamPair().first(), out, 2));
        ok(control("EPOLL_CTL_ADD", epoll, pipe().second(), out, 3));
        assertThat(now(epoll))
                .containsExactlyInAnyOrder(new Event(out, 1), new Event(out, 2), new Event(out, 3));
    }

    @Test
    void only_events_asked_for_are_told() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLIN"));
        assertThat(now(epoll)).isEmpty();
        ok(send(pair.second(), "x"));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLIN")));
    }

    @Test
    void EPOLL_CTL_MOD_changes_events_and_data() {
        Fd fd = streamPair().first();
        Fd epoll = epollOf(fd, n("EPOLLIN"));
        ok(control("EPOLL_CTL_MOD", epoll, fd, n("EPOLLOUT"), 7));
        assertThat(now(epoll)).containsExactly(new Event(n("EPOLLOUT"), 7));
    }

    @Test
    void EPOLL_CTL_DEL_ends_it() {
        Fd fd = streamPair().first();
        Fd epoll = epollOf(fd, n("EPOLLOUT"));
        ok(remove(epoll, fd));
        assertThat(now(epoll)).isEmpty();
    }

    @Test
    void adding_twice_is_EEXIST() {
        Fd fd = streamPair().first();
        fails(add(epollOf(fd, 0), fd, 0), "EEXIST");
    }

    @Test
    void changing_what_was_not_added_is_ENOENT() {
        fails(change(epoll(), streamPair().first(), 0), "ENOENT");
    }

    @Test
    void removing_what_was_not_added_is_ENOENT() {
        fails(remove(epoll(), streamPair().first()), "ENOENT");
    }

    @Test
    void a_regular_file_is_EPERM() {
        fails(add(epoll(), file("file", ""), n("EPOLLIN")), "EPERM");
    }

    @Test
    void itself_is_EINVAL() {
        Fd epoll = epoll();
        fails(add(epoll, epoll, n("EPOLLIN")), "EINVAL");
    }

    @Test
    void what_is_no_epoll_is_EINVAL() {
        Pair pair = streamPair();
        fails(add(pair.first(), pair.second(), n("EPOLLIN")), "EINVAL");
        fails(await(pair.first(), 1, 0), "EINVAL");
    }

    @Test
    void an_unknown_operation_is_EINVAL() {
        var none = new Event(0, 0);
        fails(kernel.readiness().epoll_ctl(epoll(), 99, streamPair().first(), none), "EINVAL");
    }

    @Test
    void closed_descriptors_are_EBADF() {
        fails(add(epoll(), closedFd(), 0), "EBADF");
        fails(add(closedFd(), streamPair().first(), 0), "EBADF");
        fails(await(closedFd(), 1, 0), "EBADF");
    }

    @Test
    void room_for_no_events_is_EINVAL() {
        fails(await(epoll(), 0, 0), "EINVAL");
        fails(await(epoll(), -1, 0), "EINVAL");
    }

    @Test
    void two_epolls_that_wait_for_each_other_are_ELOOP() {
        Fd first = epoll();
        Fd second = epollOf(first, n("EPOLLIN"));
        fails(add(first, second, n("EPOLLIN")), "ELOOP");
    }

    @Test
    void an_epoll_with_something_to_tell_is_readable() {
        Pair pair = streamPair();
        Fd inner = epollOf(pair.first(), n("EPOLLIN"));
        Fd outer = epollOf(inner, n("EPOLLIN"));
        assertThat(now(outer)).isEmpty();
        ok(send(pair.second(), "x"));
        assertThat(now(outer)).isEqualTo(only(n("EPOLLIN")));
    }

    @Test
    void by_level_it_is_told_again_until_the_data_are_read() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLIN"));
        ok(send(pair.second(), "x"));
        assertThat(now(epoll)).hasSize(1);
        assertThat(now(epoll)).hasSize(1);
        received(pair.first(), 10);
        assertThat(now(epoll)).isEmpty();
    }

    @Test
    void by_edge_it_is_told_once_until_more_data_come() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLIN") | n("EPOLLET"));
        ok(send(pair.second(), "x"));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLIN")));
        assertThat(now(epoll)).isEmpty();
        ok(send(pair.second(), "y"));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLIN")));
    }

    @Test
    void by_edge_what_was_there_before_is_told_once() {
        Pair pair = streamPair();
        ok(send(pair.second(), "x"));
        Fd epoll = epollOf(pair.first(), n("EPOLLIN") | n("EPOLLET"));
        assertThat(now(epoll)).hasSize(1);
        assertThat(now(epoll)).isEmpty();
    }

    @Test
    void by_edge_reading_a_part_is_no_news() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLIN") | n("EPOLLET"));
        ok(send(pair.second(), "hello"));
        assertThat(now(epoll)).hasSize(1);
        received(pair.first(), 2);
        assertThat(now(epoll)).isEmpty();
    }

    @Test
    void EPOLLONESHOT_is_told_once_until_it_is_set_again() {
        Pair pair = streamPair();
        int once = n("EPOLLIN") | n("EPOLLONESHOT");
        Fd epoll = epollOf(pair.first(), once);
        ok(send(pair.second(), "x"));
        assertThat(now(epoll)).hasSize(1);
        ok(send(pair.second(), "y"));
        assertThat(now(epoll)).isEmpty();
        ok(change(epoll, pair.first(), once));
        assertThat(now(epoll)).hasSize(1);
    }

    @Test
    void a_spent_EPOLLONESHOT_is_still_there_to_be_removed() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLOUT") | n("EPOLLONESHOT"));
        now(epoll);
        fails(add(epoll, pair.first(), 0), "EEXIST");
        ok(remove(epoll, pair.first()));
    }

    @Test
    void EPOLLRDHUP_is_told_when_the_peer_ends_its_data() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLRDHUP"));
        assertThat(now(epoll)).isEmpty();
        ok(kernel.sockets().shutdown(pair.second(), n("SHUT_WR")));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLRDHUP")));
    }

    @Test
    void EPOLLHUP_is_told_without_being_asked_for() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), 0);
        ok(close(pair.second()));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLHUP")));
    }

    @Test
    void EPOLLERR_is_told_without_being_asked_for() {
        Pair pipe = pipe();
        Fd epoll = epollOf(pipe.second(), 0);
        ok(close(pipe.first()));
        assertThat(now(epoll)).isEqualTo(only(n("EPOLLERR")));
    }

    @Test
    void urgent_data_are_EPOLLPRI() {
        Connection connection = connection();
        Fd epoll = epollOf(connection.server(), n("EPOLLPRI"));
        ok(send(connection.client(), "!", n("MSG_OOB")));
        assertThat(ok(await(epoll, 1, 10_000))).isEqualTo(only(n("EPOLLPRI")));
    }

    @Test
    void closing_a_descriptor_removes_it() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLOUT"));
        ok(close(pair.first()));
        assertThat(now(epoll)).isEmpty();
    }

    @Test
    void closing_a_descriptor_that_has_a_duplicate_removes_nothing() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLOUT"));
        keep(ok(kernel.descriptors().dup(pair.first())));
        ok(close(pair.first()));
        assertThat(now(epoll)).hasSize(1);
    }

    @Test
    void a_duplicate_may_be_added_beside_the_original() {
        Fd fd = streamPair().first();
        Fd epoll = epollOf(fd, n("EPOLLOUT"));
        ok(add(epoll, keep(ok(kernel.descriptors().dup(fd))), n("EPOLLOUT")));
        assertThat(now(epoll)).hasSize(2);
    }

    @Test
    void no_more_events_come_than_there_is_room_for_and_the_others_next_time() {
        Fd epoll = epoll();
        ok(control("EPOLL_CTL_ADD", epoll, streamPair().first(), n("EPOLLOUT"), 1));
        ok(control("EPOLL_CTL_ADD", epoll, streamPair().first(), n("EPOLLOUT"), 2));
        long first = ok(await(epoll, 1, 0)).getFirst().data();
        long second = ok(await(epoll, 1, 0)).getFirst().data();
        assertThat(first + second).isEqualTo(3);
    }

    @Test
    void the_time_passes_and_nothing_came() {
        assertThat(ok(await(epollOf(streamPair().first(), n("EPOLLIN")), 1, 1))).isEmpty();
    }

    @Test
    void a_negative_time_is_for_ever() {
        Pair pair = streamPair();
        Fd epoll = epollOf(pair.first(), n("EPOLLIN"));
        var waiting = blocked(() -> await(epoll, 10, -1));
        ok(send(pair.second(), "x"));
        assertThat(ok(waiting.result())).isEqualTo(only(n("EPOLLIN")));
    }

    @Test
    void adding_a_ready_descriptor_wakes_who_waits_already() {
        Fd epoll = epoll();
        var waiting = blocked(() -> await(epoll, 10, -1));
        ok(add(epoll, streamPair().first(), n("EPOLLOUT")));
        assertThat(ok(waiting.result())).isEqualTo(only(n("EPOLLOUT")));
    }

    @Test
    void an_interrupted_wait_is_EINTR() {
        Fd epoll = epoll();
        var waiting = blocked(() -> await(epoll, 10, -1));
        ok(waiting.interrupt());
        fails(waiting.result(), "EINTR");
    }
}
