package sockshell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;
import sockshell.sys.SockAddr.Unix;
import sockshell.sys.Struct;

/** Names of AF_UNIX sockets: paths, abstract names, none at all; and who is behind them. */
public abstract class UnixNamesContract extends FolderContract {
    private final String unique = "sockshell-" + System.nanoTime();

    protected UnixNamesContract(Kernel kernel) {
        super(kernel);
    }

    private Fd unix() {
        return socket("AF_UNIX", "SOCK_STREAM");
    }

    private Unix door(String name) {
        return Unix.path(path(name));
    }

    private Result<Integer> bind(Fd fd, SockAddr name) {
        return kernel.sockets().bind(fd, name);
    }

    private Result<Integer> connect(SockAddr name) {
        return kernel.sockets().connect(unix(), name);
    }

    private Fd bound(SockAddr name) {
        Fd socket = unix();
        ok(bind(socket, name));
        return socket;
    }

    private Fd listening(SockAddr name) {
        Fd listener = bound(name);
        ok(kernel.sockets().listen(listener, 5));
        return listener;
    }

    /** A path of so many bytes. */
    private Unix longPath(int length) {
        String start = folder + "/";
        return Unix.path(start + "n".repeat(length - start.length()));
    }

    private Result<Integer> unlink(Unix path) {
        return kernel.descriptors().unlink(path.name().text());
    }

    @Test
    void a_new_socket_has_no_name() {
        assertThat(nameOf(unix())).isEqualTo(Unix.UNNAMED);
    }

    @Test
    void getsockname_gives_the_path() {
        assertThat(nameOf(bound(door("door")))).isEqualTo(door("door"));
    }

    @Test
    void a_path_taken_is_EADDRINUSE() {
        bound(door("door"));
        fails(bind(unix(), door("door")), "EADDRINUSE");
    }

    @Test
    void a_path_outlives_its_socket() {
        ok(close(bound(door("door"))));
        fails(bind(unix(), door("door")), "EADDRINUSE");
    }

    @Test
    void unlink_frees_the_path() {
        ok(close(bound(door("door"))));
        ok(unlink(door("door")));
        ok(bind(unix(), door("door")));
    }

    @Test
    void a_second_bind_is_EINVAL() {
        fails(bind(bound(door("door")), door("other")), "EINVAL");
    }

    @Test
    void a_path_in_a_missing_folder_is_ENOENT() {
        fails(bind(unix(), door("missing/door")), "ENOENT");
    }

    @Test
    void connect_goes_by_the_path() {
        Fd listener = listening(door("door"));
        Fd client = unix();
        ok(kernel.sockets().connect(client, door("door")));
        ok(send(client, "hello"));
        Fd server = keep(ok(kernel.sockets().accept(listener)).fd());
        assertThat(received(server, 10)).isEqualTo("hello");
    }

    @Test
    void connect_to_a_missing_path_is_ENOENT() {
        fails(connect(door("missing")), "ENOENT");
    }

    @Test
    void connect_to_a_stale_path_is_ECONNREFUSED() {
        ok(close(listening(door("stale"))));
        fails(connect(door("stale")), "ECONNREFUSED");
    }

    @Test
    void connect_to_a_regular_file_is_ECONNREFUSED() {
        file("file", "text");
        fails(connect(door("file")), "ECONNREFUSED");
    }

    @Test
    void a_stream_socket_does_not_connect_to_a_datagram_socket() {
        ok(bind(socket("AF_UNIX", "SOCK_DGRAM"), door("box")));
        fails(connect(door("box")), "EPROTOTYPE");
    }

    @Test
    void a_datagram_socket_does_not_connect_to_a_stream_socket() {
        listening(door("door"));
        Fd datagram = socket("AF_UNIX", "SOCK_DGRAM");
        fails(kernel.sockets().connect(datagram, door("door")), "EPROTOTYPE");
        fails(sendto(datagram, "x", door("door")), "EPROTOTYPE");
    }

    @Test
    void after_unlink_nobody_finds_a_listener_that_is_still_there() {
        Fd listener = listening(door("door"));
        ok(unlink(door("door")));
        fails(connect(door("door")), "ENOENT");
        assertThat(nameOf(listener)).isEqualTo(door("door"));
    }

    @Test
    void a_path_of_107_bytes_fits_with_its_NUL() {
        assertThat(nameOf(listening(longPath(107)))).isEqualTo(longPath(107));
        ok(connect(longPath(107)));
    }

    @Test
    void a_path_of_108_bytes_fits_without_a_NUL() {
        assertThat(nameOf(listening(longPath(108)))).isEqualTo(longPath(108));
        ok(connect(longPath(108)));
    }

    @Test
    void a_path_of_109_bytes_is_EINVAL() {
        fails(bind(unix(), longPath(109)), "EINVAL");
        fails(connect(longPath(109)), "EINVAL");
    }

    @Test
    void a_path_of_300_bytes_is_EINVAL() {
        fails(bind(unix(), longPath(300)), "EINVAL");
    }

