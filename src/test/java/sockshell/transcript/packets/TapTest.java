package sockshell.transcript.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that the kernel really sent; where it permits nobody to see them, nothing is tested. */
class TapTest {
    private static final String WHAT_MATTERS =
            "tcp.flags.syn == 1 || tcp.len > 0 || tcp.flags.fin == 1";

    @TempDir Path folder;

    private final Rerun session = new Rerun();

    private Packets captured(String transcript) {
        Optional<Tap> tap = Tap.begin(session.kernel);
        assumeTrue(tap.isPresent(), "packets may not be captured here");
        session.run(transcript);
        return tap.get().end(session.beats, session.catalogue);
    }

    private Tshark tshark(String transcript) {
        return Tshark.of(folder, captured(transcript));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_TCP_session_is_captured_once_from_its_SYN_to_its_FINs() {
        Tshark tshark = tshark(SyntheticTest.TCP);
        String there = session.port("q") + " " + session.port("p") + " ";
        String back = session.port("p") + " " + session.port("q") + " ";
        assertThat(
                        tshark.fields(
                                WHAT_MATTERS,
                                "tcp.srcport",
                                "tcp.dstport",
                                "tcp.flags.str",
                                "tcp.seq",
                                "tcp.ack",
                                "tcp.payload"))
                .containsExactly(
                        there + "··········S· 0 0",
                        back + "·······A··S· 0 1",
                        there + "·······AP··· 1 1 " + hex("hello"),
                        back + "·······AP··· 1 6 " + hex("HELLO!"),
                        there + "·······A···F 6 7",
                        back + "·······A···F 7 7");
        assertThat(tshark.fields("tcp.analysis.flags", "frame.number")).isEmpty();
        assertThat(tshark.fields("_ws.malformed", "frame.number")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp-uppercase", "fork-inherits", "backlog-overflow"})
    void what_was_captured_is_what_is_made_where_nothing_may_be_captured(String name)
            throws IOException {
        String text = Files.readString(Path.of("transcripts", name + ".skt"));
        String[] fields = {
            "tcp.srcport", "tcp.dstport", "tcp.flags.str", "tcp.seq", "tcp.ack", "tcp.payload"
        };
        /* the made ones have no retransmissions */
        String filter = "(" + WHAT_MATTERS + ") && !tcp.analysis.retransmission";
        List<String> really = tshark(text).fields(filter, fields);
        Tshark made = Tshark.of(folder, session.synthetic());
        assertThat(made.fields(filter, fields)).isNotEmpty().isEqualTo(really);
    }

    @Test
    void IPv6_is_captured_too() {
        String session =
                SyntheticTest.TCP
                        .replace("AF_INET", "AF_INET6")
                        .replace("\"127.0.0.1\"", "\"::1\"")
                        .replace("127.0.0.1", "[::1]");
        assertThat(tshark(session).fields("ipv6 && tcp.len > 0", "tcp.payload"))
                .containsExactly(hex("hello"), hex("HELLO!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp-uppercase", "udp-uppercase"})
    void what_the_kernel_left_to_a_network_card_is_completed(String name) throws IOException {
        Tshark tshark = tshark(Files.readString(Path.of("transcripts", name + ".skt")));
        String bad = "tcp.checksum.status == Bad || udp.checksum.status == Bad";
        assertThat(tshark.fields(bad + " || icmp.checksum.status == Bad", "frame.number"))
                .isEmpty();
    }

    @Test
    void the_file_says_what_is_to_be_known_of_it() {
        assertThat(tshark(SyntheticTest.TCP).capinfos())
                .contains("Captured on the loopback interface")
                .contains("checksums of TCP and UDP were completed")
                .doesNotContain("SYNTHETIC")
                .doesNotContain("missing");
    }

    @Test
    void times_are_the_clock_s_and_rise() {
        double before = Instant.now().getEpochSecond();
        List<Double> times =
                tshark(SyntheticTest.TCP).fields("frame", "frame.time_epoch").stream()
                        .map(Double::parseDouble)
                        .toList();
        double after = Instant.now().getEpochSecond() + 1.0;
        assertThat(times).isSorted().allMatch(time -> time >= before && time <= after);
    }

    @Test
    void a_datagram_for_nobody_is_captured_with_the_answer_of_ICMP() {
        Tshark tshark =
                tshark(
                        """
                        srv> s = socket(AF_INET, SOCK_DGRAM)
                        srv> bind(s, "127.0.0.1", 0)
                        srv> getsockname(s)
                        srv= 127.0.0.1:<p=1>
                        srv> close(s)
                        cli> d = socket(AF_INET, SOCK_DGRAM)
                        cli> sendto(d, "lost", "127.0.0.1", <p>)
                        """);
        assertThat(tshark.fields("udp && !icmp", "udp.dstport", "udp.payload"))
                .containsExactly(session.port("p") + " " + hex("lost"));
        assertThat(tshark.fields("icmp", "icmp.type", "icmp.code")).containsExactly("3 3");
    }

    @Test
    void a_refused_connection_is_captured_though_its_port_was_never_seen() {
        Tshark tshark =
                tshark(
                        """
                        srv> s = socket(AF_INET, SOCK_STREAM)
                        srv> bind(s, "127.0.0.1", 0)
                        srv> getsockname(s)
                        srv= 127.0.0.1:<p=1>
                        srv> close(s)
                        cli> d = socket(AF_INET, SOCK_STREAM)
                        cli> connect(d, "127.0.0.1", <p>)
                        """);
        assertThat(tshark.fields("tcp", "tcp.flags.str"))
                .containsExactly("··········S·", "·······A·R··");
    }

    @Test
    void a_stranger_s_packets_are_not_kept() {
        Optional<Tap> tap = Tap.begin(session.kernel);
        assumeTrue(tap.isPresent(), "packets may not be captured here");
        Rerun stranger = new Rerun();
        stranger.run(SyntheticTest.TCP);
        session.run(SyntheticTest.TCP);
        Tshark tshark = Tshark.of(folder, tap.get().end(session.beats, session.catalogue));
        String port = Integer.toString(stranger.port("p"));
        assertThat(tshark.fields("tcp.flags.syn == 1", "tcp.port")).hasSize(2);
        assertThat(tshark.fields("tcp.port == " + port, "tcp.port")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void all_bytes_of_a_busy_session_are_there(int rounds) {
        String turn =
                """
                cli> sendall(d, "ab" * 30000)
                srv> recv(c, 60000, MSG_WAITALL)
                """;
        String once = "cli> send(d, \"hello\")\nsrv> recv(c, 64)\n";
        String script = SyntheticTest.TCP.replace(once, turn.repeat(rounds));
        Tshark tshark = tshark(script);
        String data = "tcp.len > 0 && tcp.dstport == " + session.port("p");
        /* where the receiver has no room TCP sends some bytes twice: the last one counts */
        assertThat(tshark.fields(data, "tcp.nxtseq").stream().map(Long::parseLong))
                .contains(1 + 60_000L * rounds)
                .allMatch(next -> next <= 1 + 60_000L * rounds);
        assertThat(
                        tshark.fields(
                                "tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment",
                                "frame.number"))
                .isEmpty();
        assertThat(tshark.capinfos()).doesNotContain("missing");
    }

    @Test
    void AF_UNIX_has_no_packets_and_that_is_said() {
        assertThat(captured("a> x, y = socketpair(AF_UNIX, SOCK_STREAM)\na> send(x, \"hello\")\n"))
                .isEqualTo(
                        new Packets.None(
                                "this session has no packets: what AF_UNIX sockets send stays in"
                                        + " the kernel"));
    }

    @Test
    void its_thread_ends_with_it() {
        Optional<Tap> tap = Tap.begin(session.kernel);
        assumeTrue(tap.isPresent(), "packets may not be captured here");
        Tap open = tap.get();
        assertThat(threads()).contains("packets");
        open.close();
        open.close();
        assertThat(threads()).doesNotContain("packets");
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
