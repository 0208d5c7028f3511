package sockshell.transcript.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets made from calls, as tshark understands them. */
class SyntheticTest {
    static final String TCP =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> listen(l, 5)
            srv> getsockname(l)
            srv= 127.0.0.1:<p=1>
            srv> c = accept(l)
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", <p>)
            srv= 4 from 127.0.0.1:<q=1>
            cli> send(d, "hello")
            srv> recv(c, 64)
            srv> send(c, "HELLO!")
            cli> recv(d, 64)
            cli> close(d)
            srv> recv(c, 64)
            srv> close(c)
            srv> close(l)
            """;

    @TempDir Path folder;

    private Tshark tshark(Rerun session) {
        return Tshark.of(folder, session.synthetic());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_TCP_session_has_its_handshake_its_data_and_its_FINs() {
        Rerun session = Rerun.of(TCP);
        Tshark tshark = tshark(session);
        int server = session.port("p");
        int client = session.port("q");
        String there = client + " " + server + " ";
        String back = server + " " + client + " ";
        assertThat(
                        tshark.fields(
                                "tcp",
                                "tcp.srcport",
                                "tcp.dstport",
                                "tcp.flags.str",
                                "tcp.seq",
                                "tcp.ack",
                                "tcp.payload"))
                .containsExactly(
                        there + "··········S· 0 0",
                        back + "·······A··S· 0 1",
                        there + "·······A···· 1 1",
                        there + "·······AP··· 1 1 " + hex("hello"),
                        back + "·······A···· 1 6",
                        back + "·······AP··· 1 6 " + hex("HELLO!"),
                        there + "·······A···· 6 7",
                        there + "·······A···F 6 7",
                        back + "·······A···· 7 7",
                        back + "·······A···F 7 7",
                        there + "·······A···· 7 8");
        assertThat(tshark.complaints()).isEmpty();
    }

    @Test
    void the_file_and_each_packet_say_that_they_were_made() {
        Tshark tshark = tshark(Rerun.of(TCP));
        assertThat(tshark.capinfos())
                .contains("SYNTHETIC: these packets were made from the calls of a session")
                .contains("nanoseconds")
                .contains("Raw IP");
        assertThat(tshark.fields("frame", "frame.comment"))
                .hasSize(11)
                .allMatch(comment -> comment.startsWith("SYNTHETIC, made from "))
                .contains("SYNTHETIC, made from cli: connect", "SYNTHETIC, made from srv: send");
    }

    @Test
    void times_rise() {
        assertThat(
                        tshark(Rerun.of(TCP)).fields("frame", "frame.time_epoch").stream()
                                .map(Double::parseDouble)
                                .toList())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(seconds -> seconds < 60);
    }

    @Test
    void IPv6_has_right_checksums_too() {
        String session =
                TCP.replace("AF_INET", "AF_INET6")
                        .replace("\"127.0.0.1\"", "\"::1\"")
                        .replace("127.0.0.1", "[::1]");
        Tshark tshark = tshark(Rerun.of(session));
        assertThat(tshark.fields("ipv6 && tcp.flags.syn == 1", "ipv6.src", "ipv6.dst"))
                .containsExactly("::1 ::1", "::1 ::1");
        assertThat(tshark.fields("tcp.payload", "tcp.payload"))
                .containsExactly(hex("hello"), hex("HELLO!"));
        assertThat(tshark.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AF_INET, 127.0.0.1, 127.0.0.1, 127.0.0.1", "AF_INET6, ::1, [::1], ::1"})
    void datagrams_have_their_bytes(String family, String host, String shown, String address) {
        Rerun session =
                Rerun.of(
                        """
                        srv> s = socket(FAMILY, SOCK_DGRAM)
                        srv> bind(s, "HOST", 0)
                        srv> getsockname(s)
                        srv= SHOWN:<p=1>
                        cli> d = socket(FAMILY, SOCK_DGRAM)
                        cli> sendto(d, "one", "HOST", <p>)
                        cli> getsockname(d)
                        cli= <_=x>:<q=1>
                        cli> sendto(d, "", "HOST", <p>)
                        cli> connect(d, "HOST", <p>)
                        cli> send(d, "three")
                        """
                                .replace("FAMILY", family)
                                .replace("HOST", host)
                                .replace("SHOWN", shown));
        Tshark tshark = tshark(session);
        String ip = host.contains(":") ? "ipv6" : "ip";
        String ends = address + " " + address + " ";
        assertThat(tshark.fields("udp", ip + ".src", ip + ".dst", "udp.length", "udp.payload"))
                .containsExactly(
                        ends + "11 " + hex("one"), ends + "8", ends + "13 " + hex("three"));
        assertThat(tshark.fields("udp", "udp.dstport"))
                .containsOnly(Integer.toString(session.port("p")));
        assertThat(tshark.complaints()).isEmpty();
    }

    @Test
    void a_refused_connection_is_a_SYN_and_an_RST_from_a_port_that_is_made_up() {
        Rerun session =
                Rerun.of(
                        """
                        srv> s = socket(AF_INET, SOCK_STREAM)
                        srv> bind(s, "127.0.0.1", 0)
                        srv> getsockname(s)
                        srv= 127.0.0.1:<p=1>
                        srv> close(s)
                        cli> d = socket(AF_INET, SOCK_STREAM)
                        cli> connect(d, "127.0.0.1", <p>)
                        """);
        Tshark tshark = tshark(session);
        assertThat(tshark.fields("tcp", "tcp.srcport", "tcp.flags.str", "tcp.ack"))
                .containsExactly("61001 ··········S· 0", session.port("p") + " ·······A·R·· 1");
        assertThat(tshark.capinfos()).contains("61001 on is made up");
    }

    @Test
    void unread_data_makes_close_a_reset() {
        String unread =
                TCP.replace("srv> recv(c, 64)\n", "")
                        .replace("srv> send(c, \"HELLO!\")\ncli> recv(d, 64)\ncli> close(d)\n", "");
        Tshark tshark = tshark(Rerun.of(unread));
        assertThat(tshark.fields("tcp.flags.reset == 1 || tcp.flags.fin == 1", "tcp.flags.str"))
                .containsExactly("·······A·R··");
    }

    @Test
    void data_for_a_closed_socket_is_answered_with_a_reset() {
        Tshark tshark =
                tshark(
                        Rerun.of(
                                TCP.replace("srv> recv(c, 64)\nsrv> close(c)\n", "")
                                        .replace(
                                                "cli> close(d)\n",
                                                """
                                                cli> close(d)
                                                srv> recv(c, 64)
                                                srv> send(c, "x")
                                                srv> close(c)
                                                """)));
        assertThat(tshark.fields("tcp.seq >= 6", "tcp.flags.str", "tcp.payload"))
                .containsExactly(
                        "·······A····",
                        "·······A···F",
                        "·······A····",
                        "·······AP··· 78",
                        "·······A·R··");
        assertThat(tshark.complaints()).allMatch(line -> line.contains("RST"));
    }

    @Test
    void much_data_is_cut_into_segments_that_follow_one_another() {
        String whole = "recv(c, 160000, MSG_WAITALL)\nsrv> send";
        Tshark tshark =
                tshark(
                        Rerun.of(
                                TCP.replace("\"hello\"", "\"ab\" * 80000")
                                        .replace("recv(c, 64)\nsrv> send", whole)));
        assertThat(tshark.fields("tcp.len > 6", "tcp.seq", "tcp.len"))
                .containsExactly("1 65495", "65496 65495", "130991 29010");
        assertThat(tshark.complaints()).isEmpty();
    }

    @Test
    void what_sendfile_sent_is_as_long_as_it_was_and_has_no_bytes() {
        String file = "cli> f = open(\"pom.xml\", O_RDONLY)\ncli> sendfile(d, f, None, 10)";
        Tshark tshark = tshark(Rerun.of(TCP.replace("cli> send(d, \"hello\")", file)));
        assertThat(tshark.fields("tcp.len == 10", "frame.len", "frame.cap_len", "frame.comment"))
                .containsExactly("50 40 SYNTHETIC, made from cli: sendfile; its data was not seen");
        assertThat(tshark.fields("tcp.len == 6", "tcp.ack")).containsExactly("11");
    }

    @Test
    void an_urgent_byte_is_marked() {
        Tshark tshark = tshark(Rerun.of(TCP.replace("\"hello\"", "\"hello\", MSG_OOB")));
        assertThat(tshark.fields("tcp.flags.urg == 1", "tcp.urgent_pointer", "tcp.payload"))
                .containsExactly("5 " + hex("hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp-uppercase", "backlog-overflow", "fork-inherits", "udp-uppercase"})
    void a_shipped_session_is_understood_without_complaint(String name) throws IOException {
        String text = Files.readString(Path.of("transcripts", name + ".skt"));
        Tshark tshark = tshark(Rerun.of(text));
        assertThat(tshark.complaints()).isEmpty();
        List<String> syns = tshark.fields("tcp.flags.syn == 1", "tcp.flags.ack");
        assertThat(syns).hasSize(2 * (int) syns.stream().filter("0"::equals).count());
    }

    @Test
    void a_session_of_AF_UNIX_has_no_packets_and_says_why() {
        assertThat(
                        Rerun.of(
                                        """
                                        a> x, y = socketpair(AF_UNIX, SOCK_STREAM)
                                        a> send(x, "hello")
                                        """)
                                .synthetic())
                .isEqualTo(
                        new Packets.None(
                                "this session has no packets: what AF_UNIX sockets send stays in"
                                        + " the kernel"));
    }

    @Test
    void a_session_that_sends_nothing_has_no_packets_and_says_why() {
        assertThat(Rerun.of("a> htons(1)\n").synthetic())
                .isEqualTo(
                        new Packets.None(
                                "this session has no packets: nothing was sent over TCP or UDP"));
    }
}
