package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;

/**
 * Descriptors as such: closed, duplicated, set. Where a number matters it is taken from a range
 * that nobody else in the process uses.
 */
public abstract class DescriptorContract extends FolderContract {
    private static final int OURS = 1500;

    protected DescriptorContract(Kernel kernel) {
        super(kernel);
    }

    private Result<Integer> fcntl(Fd fd, String command, int argument) {
        return kernel.descriptors().fcntl(fd, n(command), argument);
    }

    private int get(Fd fd, String command) {
        return ok(fcntl(fd, command, 0));
    }

    /** The same thing under the first number that is free in our range. */
    private Fd ours(Fd fd) {
        return keep(new Fd(ok(fcntl(fd, "F_DUPFD", OURS))));
    }

    private Fd dup(Fd fd) {
        return keep(ok(kernel.descriptors().dup(fd)));
    }

    private Result<Fd> dup2(Fd fd, Fd onto) {
        return kernel.descriptors().dup2(fd, onto);
    }

    @Test
    void closing_a_descriptor_twice_is_EBADF() {
        Fd fd = ours(udp());
        assertThat(ok(close(fd))).isEqualTo(0);
        fails(close(fd), "EBADF");
    }

    @Test
    void closing_a_negative_number_is_EBADF() {
        fails(kernel.descriptors().close(new Fd(-1)), "EBADF");
    }

    @Test
    void the_lowest_free_number_is_given() {
        Fd first = ours(udp());
        Fd second = ours(udp());
        assertThat(second.number()).isEqualTo(first.number() + 1);
        ok(close(first));
        assertThat(ours(udp())).isEqualTo(first);
    }

    @Test
    void dup_gives_another_number_for_the_same_thing() {
        Pair pair = streamPair();
        Fd copy = dup(pair.first());
        assertThat(copy).isNotEqualTo(pair.first());
        ok(send(copy, "through"));
        assertThat(received(pair.second(), 10)).isEqualTo("through");
    }

    @Test
    void a_socket_is_closed_when_its_last_descriptor_is() {
        Pair pair = streamPair();
        Fd copy = dup(pair.first());
        ok(close(pair.first()));
        fails(recvNow(pair.second()), "EAGAIN");
        ok(close(copy));
        assertThat(ok(recvNow(pair.second()))).isEqualTo(0);
    }

    @Test
    void dup_of_a_closed_descriptor_is_EBADF() {
        fails(kernel.descriptors().dup(closedFd()), "EBADF");
    }

    @Test
    void dup2_gives_the_number_asked_for() {
        Fd wanted = ours(udp());
        ok(close(wanted));
        assertThat(keep(ok(dup2(udp(), wanted)))).isEqualTo(wanted);
    }

    @Test
    void dup2_takes_the_old_descriptor_first() {
        Pair pair = streamPair();
        Fd target = ours(udp());
        ok(dup2(pair.first(), target));
        ok(send(target, "through"));
        assertThat(received(pair.second(), 10)).isEqualTo("through");
    }

    @Test
    void dup2_onto_an_open_descriptor_closes_that_first() {
        Pair pair = streamPair();
        ok(dup2(udp(), pair.first()));
        assertThat(received(pair.second(), 10)).isEmpty();
    }