    @Test
    void a_path_ends_before_its_first_NUL() {
        Unix cut = door("door");
        Unix whole = new Unix(cut.name().plus(Bytes.of("\0and more")));
        assertThat(nameOf(bound(whole))).isEqualTo(cut);
    }

    @Test
    void a_path_is_handed_over_with_its_NUL_and_an_abstract_name_as_long_as_it_is() {
        int start = struct("sockaddr_un").field("sun_path").offset();
        assertThat(kernel.encode(Unix.path("door")).length()).isEqualTo(start + 5);
        assertThat(kernel.encode(longPath(108)).length()).isEqualTo(start + 108);
        assertThat(kernel.encode(Unix.hidden("door")).length()).isEqualTo(start + 5);
        assertThat(kernel.encode(Unix.UNNAMED).length()).isEqualTo(start);
    }

    @Test
    void every_form_of_a_name_is_read_as_it_was_written() {
        for (Unix name : new Unix[] {door("door"), Unix.hidden("a\0b"), Unix.UNNAMED}) {
            assertThat(kernel.decode(kernel.encode(name))).isEqualTo(name);
        }
    }

    @Test
    void an_abstract_name_is_found_without_a_file() {
        Unix name = Unix.hidden(unique);
        assertThat(nameOf(listening(name))).isEqualTo(name);
        ok(connect(name));
    }

    @Test
    void an_abstract_name_taken_is_EADDRINUSE() {
        bound(Unix.hidden(unique));
        fails(bind(unix(), Unix.hidden(unique)), "EADDRINUSE");
    }

    @Test
    void an_abstract_name_goes_with_its_socket() {
        Unix name = Unix.hidden(unique);
        ok(close(listening(name)));
        fails(connect(name), "ECONNREFUSED");
        ok(bind(unix(), name));
    }

    @Test
    void an_abstract_name_may_have_NULs_inside_and_behind() {
        Unix name = Unix.hidden(unique + "\0in\0");
        assertThat(nameOf(listening(name))).isEqualTo(name);
        ok(connect(name));
    }

    @Test
    void every_byte_of_an_abstract_name_counts() {
        listening(Unix.hidden(unique + "\0"));
        fails(connect(Unix.hidden(unique)), "ECONNREFUSED");
        fails(connect(Unix.hidden(unique + "\0\0")), "ECONNREFUSED");
    }

    @Test
    void an_abstract_name_of_107_bytes_fits_and_one_of_108_is_EINVAL() {
        Unix longest = Unix.hidden(unique + "n".repeat(107 - unique.length()));
        assertThat(nameOf(bound(longest))).isEqualTo(longest);
        Unix longer = new Unix(longest.name().plus(Bytes.of("n")));
        fails(bind(unix(), longer), "EINVAL");
    }

    @Test
    void bind_to_the_empty_name_gives_an_abstract_one_of_5_hex_digits() {
        Unix name = (Unix) nameOf(bound(Unix.UNNAMED));
        assertThat(name.isAbstract()).isTrue();
        assertThat(name.name().slice(1, name.name().length()).text()).matches("[0-9a-f]{5}");
    }

    @Test
    void connect_to_the_empty_name_is_EINVAL() {
        fails(connect(Unix.UNNAMED), "EINVAL");
    }

    @Test
    void an_internet_address_for_a_unix_socket_is_EINVAL() {
        fails(bind(unix(), loopback(0)), "EINVAL");
    }

    @Test
    void sendto_finds_a_datagram_socket_by_its_path() {
        Fd receiver = socket("AF_UNIX", "SOCK_DGRAM");
        ok(bind(receiver, door("box")));
        Fd sender = socket("AF_UNIX", "SOCK_DGRAM");
        ok(bind(sender, door("from")));
        ok(sendto(sender, "hello", door("box")));
        assertThat(ok(recvfrom(receiver, 10)).from()).contains(door("from"));
    }

    @Test
    void sendto_a_missing_path_is_ENOENT() {
        fails(sendto(socket("AF_UNIX", "SOCK_DGRAM"), "x", door("missing")), "ENOENT");
    }

    @Test
    void SO_PEERCRED_names_the_process_on_the_other_side() {
        var peer = credentials(streamPair().first());
        assertThat(peer).containsEntry("pid", (long) kernel.getpid());
    }

    @Test
    void SO_PEERCRED_without_a_peer_has_no_process() {
        assertThat(credentials(unix()))
                .isEqualTo(Map.of("pid", 0L, "uid", 0xffffffffL, "gid", 0xffffffffL));
    }

    private Map<String, Long> credentials(Fd fd) {
        Struct ucred = struct("ucred");
        int option = n("SO_PEERCRED");
        int level = n("SOL_SOCKET");
        Bytes value = ok(kernel.sockets().getsockopt(fd, level, option, ucred.size()));
        return ucred.numbers(value);
    }

    @Test
    void connect_names_a_socket_with_SO_PASSCRED() {
        Fd listener = listening(door("door"));
        Fd client = unix();
        option(client, "SOL_SOCKET", "SO_PASSCRED", 1);
        ok(kernel.sockets().connect(client, door("door")));
        var accepted = ok(kernel.sockets().accept(listener));
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client)).isNotEqualTo(Unix.UNNAMED);
    }
}
