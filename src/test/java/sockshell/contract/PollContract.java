package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Readiness.Polled;
import sockshell.sys.Result;

/** poll(2): which events when. */
public abstract class PollContract extends FolderContract {
    private static final Fd NOBODY = new Fd(-1);

    protected PollContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Polled> poll(int timeout, Interest... interests) {
        return kernel.readiness().poll(List.of(interests), timeout);
    }

    private Interest want(Fd fd, String... events) {
        return new Interest(fd, events(events));
    }

    private int events(String... names) {
        int events = 0;
        for (String name : names) {
            events |= n(name);
        }
        return events;
    }

    /** What poll(2) says of it at once, asked for all that is to be asked for. */
    private int now(Fd fd) {
        Interest all = want(fd, "POLLIN", "POLLOUT", "POLLPRI", "POLLRDHUP");
        return ok(poll(0, all)).revents().getFirst();
    }

    @Test
    void a_fresh_pair_is_ready_to_be_written_to() {
        assertThat(now(streamPair().first())).isEqualTo(n("POLLOUT"));
    }

    @Test
    void data_make_it_ready_to_be_read_from() {
        Pair pair = streamPair();
        ok(send(pair.second(), "x"));
        assertThat(now(pair.first())).isEqualTo(events("POLLIN", "POLLOUT"));
    }

    @Test
    void data_read_make_it_unready() {
        Pair pair = streamPair();
        ok(send(pair.second(), "x"));
        received(pair.first(), 1);
        assertThat(now(pair.first())).isEqualTo(n("POLLOUT"));
    }

    @Test
    void a_full_stream_is_not_ready_to_be_written_to() {
        Pair pair = streamPair();
        fill(pair.first(), "x".repeat(4096));
        assertThat(now(pair.first())).isEqualTo(0);
    }

    @Test
    void only_events_asked_for_are_told() {
        Pair pair = streamPair();
        ok(send(pair.second(), "x"));
        assertThat(ok(poll(0, want(pair.first(), "POLLOUT"))))
                .isEqualTo(new Polled(1, List.of(n("POLLOUT"))));
        assertThat(ok(poll(0, want(pair.first())))).isEqualTo(new Polled(0, List.of(0)));
    }

    @Test
    void a_peer_gone_is_POLLHUP_POLLRDHUP_and_POLLIN() {
        Pair pair = streamPair();
        ok(close(pair.second()));
        assertThat(now(pair.first()))
                .isEqualTo(events("POLLIN", "POLLOUT", "POLLHUP", "POLLRDHUP"));
    }

    @Test
    void POLLHUP_is_told_without_being_asked_for() {
        Pair pair = streamPair();
        ok(close(pair.second()));
        assertThat(ok(poll(0, want(pair.first())))).isEqualTo(new Polled(1, List.of(n("POLLHUP"))));
    }

    @Test
    void a_peer_that_only_ends_its_data_is_POLLRDHUP_without_POLLHUP() {
        Pair pair = streamPair();
        ok(kernel.sockets().shutdown(pair.second(), n("SHUT_WR")));
        assertThat(now(pair.first())).isEqualTo(events("POLLIN", "POLLOUT", "POLLRDHUP"));
    }

    @Test
    void over_TCP_a_FIN_is_POLLIN_and_POLLRDHUP() {
        Connection connection = connection();
        ok(kernel.sockets().shutdown(connection.client(), n("SHUT_WR")));
        awaitEvents(connection.server(), "POLLRDHUP");
        assertThat(now(connection.server())).isEqualTo(events("POLLIN", "POLLOUT", "POLLRDHUP"));
    }

    @Test
    void over_TCP_FINs_both_ways_are_POLLHUP() {
        Connection connection = connection();
        ok(kernel.sockets().shutdown(connection.client(), n("SHUT_WR")));
        ok(kernel.sockets().shutdown(connection.server(), n("SHUT_WR")));
        awaitEvents(connection.client(), "POLLRDHUP");
        assertThat(now(connection.client()))
                .isEqualTo(events("POLLIN", "POLLOUT", "POLLHUP", "POLLRDHUP"));
    }

    @Test
    void a_reset_is_POLLERR() {
        Connection connection = connection();
        ok(send(connection.client(), "unread"));
        awaitEvents(connection.server(), "POLLIN");
        ok(close(connection.server()));
        assertThat(awaitEvents(connection.client(), "POLLERR") & n("POLLERR")).isPositive();
        fails(recvNow(connection.client()), "ECONNRESET");
    }

    @Test
    void urgent_data_are_POLLPRI() {
        Connection connection = connection();
        ok(send(connection.client(), "!", n("MSG_OOB")));
        awaitEvents(connection.server(), "POLLPRI");
        assertThat(now(connection.server()) & n("POLLPRI")).isPositive();
        assertThat(received(connection.server(), 1, n("MSG_OOB"))).isEqualTo("!");
        assertThat(now(connection.server()) & n("POLLPRI")).isEqualTo(0);
    }

