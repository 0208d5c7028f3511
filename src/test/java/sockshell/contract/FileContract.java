package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Files: open(2), read(2), write(2), unlink(2), and sendfile(2), which sends them. */
public abstract class FileContract extends FolderContract {
    private static final OptionalLong POSITION = OptionalLong.empty();

    protected FileContract(Kernel kernel) {
        super(kernel);
    }

    private Fd opened(String name, String... flags) {
        int all = 0;
        for (String flag : flags) {
            all |= n(flag);
        }
        return keep(ok(open(name, all)));
    }

    private Result<Integer> unlink(String name) {
        return kernel.descriptors().unlink(path(name));
    }

    private Result<Integer> sendfile(Fd out, Fd in, long offset, long count) {
        return kernel.transfers().sendfile(out, in, OptionalLong.of(offset), count);
    }

    private Result<Integer> sendfile(Fd out, Fd in, long count) {
        return kernel.transfers().sendfile(out, in, POSITION, count);
    }

    @Test
    void what_was_written_is_read() {
        ok(close(file("file", "hello")));
        assertThat(read(opened("file", "O_RDONLY"), 10)).isEqualTo("hello");
    }

    @Test
    void the_end_of_a_file_is_0_bytes() {
        Fd file = file("file", "hello");
        assertThat(read(file, 10)).isEmpty();
    }

    @Test
    void a_missing_file_is_ENOENT() {
        fails(open("missing", n("O_RDONLY")), "ENOENT");
    }

    @Test
    void the_empty_path_is_ENOENT() {
        fails(kernel.descriptors().open("", n("O_RDONLY"), 0), "ENOENT");
    }

    @Test
    void O_EXCL_with_a_file_already_there_is_EEXIST() {
        file("file", "");
        fails(open("file", n("O_CREAT") | n("O_EXCL") | n("O_RDWR")), "EEXIST");
    }

    @Test
    void O_CREAT_opens_what_is_already_there() {
        file("file", "kept");
        assertThat(read(opened("file", "O_CREAT", "O_RDWR"), 10)).isEqualTo("kept");
    }

    @Test
    void O_TRUNC_empties_what_is_already_there() {
        file("file", "gone");
        assertThat(read(opened("file", "O_TRUNC", "O_RDWR"), 10)).isEmpty();
    }

    @Test
    void O_APPEND_writes_to_the_end() {
        file("file", "one");
        ok(write(opened("file", "O_APPEND", "O_WRONLY"), "two"));
        assertThat(read(opened("file", "O_RDONLY"), 10)).isEqualTo("onetwo");
    }

    @Test
    void without_O_APPEND_it_writes_over_the_start() {
        file("file", "once");
        ok(write(opened("file", "O_WRONLY"), "tw"));
        assertThat(read(opened("file", "O_RDONLY"), 10)).isEqualTo("twce");
    }

