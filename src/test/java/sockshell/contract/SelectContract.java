package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Readiness.FdSets;
import sockshell.sys.Readiness.Selected;
import sockshell.sys.Result;

/** select(2): sets of descriptors below a bound. */
public abstract class SelectContract extends Contract {
    private static final List<Fd> NONE = List.of();
    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

    protected SelectContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Selected> select(FdSets sets, Optional<Duration> timeout) {
        return kernel.readiness().select(2048, sets, timeout);
    }

    private Selected now(FdSets sets) {
        return ok(select(sets, AT_ONCE));
    }

    private static FdSets read(Fd... fds) {
        return new FdSets(List.of(fds), NONE, NONE);
    }

    private static FdSets write(Fd... fds) {
        return new FdSets(NONE, List.of(fds), NONE);
    }

    private static FdSets except(Fd... fds) {
        return new FdSets(NONE, NONE, List.of(fds));
    }

    /** The same thing under a number from the one given on. */
    private Fd high(Fd fd, int from) {
        return keep(new Fd(ok(kernel.descriptors().fcntl(fd, n("F_DUPFD"), from))));
    }

    @Test
    void data_make_a_descriptor_readable() {
        Pair pair = streamPair();
        ok(send(pair.first(), "x"));
        assertThat(now(read(pair.first(), pair.second())))
                .isEqualTo(new Selected(1, read(pair.second())));
    }

    @Test
    void the_end_makes_a_descriptor_readable() {
        Pair pair = streamPair();
        ok(close(pair.first()));
        assertThat(now(read(pair.second()))).isEqualTo(new Selected(1, read(pair.second())));
    }

    @Test
    void a_fresh_pair_is_writable() {
        Fd fd = streamPair().first();
        assertThat(now(write(fd))).isEqualTo(new Selected(1, write(fd)));
    }

    @Test
    void a_full_stream_is_not_writable() {
        Fd fd = streamPair().first();
        fill(fd, "x".repeat(4096));
        assertThat(now(write(fd))).isEqualTo(new Selected(0, write()));
    }

    @Test
    void urgent_data_are_the_exception() {
        Connection connection = connection();
        ok(send(connection.client(), "!", n("MSG_OOB")));
        awaitEvents(connection.server(), "POLLPRI");
        assertThat(now(except(connection.client(), connection.server())))
                .isEqualTo(new Selected(1, except(connection.server())));
    }

    @Test
    void a_descriptor_ready_in_two_sets_counts_twice() {
        Pair pair = streamPair();
        ok(send(pair.first(), "x"));
        List<Fd> both = List.of(pair.second());
        FdSets sets = new FdSets(both, both, both);
        assertThat(now(sets)).isEqualTo(new Selected(2, new FdSets(both, both, NONE)));
    }

    @Test
    void nothing_ready_empties_the_sets() {
        Pair pair = streamPair();
        assertThat(now(read(pair.first(), pair.second()))).isEqualTo(new Selected(0, read()));
    }

    @Test
    void nfds_is_one_more_than_the_highest_looked_at() {
        Fd fd = streamPair().first();
        var readiness = kernel.readiness();
        assertThat(ok(readiness.select(fd.number(), write(fd), AT_ONCE)).count()).isEqualTo(0);
        assertThat(ok(readiness.select(fd.number() + 1, write(fd), AT_ONCE)).count()).isEqualTo(1);
    }

    @Test
    void descriptors_of_several_words_are_kept_apart() {
        Fd fd = streamPair().first();
        Fd[] numbers = {high(fd, 1300), high(fd, 1300 + 64), high(fd, 1300 + 129)};
        assertThat(now(write(numbers))).isEqualTo(new Selected(3, write(numbers)));
        Fd unready = high(pipe().first(), 1300 + 32);
        assertThat(now(read(unready)).count()).isEqualTo(0);
    }

    @Test
    void descriptors_beyond_FD_SETSIZE_reach_the_kernel() {
        Pair pair = streamPair();
        Fd beyond = high(pair.first(), n("FD_SETSIZE"));
        assertThat(now(read(beyond))).isEqualTo(new Selected(0, read()));
        ok(send(pair.second(), "x"));
        assertThat(now(read(beyond))).isEqualTo(new Selected(1, read(beyond)));
    }

    @Test
    void a_closed_descriptor_is_EBADF() {
        fails(select(read(closedFd()), AT_ONCE), "EBADF");
    }

    @Test
    void a_closed_descriptor_beyond_nfds_is_not_looked_at() {
        Fd closed = closedFd();
        ok(kernel.readiness().select(closed.number(), read(closed), AT_ONCE));
    }

    @Test
    void a_negative_nfds_is_EINVAL() {
        fails(kernel.readiness().select(-1, read(), AT_ONCE), "EINVAL");
    }

    @Test
    void a_negative_time_is_EINVAL() {
        fails(select(read(), Optional.of(Duration.ofSeconds(-1))), "EINVAL");
    }

    @Test
    void a_time_a_little_below_0_is_EINVAL() {
        fails(select(read(), Optional.of(Duration.ofMillis(-1))), "EINVAL");
    }

    @Test
    void no_set_has_room_for_a_negative_descriptor() {
        assertThatThrownBy(() -> select(read(new Fd(-1)), AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("descriptor");
    }

    @Test
    void the_time_passes_and_nothing_came() {
        Fd quiet = streamPair().first();
        Optional<Duration> moment = Optional.of(Duration.ofMillis(70));
        assertThat(ok(select(read(quiet), moment))).isEqualTo(new Selected(0, read()));
    }

    @Test
    void without_a_time_it_waits_for_ever() {
        Pair pair = streamPair();
        var selecting = blocked(() -> select(read(pair.first()), Optional.empty()));
        ok(send(pair.second(), "x"));
        assertThat(ok(selecting.result())).isEqualTo(new Selected(1, read(pair.first())));
    }

    @Test
    void a_time_not_over_waits() {
        Pair pair = streamPair();
        Optional<Duration> hour = Optional.of(Duration.ofHours(1));
        var selecting = blocked(() -> select(read(pair.first()), hour));
        ok(send(pair.second(), "x"));
        assertThat(ok(selecting.result()).count()).isEqualTo(1);
    }

    @Test
    void an_interrupted_select_is_EINTR() {
        var selecting = blocked(() -> select(read(), Optional.empty()));
        ok(selecting.interrupt());
        fails(selecting.result(), "EINTR");
    }
}