    @Test
    void a_connection_to_accept_is_POLLIN() {
        Fd listener = listener(5);
        assertThat(now(listener)).isEqualTo(0);
        ok(kernel.sockets().connect(tcp(), nameOf(listener)));
        assertThat(awaitEvents(listener, "POLLIN")).isEqualTo(n("POLLIN"));
    }

    @Test
    void a_TCP_socket_that_never_connected_is_POLLOUT_and_POLLHUP() {
        assertThat(now(tcp())).isEqualTo(events("POLLOUT", "POLLHUP"));
    }

    @Test
    void the_read_end_of_a_pipe_without_writers_is_POLLHUP() {
        Pair pipe = pipe();
        assertThat(now(pipe.first())).isEqualTo(0);
        ok(close(pipe.second()));
        assertThat(now(pipe.first())).isEqualTo(n("POLLHUP"));
    }

    @Test
    void the_write_end_of_a_pipe_without_readers_is_POLLERR() {
        Pair pipe = pipe();
        ok(close(pipe.first()));
        assertThat(now(pipe.second())).isEqualTo(events("POLLOUT", "POLLERR"));
    }

    @Test
    void a_regular_file_is_always_ready() {
        assertThat(now(file("file", ""))).isEqualTo(events("POLLIN", "POLLOUT"));
    }

    @Test
    void a_closed_descriptor_is_POLLNVAL_and_counts() {
        assertThat(ok(poll(-1, want(closedFd(), "POLLIN"))))
                .isEqualTo(new Polled(1, List.of(n("POLLNVAL"))));
    }

    @Test
    void a_negative_descriptor_is_passed_over() {
        Fd ready = streamPair().first();
        assertThat(ok(poll(0, want(NOBODY, "POLLOUT"), want(ready, "POLLOUT"))))
                .isEqualTo(new Polled(1, List.of(0, n("POLLOUT"))));
    }

    @Test
    void the_answers_stand_in_the_order_of_the_questions() {
        Pair pair = streamPair();
        ok(send(pair.first(), "x"));
        int in = n("POLLIN");
        int out = n("POLLOUT");
        assertThat(
                        ok(
                                poll(
                                        0,
                                        new Interest(pair.first(), in),
                                        new Interest(pair.second(), in),
                                        new Interest(pair.first(), out))))
                .isEqualTo(new Polled(2, List.of(0, in, out)));
    }

    @Test
    void a_descriptor_asked_for_twice_counts_twice() {
        Interest ready = want(streamPair().first(), "POLLOUT");
        assertThat(ok(poll(0, ready, ready)).count()).isEqualTo(2);
    }

    @Test
    void many_descriptors_are_asked_at_once() {
        Interest[] many = new Interest[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = want(streamPair().first(), "POLLIN", "POLLOUT");
        }
        assertThat(ok(poll(0, many)).revents()).hasSize(300).containsOnly(n("POLLOUT"));
    }

    @Test
    void no_descriptors_and_no_time_are_0() {
        assertThat(ok(poll(0))).isEqualTo(new Polled(0, List.of()));
    }

    @Test
    void no_time_does_not_wait() {
        assertThat(ok(poll(0, want(streamPair().first(), "POLLIN"))))
                .isEqualTo(new Polled(0, List.of(0)));
    }

    @Test
    void the_time_passes_and_nothing_came() {
        assertThat(ok(poll(1, want(streamPair().first(), "POLLIN"))))
                .isEqualTo(new Polled(0, List.of(0)));
    }

    @Test
    void a_negative_time_is_for_ever() {
        Pair pair = streamPair();
        var polling = blocked(() -> poll(-7, want(pair.first(), "POLLIN")));
        ok(send(pair.second(), "x"));
        assertThat(ok(polling.result()).count()).isEqualTo(1);
    }

    @Test
    void no_descriptors_wait_as_well() {
        var polling = blocked(() -> poll(-1));
        ok(polling.interrupt());
        fails(polling.result(), "EINTR");
    }

    @Test
    void room_made_wakes_who_waits_for_POLLOUT() {
        Pair pair = streamPair();
        fill(pair.first(), "x".repeat(4096));
        var polling = blocked(() -> poll(-1, want(pair.first(), "POLLOUT")));
        drain(pair.second());
        assertThat(ok(polling.result()).revents()).containsExactly(n("POLLOUT"));
    }

    @Test
    void a_peer_that_goes_wakes_who_waits() {
        Pair pair = streamPair();
        var polling = blocked(() -> poll(-1, want(pair.first(), "POLLRDHUP")));
        ok(close(pair.second()));
        assertThat(ok(polling.result()).revents()).containsExactly(events("POLLHUP", "POLLRDHUP"));
    }
}