    @Test
    void the_mode_is_that_of_a_new_file() throws IOException {
        int create = n("O_CREAT") | n("O_WRONLY");
        keep(ok(kernel.descriptors().open(path("file"), create, 0400)));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("file"))))
                .isEqualTo("r--------");
    }

    @Test
    void O_CLOEXEC_closes_it_upon_exec() {
        file("file", "");
        Fd fd = opened("file", "O_RDONLY", "O_CLOEXEC");
        assertThat(ok(kernel.descriptors().fcntl(fd, n("F_GETFD"), 0))).isEqualTo(n("FD_CLOEXEC"));
    }

    @Test
    void to_write_to_what_is_open_for_reading_is_EBADF() {
        fails(write(readable("file", ""), "x"), "EBADF");
    }

    @Test
    void to_read_from_what_is_open_for_writing_is_EBADF() {
        file("file", "");
        Fd fd = opened("file", "O_WRONLY");
        fails(kernel.transfers().read(fd, kernel.buffer(1), 1), "EBADF");
    }

    @Test
    void a_folder_open_for_writing_is_EISDIR() {
        fails(open("", n("O_WRONLY")), "EISDIR");
    }

    @Test
    void to_read_a_folder_is_EISDIR() {
        fails(kernel.transfers().read(opened("", "O_RDONLY"), kernel.buffer(1), 1), "EISDIR");
    }

    @Test
    void a_path_through_a_file_is_ENOTDIR() {
        file("file", "");
        fails(open("file/below", n("O_RDONLY")), "ENOTDIR");
    }

    @Test
    void a_name_of_256_bytes_is_ENAMETOOLONG() {
        String longest = "n".repeat(255);
        fails(open(longest, n("O_RDONLY")), "ENOENT");
        fails(open(longest + "n", n("O_RDONLY")), "ENAMETOOLONG");
    }

    @Test
    void a_path_of_4096_bytes_is_ENAMETOOLONG() {
        String path = "/" + "./".repeat(2048);
        fails(kernel.descriptors().open(path, n("O_RDONLY"), 0), "ENAMETOOLONG");
    }

    @Test
    void a_path_with_a_NUL_is_refused_by_its_name() {
        assertThatThrownBy(() -> kernel.descriptors().open("a\0b", 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");
        assertThatThrownBy(() -> kernel.descriptors().unlink("\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");
    }

    @Test
    void a_path_is_UTF_8() {
        String name = folder + "/\u00fc\u20ac";
        int create = n("O_CREAT") | n("O_EXCL") | n("O_RDWR");
        keep(ok(kernel.descriptors().open(name, create, 0600)));
        fails(kernel.descriptors().open(name, create, 0600), "EEXIST");
        fails(kernel.descriptors().open(folder + "/??", n("O_RDONLY"), 0), "ENOENT");
        ok(kernel.descriptors().unlink(name));
    }

    @Test
    void the_file_of_a_socket_can_not_be_opened() {
        Fd socket = socket("AF_UNIX", "SOCK_STREAM");
        ok(kernel.sockets().bind(socket, SockAddr.Unix.path(path("door"))));
        fails(open("door", n("O_RDWR")), "ENXIO");
    }

    @Test
    void unlink_removes_a_file() {
        file("file", "");
        assertThat(ok(unlink("file"))).isEqualTo(0);
        fails(open("file", n("O_RDONLY")), "ENOENT");
    }

    @Test
    void an_open_file_outlives_its_name() {
        Fd file = readable("file", "still here");
        ok(unlink("file"));
        assertThat(read(file, 10)).isEqualTo("still here");
    }

    @Test
    void unlink_of_a_missing_file_is_ENOENT() {
        fails(unlink("missing"), "ENOENT");
    }

    @Test
    void unlink_of_a_folder_is_EISDIR() {
        fails(unlink(""), "EISDIR");
    }

    @Test
    void copies_of_a_descriptor_share_the_position() {
        Fd file = readable("file", "0123456789");
        Fd copy = keep(ok(kernel.descriptors().dup(file)));
        assertThat(read(file, 3) + "|" + read(copy, 3) + "|" + read(file, 3))
                .isEqualTo("012|345|678");
    }

    @Test
    void descriptors_opened_apart_have_positions_of_their_own() {
        Fd file = readable("file", "0123456789");
        Fd other = opened("file", "O_RDONLY");
        assertThat(read(file, 3) + "|" + read(other, 3)).isEqualTo("012|012");
    }

    @Test
    void sendfile_with_an_offset_sends_from_there_and_leaves_the_position() {
        Fd file = readable("file", "0123456789");
        Pair pair = streamPair();
        assertThat(ok(sendfile(pair.first(), file, 3, 4))).isEqualTo(4);
        assertThat(received(pair.second(), 10)).isEqualTo("3456");
        assertThat(read(file, 2)).isEqualTo("01");
    }

    @Test
    void sendfile_without_an_offset_goes_on_from_the_position() {
        Fd file = readable("file", "0123456789");
        Pair pair = streamPair();
        read(file, 2);
        assertThat(ok(sendfile(pair.first(), file, 3))).isEqualTo(3);
        assertThat(received(pair.second(), 10)).isEqualTo("234");
        assertThat(read(file, 2)).isEqualTo("56");
    }

    @Test
    void sendfile_stops_at_the_end_of_the_file() {
        Fd file = readable("file", "0123456789");
        Pair pair = streamPair();
        assertThat(ok(sendfile(pair.first(), file, 8, 1000))).isEqualTo(2);
        assertThat(ok(sendfile(pair.first(), file, 10, 1000))).isEqualTo(0);
        assertThat(ok(sendfile(pair.first(), file, 5_000_000_000L, 1000))).isEqualTo(0);
        assertThat(received(pair.second(), 10)).isEqualTo("89");
    }

    @Test
    void sendfile_fills_a_pipe_as_well() {
        Fd file = readable("file", "0123456789");
        Pair pipe = pipe();
        assertThat(ok(sendfile(pipe.second(), file, 0, 10))).isEqualTo(10);
        assertThat(read(pipe.first(), 20)).isEqualTo("0123456789");
    }

    @Test
    void sendfile_goes_over_TCP() {
        Connection connection = connection();
        Fd file = readable("file", "0123456789");
        assertThat(ok(sendfile(connection.client(), file, 10))).isEqualTo(10);
        assertThat(received(connection.server(), 10, n("MSG_WAITALL"))).isEqualTo("0123456789");
    }

    @Test
    void sendfile_copies_to_another_file() {
        Fd file = readable("file", "0123456789");
        ok(sendfile(file("copy", ""), file, 10));
        assertThat(read(opened("copy", "O_RDONLY"), 20)).isEqualTo("0123456789");
    }

    @Test
    void sendfile_of_nothing_is_0() {
        assertThat(ok(sendfile(streamPair().first(), readable("file", "text"), 0))).isEqualTo(0);
    }

    @Test
    void sendfile_of_a_negative_count_is_EINVAL() {
        fails(sendfile(streamPair().first(), readable("file", "text"), -1), "EINVAL");
    }

    @Test
    void sendfile_from_a_negative_offset_is_EINVAL() {
        fails(sendfile(streamPair().first(), readable("file", "text"), -1, 1), "EINVAL");
    }

    @Test
    void sendfile_of_a_closed_descriptor_is_EBADF() {
        fails(sendfile(streamPair().first(), closedFd(), 1), "EBADF");
        fails(sendfile(closedFd(), readable("file", "text"), 1), "EBADF");
    }

    @Test
    void sendfile_of_what_is_open_for_writing_is_EBADF() {
        file("file", "text");
        fails(sendfile(streamPair().first(), opened("file", "O_WRONLY"), 1), "EBADF");
    }

    @Test
    void sendfile_of_a_socket_is_EINVAL_and_with_an_offset_ESPIPE() {
        Fd in = streamPair().first();
        fails(sendfile(streamPair().first(), in, 1), "EINVAL");
        fails(sendfile(streamPair().first(), in, 0, 1), "ESPIPE");
    }

    @Test
    void sendfile_to_a_file_that_only_appends_is_EINVAL() {
        Fd in = readable("file", "text");
        file("log", "");
        fails(sendfile(opened("log", "O_APPEND", "O_WRONLY"), in, 1), "EINVAL");
    }

    @Test
    void sendfile_to_a_full_stream_is_EAGAIN_if_non_blocking() {
        Fd out = streamPair().first();
        fill(out, "x".repeat(4096));
        fails(sendfile(out, readable("file", "text"), 4), "EAGAIN");
    }
}
