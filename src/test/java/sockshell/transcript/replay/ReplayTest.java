package sockshell.transcript.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final String PAIR = "main> a, b = socketpair(AF_UNIX, SOCK_STREAM)";

    private final Rerun rerun = new Rerun();
    @TempDir Path folder;

    private Optional<Difference> run(String... lines) {
        return rerun.of(Rerun.recording(lines), Terms.in(folder));
    }

    private void holds(String... lines) {
        assertThat(run(lines)).isEmpty();
    }

    private String now(String... lines) {
        return run(lines).flatMap(Difference::now).orElse("no difference");
    }

    @Test
    void a_result_that_is_another_one_differs() {
        Difference difference = run("main> htons(1)", "main= 255").orElseThrow();
        assertThat(difference.line()).isEqualTo(3);
        assertThat(difference.statement()).contains("main> htons(1)");
        assertThat(difference.recorded()).contains("main= 255");
        assertThat(difference.now()).contains("main= 256");
    }

    @Test
    void a_statement_without_a_result_is_not_compared() {
        holds("main> htons(1)", "main> htons(1)", "main= 256");
    }

    @Test
    void blocking_that_was_not_recorded_differs() {
        assertThat(now(PAIR, "main= 3 4", "main> recv(a, 1)", "cli> 1", "cli= 1", "main= 1 \"x\""))
                .isEqualTo("main* recv");
    }

    @Test
    void returning_at_once_where_it_blocked_differs() {
        assertThat(now(PAIR, "main= 3 4", "main> send(a, \"x\")", "main* send", "main= 1"))
                .isEqualTo("main= 1");
    }

    @Test
    void a_result_that_never_comes_is_not_waited_for_where_nobody_works() {
        Difference difference = run("main> print(\"x\")", "main: x", "main= 1").orElseThrow();
        assertThat(difference.now()).isEmpty();
    }

    @Test
    void something_more_at_the_end_differs() {
        assertThat(now("main> htons(1)", "main= 256", "main> print(\"x\")")).isEqualTo("main: x");
    }

    @Test
    void a_slip_may_be_worded_otherwise_but_must_be_one() {
        holds("main> nobody(1)", "main= ! some other words");
        assertThat(now("main> htons(1)", "main= ! some words")).isEqualTo("main= 256");
        assertThat(now("main> nobody(1)", "main= 1")).startsWith("main= ! ");
    }

    @Test
    void what_is_not_compared_captures_all_the_same() {
        holds("main> 5", "main=~ <x=7>", "main> <x> + 1", "main= 6");
        holds("main> 5", "main=~ quite another");
    }

    @Test
    void a_captured_value_must_be_the_same_again() {
        holds("main> 5", "main= <x=9>", "main> 5", "main= <x>", "main> 5", "main= <x=2>");
        assertThat(now("main> 5", "main= <x=5>", "main> 6", "main= <x=6>")).isEqualTo("main= 6");
        holds("main> 5", "main= <_=1>", "main> 6", "main= <_=1>");
    }

    /** Shown with its result right below, it may take a moment, as what times itself does. */
    @Test
    void a_call_recorded_with_its_result_below_gets_a_moment() {
        holds(PAIR, "main= 3 4", "main> poll([(a, POLLIN)], 300)", "main= 0 []");
    }

    @Test
    void who_sleeps_for_a_time_may_be_back_before_the_recording_says_so() {
        holds(
                "srv> a, b = socketpair(AF_UNIX, SOCK_STREAM)",
                "srv= 3 4",
                "srv> poll([(a, POLLIN)], 50)",
                "srv* poll",
                "cli> sleep(0.3)",
                "cli* sleep",
                "cli> 5",
                "cli= 5",
                "srv= 0 []");
    }

    @Test
    void what_goes_on_without_end_is_ended() {
        Terms short_ = Terms.in(folder).within(Duration.ofMillis(300));
        String text = Rerun.recording("main> 1", "main= 1", "main> loop { x = 1 }");
        assertThat(rerun.of(text, short_).orElseThrow().explanation())
                .first()
                .asString()
                .contains("without end");
    }

    @Test
    void a_call_that_is_still_asleep_is_said_to_be() {
        Terms short_ = Terms.in(folder).within(Duration.ofMillis(100));
        String text =
                Rerun.recording(
                        PAIR, "main= 3 4", "main> recv(a, 1)", "main* recv", "main= 0 \"\"");
        Difference difference = rerun.of(text, short_).orElseThrow();
        assertThat(difference.explanation()).contains("main is still blocked in recv.");
    }

    @Test
    void what_a_person_typed_is_typed_again() {
        holds(
                "main> s = input(\"Sentence: \")",
                "main= \"h\\xc3\\xa9 \\\"you\\\"\"",
                "main> s.upper()",
                "main= \"H\\xc3\\xa9 \\\"YOU\\\"\"");
    }

    @Test
    void a_recording_without_results_only_has_to_run() {
        holds("main> htons(1)", "main> exit()");
    }

    @Test
    void to_interrupt_who_is_not_blocked_differs() {
        Difference difference = run("main> 1", "main= 1", "main> /interrupt main").orElseThrow();
        assertThat(difference.explanation()).first().asString().contains("not blocked");
    }

    @Test
    void commands_that_only_look_are_passed_over() {
        holds("main> /sockets", "main> 1", "main= 1", "main> /help send");
    }

    @Test
    void a_stream_cut_anywhere_is_waited_for() {
        holds(
                "srv> l = socket(AF_INET, SOCK_STREAM)",
                "srv= 3",
                "srv> bind(l, \"127.0.0.1\", 0)",
                "srv= 0",
                "srv> listen(l)",
                "srv= 0",
                "srv> getsockname(l)",
                "srv= 127.0.0.1:<p=1>",
                "cli> d = socket(AF_INET, SOCK_STREAM)",
                "cli= 3",
                "cli> connect(d, \"127.0.0.1\", <p>)",
                "cli= 0",
                "srv> c = accept(l)",
                "srv= 4 from 127.0.0.1:<q=1>",
                "cli> repeat 6 { send(d, \"0123456789\") }",
                "srv> recv(c, 200, MSG_DONTWAIT)",
                "srv= 60 \"" + "0123456789".repeat(6) + "\"",
                "cli> repeat 20 { send(d, \"0123456789\") }",
                "srv> len(recv(c, 300, MSG_DONTWAIT))",
                "srv= 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bind(s, \"10.11.12.13\", 0)",
                "connect(s, \"192.0.2.1\", 9)",
                "connect(s, \"0.0.0.0\", 9)",
                "connect(s, sockaddr_in(AF_INET, htons(9), inet_addr(\"192.0.2.1\")))",
                "sendto(u, \"x\", (\"192.0.2.1\", 9))",
                "sendto(u, \"x\", 0, sockaddr_in(AF_UNSPEC, htons(9), inet_addr(\"192.0.2.1\")))",
                "sendmsg(u, [\"x\"], 0, (\"192.0.2.1\", 9))",
                "bind(i, \"2001:db8::1\", 0)",
                "connect(i, \"::ffff:192.0.2.1\", 9)",
                "connect(i, \"::\", 9)",
                "open(\"../../x\", O_WRONLY|O_CREAT)",
                "open(\"/etc/passwd\", O_RDONLY)",
                "open(\"a/../../x\", O_RDONLY)",
                "open(\"FOLDER/own.txt\", O_WRONLY)",
                "open(\"FOLDER/own.txt\", O_RDONLY|O_TRUNC)",
                "open(\"FOLDER/out\", O_RDONLY)",
                "unlink(\"/tmp/x\")",
                "unlink(\"FOLDER/own.txt\")",
                "bind(x, \"/tmp/sockshell-test\")",
                "connect(x, \"/run/x\")",
                "socket(AF_NETLINK, SOCK_RAW)",
                "fcntl(s, F_SETOWN, 1)",
                "setsockopt(u, IPPROTO_IP, IP_OPTIONS, x\"83070408080808\")",
                "setsockopt(u, IPPROTO_IP, 64, x\"00\")",
                "setsockopt(i, IPPROTO_IPV6, 57, x\"00\")",
                "setsockopt(u, SOL_SOCKET, SO_BINDTODEVICE, \"eth0\")",
                "setsockopt(u, SOL_SOCKET, 62, 2)",
                "setsockopt(u, SOL_SOCKET, SO_RCVBUFFORCE, 9)",
                "ioctl(s, 0x8914, 0x6f6c)",
                "getaddrinfo(\"example.com\", 80)",
                "gethostbyname(\"example.com\")",
                "connect(s, \"example.com\", 80)",
            })
    void a_stranger_reaches_nobody_and_nothing_outside(String call) throws IOException {
        Files.writeString(folder.resolve("own.txt"), "content");
        Path out = Files.createSymbolicLink(folder.resolve("out"), Path.of("/etc/hostname"));
        assertThat(
                        now(
                                "main> s = socket(AF_INET, SOCK_STREAM)",
                                "main> u = socket(AF_INET, SOCK_DGRAM)",
                                "main> i = socket(AF_INET6, SOCK_STREAM)",
                                "main> x = socket(AF_UNIX, SOCK_STREAM)",
                                "main> " + call.replace("FOLDER", folder.toString()),
                                "main= 0"))
                .startsWith("main= ! ")
                .contains("a replay ");
        Files.delete(out);
        assertThat(folder.resolve("own.txt")).hasContent("content");
    }

    @Test
    void an_address_that_no_machine_has_may_be_asked_for() throws IOException {
        holds(
                "main> s = socket(AF_INET, SOCK_STREAM)",
                "main> bind(s, \"192.0.2.1\", 0)",
                "main= -1 EADDRNOTAVAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bind(s, \"0.0.0.0\", 0)",
                "bind(s, \"127.1.2.3\", 0)",
                "bind(i, \"::\", 0)",
                "bind(i, \"::1\", 0)",
                "bind(i, \"::ffff:127.0.0.1\", 0)",
                "bind(x, \"relative\")",
                "close(open(\"/dev/null\", O_RDWR))",
                "close(open(\"new\", O_WRONLY|O_CREAT))",
                "close(open(\"own.txt\", O_RDONLY))",
                "fcntl(s, F_SETFL, O_NONBLOCK)",
                "setsockopt(s, SOL_SOCKET, SO_REUSEADDR, 1)",
                "setsockopt(s, IPPROTO_TCP, TCP_NODELAY, 1)",
                "setsockopt(i, IPPROTO_IPV6, IPV6_V6ONLY, 1)",
            })
    void a_stranger_may_do_this(String call) throws IOException {
        Files.writeString(folder.resolve("own.txt"), "content");
        holds(
                "main> s = socket(AF_INET, SOCK_STREAM)",
                "main> i = socket(AF_INET6, SOCK_STREAM)",
                "main> x = socket(AF_UNIX, SOCK_STREAM)",
                "main> " + call,
                "main= 0");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void each_replay_has_an_empty_folder_for_all_its_processes() {
        String[] lines = {
            "srv> f = open(\"made\", O_RDWR|O_CREAT|O_EXCL)",
            "srv= 3",
            "srv> write(f, \"hello\")",
            "srv= 5",
            "cli> g = open(\"made\", O_RDONLY)",
            "cli= 3",
            "cli> read(g, 9)",
            "cli= 5 \"hello\"",
            "cli> unlink(\"made\")",
            "cli= 0",
            "srv> s = socket(AF_UNIX, SOCK_STREAM); bind(s, \"here\"); getsockname(s)",
            "srv= 4",
            "srv= 0",
            "srv= here"
        };
        holds(lines);
        holds(lines);
    }

    @Test
    void who_is_trusted_may_do_all_this() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        String text =
                Rerun.recording(
                        "main> f = open(\"" + file + "\", O_RDWR)",
                        "main= 3",
                        "main> n = socket(AF_NETLINK, SOCK_RAW)",
                        "main= 4");
        Terms elsewhere = Terms.in(Rerun.SHIPPED);
        assertThat(rerun.of(text, elsewhere)).isPresent();
        assertThat(rerun.of(text, elsewhere.trusting(true))).isEmpty();
    }
}