    @Test
    void dup2_onto_itself_changes_nothing() {
        Fd fd = udp();
        ok(fcntl(fd, "F_SETFD", n("FD_CLOEXEC")));
        assertThat(ok(dup2(fd, fd))).isEqualTo(fd);
        assertThat(get(fd, "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
    }

    @Test
    void dup2_of_a_closed_descriptor_is_EBADF_and_leaves_the_other_open() {
        Pair pair = streamPair();
        fails(dup2(closedFd(), pair.first()), "EBADF");
        assertThat(ok(send(pair.first(), "x"))).isEqualTo(1);
    }

    @Test
    void dup2_onto_a_closed_descriptor_and_itself_is_EBADF() {
        Fd closed = closedFd();
        fails(dup2(closed, closed), "EBADF");
    }

    @Test
    void dup2_onto_no_possible_number_is_EBADF() {
        fails(dup2(udp(), new Fd(-1)), "EBADF");
        fails(dup2(udp(), new Fd(Integer.MAX_VALUE)), "EBADF");
    }

    @Test
    void F_DUPFD_from_no_possible_number_is_EINVAL() {
        fails(fcntl(udp(), "F_DUPFD", -1), "EINVAL");
        fails(fcntl(udp(), "F_DUPFD", Integer.MAX_VALUE), "EINVAL");
    }

    @Test
    void F_DUPFD_CLOEXEC_closes_the_copy_upon_exec() {
        Fd copy = keep(new Fd(ok(fcntl(udp(), "F_DUPFD_CLOEXEC", OURS))));
        assertThat(copy.number()).isGreaterThanOrEqualTo(OURS);
        assertThat(get(copy, "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
    }

    @Test
    void FD_CLOEXEC_is_set_and_taken_back() {
        Fd fd = udp();
        assertThat(get(fd, "F_GETFD")).isEqualTo(0);
        assertThat(ok(fcntl(fd, "F_SETFD", n("FD_CLOEXEC")))).isEqualTo(0);
        assertThat(get(fd, "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
        ok(fcntl(fd, "F_SETFD", 0));
        assertThat(get(fd, "F_GETFD")).isEqualTo(0);
    }

    @Test
    void FD_CLOEXEC_is_of_one_descriptor_and_not_of_its_copies() {
        Fd fd = udp();
        ok(fcntl(fd, "F_SETFD", n("FD_CLOEXEC")));
        assertThat(get(dup(fd), "F_GETFD")).isEqualTo(0);
    }

    @Test
    void SOCK_CLOEXEC_sets_it_from_the_start() {
        int type = n("SOCK_DGRAM") | n("SOCK_CLOEXEC");
        Fd fd = keep(ok(kernel.sockets().socket(n("AF_INET"), type, 0)));
        assertThat(get(fd, "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
        assertThat(get(fd, "F_GETFL")).isEqualTo(n("O_RDWR"));
    }

    @Test
    void SOCK_NONBLOCK_sets_O_NONBLOCK_from_the_start() {
        int type = n("SOCK_DGRAM") | n("SOCK_NONBLOCK");
        Fd fd = keep(ok(kernel.sockets().socket(n("AF_INET"), type, 0)));
        assertThat(get(fd, "F_GETFL")).isEqualTo(n("O_RDWR") | n("O_NONBLOCK"));
        assertThat(get(fd, "F_GETFD")).isEqualTo(0);
    }

    @Test
    void F_GETFL_tells_how_a_descriptor_is_open() {
        Pair pipe = pipe();
        assertThat(get(pipe.first(), "F_GETFL")).isEqualTo(n("O_RDONLY"));
        assertThat(get(pipe.second(), "F_GETFL")).isEqualTo(n("O_WRONLY"));
        assertThat(get(udp(), "F_GETFL")).isEqualTo(n("O_RDWR"));
    }

    @Test
    void F_SETFL_does_not_change_how_a_descriptor_is_open() {
        Fd reading = pipe().first();
        assertThat(ok(fcntl(reading, "F_SETFL", n("O_RDWR") | n("O_NONBLOCK")))).isEqualTo(0);
        assertThat(get(reading, "F_GETFL")).isEqualTo(n("O_RDONLY") | n("O_NONBLOCK"));
    }

    @Test
    void O_NONBLOCK_is_shared_by_all_copies() {
        Pair pair = streamPair();
        Fd copy = dup(pair.first());
        nonBlocking(pair.first());
        fails(kernel.transfers().read(copy, kernel.buffer(1), 1), "EAGAIN");
    }

    @Test
    void O_NONBLOCK_is_of_one_end_only() {
        Pair pair = streamPair();
        nonBlocking(pair.first());
        assertThat(get(pair.second(), "F_GETFL")).isEqualTo(n("O_RDWR"));
    }

    @Test
    void an_unknown_command_is_EINVAL() {
        fails(kernel.descriptors().fcntl(udp(), 12345, 0), "EINVAL");
    }

    @Test
    void a_command_on_a_closed_descriptor_is_EBADF() {
        fails(fcntl(closedFd(), "F_GETFL", 0), "EBADF");
        fails(fcntl(closedFd(), "F_DUPFD", OURS), "EBADF");
    }

    @Test
    void F_SETOWN_sets_who_F_GETOWN_tells() {
        Fd fd = udp();
        assertThat(get(fd, "F_GETOWN")).isEqualTo(0);
        ok(fcntl(fd, "F_SETOWN", kernel.getpid()));
        assertThat(get(fd, "F_GETOWN")).isEqualTo(kernel.getpid());
    }

    /** A program in C dies of it unless it has a handler; ours has to live on. */
    @Test
    void the_signal_that_O_ASYNC_asks_for_does_not_end_the_program() {
        Pair pair = streamPair();
        ok(fcntl(pair.first(), "F_SETOWN", kernel.getpid()));
        ok(fcntl(pair.first(), "F_SETFL", n("O_ASYNC")));
        ok(send(pair.second(), "x"));
        assertThat(received(pair.first(), 1)).isEqualTo("x");
    }

    @Test
    void F_SETLEASE_takes_a_number() {
        Fd fd = readable("file", "text");
        int readLease = 0;
        int none = 2;
        assertThat(get(fd, "F_GETLEASE")).isEqualTo(none);
        assertThat(ok(fcntl(fd, "F_SETLEASE", readLease))).isEqualTo(0);
        assertThat(get(fd, "F_GETLEASE")).isEqualTo(readLease);
        ok(fcntl(fd, "F_SETLEASE", none));
    }

    @Test
    void a_command_that_wants_a_structure_gets_one_whatever_the_number() {
        Fd fd = file("file", "text");
        int getlk = 5;
        int setlk = 6;
        int getOwnEx = 16;
        for (int argument : new int[] {0, 1, -1, 4096}) {
            assertThat(ok(kernel.descriptors().fcntl(fd, getlk, argument))).isEqualTo(0);
            assertThat(ok(kernel.descriptors().fcntl(fd, setlk, argument))).isEqualTo(0);
            assertThat(ok(kernel.descriptors().fcntl(fd, getOwnEx, argument))).isEqualTo(0);
        }
    }

    @Test
    void a_program_may_have_a_number_of_descriptors() {
        assertThat(ok(kernel.descriptors().limit())).isGreaterThan(3);
    }
}
