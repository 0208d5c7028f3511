package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;

/** Waiting for several: poll, select, epoll. 3 and 4 are connected, and so are 5 and 6. */
class ReadinessCallsTest extends Calling {
    private static final Value NONE = Value.Nothing.NONE;

    @BeforeEach
    void twoPairs() {
        socketpair();
        socketpair();
    }

    private static Outcome.Event event(int descriptor, int bits, String names) {
        return new Outcome.Event(descriptor, bits, names);
    }

    private static Outcome ready(int count, Outcome.Event... events) {
        return new Outcome.Ready(count, List.of(events));
    }

    private Value reading(int... descriptors) {
        return list(Arrays.stream(descriptors).mapToObj(fd -> pair(fd, n("POLLIN"))).toArray());
    }

    @Test
    void poll_names_what_is_ready_and_nothing_else() {
        call("send", 6, "x");
        assertThat(call("poll", reading(3, 5), 0)).isEqualTo(ready(1, event(5, 1, "POLLIN")));
        assertThat(call("poll", reading(3), 0)).isEqualTo(ready(0));
    }

    @Test
    void poll_keeps_the_order_in_which_it_was_asked() {
        call("close", 4);
        call("close", 6);
        assertThat(call("poll", reading(5, 3)))
                .isEqualTo(
                        ready(2, event(5, 17, "POLLIN|POLLHUP"), event(3, 17, "POLLIN|POLLHUP")));
    }

    @Test
    void a_bare_descriptor_is_asked_about_everything() {
        assertThat(call("poll", list(3), 0)).isEqualTo(ready(1, event(3, 4, "POLLOUT")));
    }

    @Test
    void poll_takes_the_count_of_C_in_the_middle() {
        call("send", 6, "x");
        assertThat(call("poll", reading(3, 5), 2, 0)).isEqualTo(ready(1, event(5, 1, "POLLIN")));
        assertThat(call("poll", reading(3, 5), 1, 0)).isEqualTo(ready(0));
        assertThatThrownBy(() -> call("poll", reading(3), 2, 0)).hasMessageContaining("1 members");
    }

    @Test
    void poll_of_a_closed_descriptor_is_POLLNVAL() {
        assertThat(call("poll", reading(77), 0)).isEqualTo(ready(1, event(77, 32, "POLLNVAL")));
    }

    @Test
    void poll_knows_whether_it_could_go_on_and_when_it_ends() {
        assertThat(canGoOn("poll", reading(3), -1)).isFalse();
        assertThat(canGoOn("poll", reading(3), 1, -1)).isFalse();
        call("send", 4, "x");
        assertThat(canGoOn("poll", reading(3), -1)).isTrue();
        Call poll = new Catalogue().find("poll").orElseThrow();
        var end = poll.waiting().orElseThrow().end();
        assertThat(end.apply(trial(poll, reading(3)))).isEmpty();
        assertThat(end.apply(trial(poll, reading(3), 20))).contains(Duration.ofMillis(20));
        assertThat(end.apply(trial(poll, reading(3), 1, 30))).contains(Duration.ofMillis(30));
    }

    @Test
    void what_is_no_descriptor_is_a_slip() {
        assertThatThrownBy(() -> call("poll", list("x"), 0)).isInstanceOf(Trial.Slip.class);
        assertThatThrownBy(() -> call("poll", list(list()), 0)).isInstanceOf(Trial.Slip.class);
        assertThatThrownBy(() -> call("select", list("x"), list(), list(), 0))
                .isInstanceOf(Trial.Slip.class);
        assertThatThrownBy(() -> call("select", list(-1), list(), list(), 0))
                .isInstanceOf(Trial.Slip.class);
    }

    @Test
    void select_gives_each_descriptor_once_and_the_count_of_the_kernel() {
        call("send", 4, "x");
        assertThat(call("select", list(3, 5), list(3), list(), 0))
                .isEqualTo(ready(2, event(3, 5, "POLLIN|POLLOUT")));
    }

    @Test
    void select_takes_the_nfds_of_C_in_front() {
        call("send", 4, "x");
        assertThat(call("select", 4, list(3), NONE, NONE, 0))
                .isEqualTo(ready(1, event(3, 1, "POLLIN")));
        assertThat(remarks).isEmpty();
    }

