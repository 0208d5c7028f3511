package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.lang.Value;

/** Descriptors: copies, pairs, files, and what they are set to. */
class DescriptorCallsTest extends Calling {

    @Test
    void a_pair_is_connected() {
        List<Integer> pair = socketpair();
        assertThat(pair).containsExactly(3, 4);
        assertThat(number("send", 3, "hello")).isEqualTo(5);
        assertThat(text("recv", 4, 10)).isEqualTo("hello");
    }

    @Test
    void a_pair_of_an_internet_family_is_EOPNOTSUPP() {
        fails("EOPNOTSUPP", "socketpair", "AF_INET", "SOCK_STREAM");
    }

    @Test
    void the_first_of_a_pipe_is_read_from() {
        assertThat(call("pipe")).isEqualTo(new Outcome.Made(List.of(3, 4)));
        assertThat(number("write", 4, "abc", 2)).isEqualTo(2);
        assertThat(text("read", 3, 10)).isEqualTo("ab");
    }

    @Test
    void a_copy_has_the_lowest_free_number() {
        socketpair();
        assertThat(made("dup", 3)).isEqualTo(5);
        call("close", 3);
        assertThat(number("send", 5, "x")).isEqualTo(1);
        fails("EBADF", "dup", 3);
    }

    @Test
    void dup2_puts_a_copy_at_a_free_number() {
        socketpair();
        assertThat(made("dup2", 3, 9)).isEqualTo(9);
        assertThat(number("send", 9, "x")).isEqualTo(1);
        assertThat(text("recv", 4, 9)).isEqualTo("x");
    }

    @Test
    void dup2_closes_what_was_there() {
        socketpair();
        call("pipe");
        assertThat(made("dup2", 3, 6)).isEqualTo(6);
        assertThat(text("read", 5, 1)).isEmpty();
        assertThat(number("send", 6, "x")).isEqualTo(1);
    }

    @Test
    void dup2_onto_itself_gives_it_back() {
        socketpair();
        assertThat(made("dup2", 3, 3)).isEqualTo(3);
        assertThat(number("send", 3, "x")).isEqualTo(1);
    }

    @Test
    void dup2_onto_a_number_that_none_can_have_is_EBADF() {
        socketpair();
        fails("EBADF", "dup2", 3, -1);
        fails("EBADF", "dup2", 3, 1 << 30);
        fails("EBADF", "dup2", 77, 9);
        fails("EBADF", "dup2", 77, 77);
    }

    @Test
    void dup2_onto_the_terminal_is_a_slip() {
        socketpair();
        assertThatThrownBy(() -> call("dup2", 3, 1)).hasMessageContaining("the terminal's");
    }

    @Test
    void F_DUPFD_gives_a_number_of_the_process_own() {
        socketpair();
        assertThat(made("fcntl", 3, "F_DUPFD", 20)).isEqualTo(20);
        assertThat(made("fcntl", 3, "F_DUPFD", 0)).isEqualTo(5);
        assertThat(made("fcntl", 3, "F_DUPFD_CLOEXEC", 20)).isEqualTo(21);
        assertThat(number("fcntl", 21, "F_GETFD")).isEqualTo(n("FD_CLOEXEC"));
        assertThat(number("send", 20, "x")).isEqualTo(1);
    }

    @Test
    void F_DUPFD_beyond_what_can_be_is_EINVAL() {
        socketpair();
        fails("EINVAL", "fcntl", 3, "F_DUPFD", -1);
        fails("EINVAL", "fcntl", 3, "F_DUPFD", 1 << 30);
        fails("EBADF", "fcntl", 77, "F_DUPFD", 3);
    }

    @Test
    void a_command_that_is_not_known_is_EINVAL() {
        socketpair();
        fails("EINVAL", "fcntl", 3, 4711);
    }

    @Test
    void a_file_is_written_read_and_unlinked(@TempDir Path folder) throws IOException {
        String path = folder.resolve("notes").toString();
        int flags = (int) (n("O_CREAT") | n("O_RDWR"));
        int fd = made("open", path, flags, 0600);
        assertThat(number("write", fd, "hello")).isEqualTo(5);
        assertThat(Files.readString(Path.of(path))).isEqualTo("hello");
        assertThat(number("unlink", path)).isZero();
        fails("ENOENT", "open", path);
        fails("ENOENT", "unlink", path);
    }

    @Test
    void a_path_with_a_NUL_is_a_slip() {
        assertThatThrownBy(() -> call("open", "a\0b")).hasMessageContaining("first NUL");
        assertThatThrownBy(() -> call("unlink", "a\0b")).hasMessageContaining("first NUL");
    }

    @Test
    void a_file_is_sent_from_an_offset_or_from_where_it_is(@TempDir Path folder)
            throws IOException {
        Path path = Files.writeString(folder.resolve("page"), "0123456789");
        socketpair();
        int file = made("open", path.toString());
        assertThat(number("sendfile", 3, file, 5, 100)).isEqualTo(5);
        assertThat(number("sendfile", 3, file, Value.Nothing.NONE, 3)).isEqualTo(3);
        assertThat(number("sendfile", 3, file, Value.Nothing.NONE, 2)).isEqualTo(2);
        assertThat(text("recv", 4, 100)).isEqualTo("5678901234");
        fails("EBADF", "sendfile", 3, 77, 0, 1);
    }

    @Test
    void FIONREAD_counts_what_waits() {
        socketpair();
        call("send", 3, "hello");
        assertThat(number("ioctl", 4, "FIONREAD")).isEqualTo(5);
        assertThat(number("ioctl", 4, "FIONREAD", 0)).isEqualTo(5);
    }

    @Test
    void FIONBIO_takes_a_number_and_gives_0() {
        socketpair();
        assertThat(number("ioctl", 4, "FIONBIO", 1)).isZero();
        fails("EAGAIN", "recv", 4, 1);
    }

    @Test
    void an_interface_is_asked_about_by_its_name() {
        int s = udp();
        Value.Structure mtu = (Value.Structure) call("ioctl", s, "SIOCGIFMTU", "lo").value();
        assertThat(mtu.fields()).containsEntry("ifr_name", Value.Text.of("lo"));
        assertThat(
                        call(
                                        "ioctl",
                                        s,
                                        "SIOCGIFMTU",
                                        new Value.Structure(
                                                Map.of("ifr_name", Value.Text.of("lo"))))
                                .value())
                .isEqualTo(mtu);
        fails("ENODEV", "ioctl", s, "SIOCGIFMTU", "nowhere0");
    }

    @Test
    void a_name_longer_than_its_field_is_a_slip() {
        assertThatThrownBy(() -> call("ioctl", udp(), "SIOCGIFMTU", "a".repeat(17)))
                .hasMessageContaining("at most 16 bytes");
    }

    @Test
    void a_request_that_nobody_knows_is_ENOTTY() {
        socketpair();
        fails("ENOTTY", "ioctl", 3, 0x1234, 1);
        fails("EBADF", "ioctl", 77, "FIONREAD");
    }

    @Test
    void bytes_that_could_be_an_address_are_a_slip() {
        socketpair();
        assertThatThrownBy(() -> call("ioctl", 3, 0x1234, "0123456789"))
                .isInstanceOf(Trial.Slip.class);
    }
}
