package sockshell.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** replay, --record, --bless, play and export, as they are called from outside. */
class TranscriptCommandsTest {
    private static final String HEAD = "%sockshell-transcript 1\n";
    private static final String GOOD = HEAD + "# Two bytes.\nmain> htons(1)\nmain= 256\n%end ok\n";
    private static final String SESSION =
            """
            # A server.
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> listen(l)
            srv> addr = getsockname(l)
            srv> addr
            srv> c = accept(l)
            cli> nobody(1)
            cli> kid = fork()
            cli> kid
            cli> getpid()
            cli> gethostname()
            cli> getsockopt(socket(AF_INET, SOCK_STREAM), IPPROTO_TCP, TCP_INFO)
            cli> if 1 == 1 {
              print("yes")
            }
            cli> /interrupt srv
            srv> bind(socket(AF_INET, SOCK_STREAM), addr)
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir Path folder;

    private int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(
                args,
                new Main.Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8)));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private String said() {
        return err.toString(UTF_8);
    }

    @Test
    void what_holds_is_0_and_what_differs_1_and_the_last_line_counts() throws IOException {
        String good = file("good.skt", GOOD);
        String bad = file("bad.skt", GOOD.replace("256", "257"));
        assertThat(run("replay", good)).isZero();
        assertThat(printed()).isEqualTo("1 passed, 0 failed\n");
        assertThat(run("replay", good, bad, good)).isEqualTo(1);
        assertThat(printed())
                .contains(bad + ":4: ", "    main> htons(1)", "  - main= 257", "  + main= 256")
                .contains("byteorder(3)")
                .endsWith("2 passed, 1 failed\n");
    }

    @Test
    void what_cannot_be_read_is_2_and_named() throws IOException {
        assertThat(run("replay", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(said()).contains("none");
        assertThat(run("replay", file("x.skt", HEAD + "?\n!\n%end ok\n"))).isEqualTo(2);
        assertThat(said()).contains("x.skt:2:1: ", "x.skt:3:1: ");
        assertThat(printed()).endsWith("0 passed, 1 failed\n");
        assertThat(run("replay", file("script", "htons(1)\n"))).isEqualTo(2);
        assertThat(run("replay", folder.toString())).isEqualTo(2);
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "--stop", "x")).isEqualTo(2);
    }

    @Test
    void an_unfinished_one_is_3_and_its_torn_line_is_left_out() throws IOException {
        String torn = GOOD.replace("%end ok\n", "main> htons(1)\nmain= 25");
        assertThat(run("replay", file("torn.skt", torn))).isEqualTo(3);
        assertThat(said()).contains("unfinished");
        assertThat(printed()).isEqualTo("1 passed, 0 failed\n");
        String blocked = HEAD + "main> a, b = socketpair(AF_UNIX, SOCK_STREAM); recv(a, 1)\nmai";
        assertThat(run("replay", file("blocked.skt", blocked))).isEqualTo(3);
    }

    @Test
    void what_is_recorded_holds_and_has_names_for_what_changes() throws IOException {
        String script = file("script", SESSION);
        String recording = folder.resolve("recording.skt").toString();
        run("--record", recording, script);
        assertThat(Files.readString(Path.of(recording)))
                .startsWith(HEAD + "%kernel ")
                .endsWith("%end ok\n")
                .containsPattern("srv> addr = getsockname\\(l\\)\\nsrv= 127.0.0.1:<p=\\d+>\\n")
                .containsPattern("srv> addr\\nsrv= 127.0.0.1:<p=\\d+>\\n")
                .containsPattern("cli= <pid=\\d+>\\ncli.1= 0\\n")
                .containsPattern("cli> kid\\ncli= <pid=\\d+>\\n")
                .contains("cli> gethostname()\ncli= <_=\"host\">\n")
                .contains("TCP_INFO)\ncli=~ {")
                .contains("cli> if 1 == 1 {\ncli|   print(\"yes\")\ncli| }\ncli: yes\n")
                .contains("cli> /interrupt srv\nsrv= -1 EINTR\n")
                .contains("cli> nobody(1)\ncli= ! ");
        assertThat(run("replay", recording)).as("%s", printed()).isZero();
    }

    @Test
    void a_file_that_is_there_is_not_recorded_to() throws IOException {
        String there = file("there", "mine");
        assertThat(run("--record", there, "-e", "htons(1)")).isEqualTo(2);
        assertThat(Path.of(there)).hasContent("mine");
        assertThat(said()).contains("is there already").hasLineCount(1);
        assertThat(run("--record", folder.resolve("no/such").toString(), "-e", "1")).isEqualTo(2);
    }

    @Test
    void blessing_changes_what_differs_and_nothing_else() throws IOException {
        String shipped = Files.readString(Path.of("transcripts/tcp-uppercase.skt"));
        String file =
                file(
                        "b.skt",
                        shipped.replace("srv= 13 \"hello", "srv= 13 \"hullo")
                                .replaceFirst("bob\\* recv\n", "")
                                .replace("ann= 0", "ann= 7"));
        assertThat(run("replay", "--bless", file)).isZero();
        assertThat(Path.of(file)).hasContent(shipped);
        assertThat(printed()).contains("  - ann= 7\n  + ann= 0\n", "  + bob* recv\n");
        assertThat(run("replay", file)).isZero();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_never_blessed() throws IOException {
        String bad = GOOD.replace("256", "1") + "?\n";
        String file = file("b.skt", bad);
        assertThat(run("replay", "--bless", file)).isEqualTo(2);
        assertThat(Path.of(file)).hasContent(bad);
    }

    @Test
    void without_a_terminal_a_recording_is_played_at_once() throws IOException {
        assertThat(run("play", file("good.skt", GOOD))).isZero();
        assertThat(printed()).contains("# Two bytes.", "main> htons(1)", "main= 256");
        assertThat(run("play", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("play")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "cast, '{\"version\": 2'",
        "svg, '<svg'",
        "html, '<html'",
        "mermaid, sequenceDiagram",
        "pcapng, SockShell",
    })
    void a_recording_becomes_a_file_of_another_kind(String format, String sign) throws IOException {
        Path file = folder.resolve("out");
        String recording = "transcripts/tcp-uppercase.skt";
        assertThat(run("export", recording, "--to", format, "--out", file.toString())).isZero();
        assertThat(Files.readString(file, ISO_8859_1)).contains(sign);
        assertThat(run("export", recording, "--to", format)).isZero();
        assertThat(printed()).contains(sign);
    }

    @ParameterizedTest
    @CsvSource({"c, srv.c ann.c bob.c", "python, srv.py ann.py bob.py", "java, Srv.java Ann.java"})
    void programs_share_a_port_that_is_the_same_in_each_export(String format, String names)
            throws IOException {
        Path programs = folder.resolve("programs");
        String recording = "transcripts/tcp-uppercase.skt";
        assertThat(run("export", recording, "--to", format, "--out", programs.toString())).isZero();
        Map<String, String> texts =
                Stream.of(names.split(" ", -1))
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> {
                                            try {
                                                return Files.readString(programs.resolve(name));
                                            } catch (IOException e) {
                                                throw new UncheckedIOException(e);
                                            }
                                        }));
        assertThat(List.copyOf(texts.values())).allMatch(text -> text.contains("12000"));
    }

    @Test
    void what_differs_is_not_exported() throws IOException {
        String bad = file("bad.skt", GOOD.replace("256", "257"));
        assertThat(run("export", bad, "--to", "svg")).isEqualTo(1);
        assertThat(printed()).isEmpty();
        assertThat(said()).contains("+ main= 256");
        assertThat(run("export", bad, "--to", "gif")).isEqualTo(2);
        assertThat(said()).contains("mermaid");
        assertThat(run("export", file("good.skt", GOOD), "--to", "pcapng")).isEqualTo(1);
        assertThat(said()).contains("nothing is written");
    }
}