    @Test
    void select_does_not_look_beyond_nfds_and_that_is_remarked_on() {
        call("send", 4, "x");
        assertThat(call("select", 3, list(3), NONE, NONE, 0)).isEqualTo(ready(0));
        assertThat(remarks).singleElement().asString().contains("descriptor 3");
    }

    @Test
    void a_negative_nfds_or_time_is_EINVAL() {
        fails("EINVAL", "select", -1, list(), list(), list(), 0);
        fails("EINVAL", "select", list(3), list(), list(), -1);
    }

    @Test
    void select_of_a_closed_descriptor_is_EBADF() {
        fails("EBADF", "select", list(77), list(), list(), 0);
    }

    @Test
    void select_ends_with_its_time() {
        assertThat(call("select", list(3), list(), list(), 0.001)).isEqualTo(ready(0));
        assertThat(call("select", list(), list(), list(), 0.001)).isEqualTo(ready(0));
    }

    @Test
    void select_knows_whether_it_could_go_on_and_when_it_ends() {
        assertThat(canGoOn("select", list(3), list(), list())).isFalse();
        assertThat(canGoOn("select", 4, list(3), list(), list())).isFalse();
        call("send", 4, "x");
        assertThat(canGoOn("select", list(3), list(), list())).isTrue();
        assertThat(canGoOn("select", 4, list(3), list(), list())).isTrue();
        Call select = new Catalogue().find("select").orElseThrow();
        var end = select.waiting().orElseThrow().end();
        assertThat(end.apply(trial(select, list(3), list(), list()))).isEmpty();
        assertThat(end.apply(trial(select, 4, list(3), list(), list(), 0.5)))
                .contains(Duration.ofMillis(500));
    }

    @Test
    void epoll_names_the_process_own_descriptors_in_the_order_they_became_ready() {
        int ep = made("epoll_create1");
        assertThat(number("epoll_ctl", ep, "EPOLL_CTL_ADD", 3, "EPOLLIN")).isZero();
        assertThat(number("epoll_ctl", ep, "EPOLL_CTL_ADD", 5, "EPOLLOUT")).isZero();
        call("send", 4, "x");
        assertThat(call("epoll_wait", ep, 8, 0))
                .isEqualTo(ready(2, event(5, 4, "EPOLLOUT"), event(3, 1, "EPOLLIN")));
        assertThat(number("epoll_ctl", ep, "EPOLL_CTL_DEL", 5)).isZero();
        assertThat(call("epoll_wait", ep)).isEqualTo(ready(1, event(3, 1, "EPOLLIN")));
    }

    @Test
    void epoll_refuses_what_it_has_and_what_it_has_not() {
        int ep = made("epoll_create1", "EPOLL_CLOEXEC");
        call("epoll_ctl", ep, "EPOLL_CTL_ADD", 3, "EPOLLIN");
        fails("EEXIST", "epoll_ctl", ep, "EPOLL_CTL_ADD", 3, "EPOLLIN");
        fails("ENOENT", "epoll_ctl", ep, "EPOLL_CTL_MOD", 5, "EPOLLIN");
        fails("EBADF", "epoll_ctl", ep, "EPOLL_CTL_ADD", 77, "EPOLLIN");
        fails("EINVAL", "epoll_ctl", 3, "EPOLL_CTL_ADD", 5, "EPOLLIN");
        fails("EINVAL", "epoll_wait", ep, 0, 0);
        fails("EINVAL", "epoll_wait", ep, -1, 0);
        fails("EINVAL", "epoll_wait", 3, 1, 0);
        fails("EINVAL", "epoll_create1", 1);
    }

    @Test
    void epoll_knows_whether_it_could_go_on() {
        int ep = made("epoll_create1");
        call("epoll_ctl", ep, "EPOLL_CTL_ADD", 3, "EPOLLIN");
        assertThat(canGoOn("epoll_wait", ep)).isFalse();
        call("send", 4, "x");
        assertThat(canGoOn("epoll_wait", ep)).isTrue();
    }
}
