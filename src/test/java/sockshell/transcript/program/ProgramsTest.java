package sockshell.transcript.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sockshell.Tools;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.SockAddr;

/** What was typed, compiled in each language and run: it gives what the session gave. */
class ProgramsTest {
    @TempDir Path folder = Path.of("");

    @BeforeEach
    void tools() {
        Tools.need("gcc");
        Tools.need("python3");
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/program").resolve(name));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_call_compiles_without_warnings(Language language) throws IOException {
        Recorded recorded = Recorded.unrun(resource("every-call.txt"));
        assertThat(recorded.slips()).isEmpty();
        Built.of(folder, Map.of(language, recorded.programs(language)));
    }

    @Test
    void every_call_of_the_catalogue_is_among_them() throws IOException {
        String all = resource("every-call.txt");
        assertThat(new Catalogue().names())
                .allSatisfy(name -> assertThat(all).containsPattern("\\b" + name + "\\("));
    }

    @ParameterizedTest
    @CsvSource({"C", "PYTHON", "JAVA"})
    void every_constant_is_the_systems_own(Language language) throws Exception {
        StringBuilder script = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (var constant : Recorded.unrun("").kernel().constants().all()) {
            script.append("print(").append(constant.name()).append(")\n");
            expected.append(constant.value()).append('\n');
        }
        Program program = Recorded.unrun(script.toString()).programs(language).getFirst();
        Built built = Built.of(folder, Map.of(language, List.of(program)));
        assertThat(built.printed(program, built.start(language, program)))
                .isEqualTo(expected.toString());
    }

    /**
     * Languages of the server and of the clients. Programs don't wait for one another as a
     * session's lines do: who comes first is only held by when they are started. Ann's last
     * datagram of udp-uppercase finds nobody in the session, so she starts last, and three-dialects
     * is run up to its datagrams: nobody could say whether the server is there to hear them.
     */
    @ParameterizedTest
    @CsvSource({
        "tcp-uppercase.skt, C, PYTHON",
        "tcp-uppercase.skt, PYTHON, JAVA",
        "tcp-uppercase.skt, JAVA, C",
        "udp-uppercase.skt, C, C",
        "three-dialects.skt, PYTHON, C",
        "three-dialects.skt, C, PYTHON",
        "fork-inherits.skt, C, JAVA",
        "fork-inherits.skt, PYTHON, C",
        "fork-inherits.skt, JAVA, PYTHON",
        "eintr.skt, C, PYTHON",
        "eintr.skt, PYTHON, JAVA",
        "backlog-overflow.skt, C, PYTHON",
        "backlog-overflow.skt, PYTHON, C",
    })
    void a_recordings_programs_see_the_same_data(String name, Language server, Language client)
            throws Exception {
        String all = Files.readString(Path.of("transcripts").resolve(name));
        String script = all.substring(0, (all + "# UDP, ").indexOf("# UDP, "));
        check(name.startsWith("udp") ? swapped(script) : script, server, client);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_the_lines_do_not_set_is_set_first(Language language) throws IOException {
        Recorded lines = Recorded.unrun("n = send(c, m)\nsendto(u, m, to)\nprint(n + k, $7)");
        Map<String, Value> held =
                Map.of(
                        "c", Value.Whole.of(4),
                        "u", Value.Whole.of(5),
                        "k", Value.Whole.of(2),
                        "m", Value.Text.of("text"),
                        "to", new Value.Address(new SockAddr.Inet4(0x7f000001, 12000)),
                        "$7", Value.Text.of("seven"));
        List<Program> programs =
                new Programs(lines.catalogue(), lines.kernel().constants())
                        .of(
                                language,
                                lines.done(),
                                (_, name) -> Optional.ofNullable(held.get(name)));
        Built.of(folder, Map.of(language, programs));
        assertThat(programs.getFirst().text())
                .contains("set before these lines", "127.0.0.1", "seven");
    }

    private static String swapped(String script) {
        return script.replace("ann>", "zoe>").replaceFirst("zoe>", "bob> 0\nzoe>");
    }

    @ParameterizedTest
    @CsvSource({
        "slides-tcp.txt, C, PYTHON",
        "slides-tcp.txt, PYTHON, JAVA",
        "slides-tcp.txt, JAVA, C",
        "slides-udp.txt, C, JAVA",
        "slides-udp.txt, PYTHON, C",
        "slides-udp.txt, JAVA, PYTHON",
        "loop-and-fork.txt, C, PYTHON",
        "loop-and-fork.txt, PYTHON, JAVA",
        "loop-and-fork.txt, JAVA, C",
        "ipv6.txt, C, PYTHON",
        "ipv6.txt, PYTHON, JAVA",
        "ipv6.txt, JAVA, C",
        "alone.txt, C, C",
        "alone.txt, PYTHON, PYTHON",
        "failing.txt, C, C",
        "failing.txt, PYTHON, PYTHON",
    })
    void a_sessions_programs_see_the_same_data(String name, Language server, Language client)
            throws Exception {
        check(resource(name), server, client);
    }

    private void check(String script, Language server, Language client) throws Exception {
        int port = freePort();
        Recorded recorded = Recorded.of(withPort(script, port));
        assertThat(recorded.slips()).isEmpty();
        int other = freePort();
        Map<Program, Process> running = new LinkedHashMap<>();
        List<Program> first = first(recorded, server, port, other);
        List<Program> rest = rest(recorded, client, port, other);
        Map<Language, List<Program>> all = new EnumMap<>(Language.class);
        all.computeIfAbsent(server, _ -> new ArrayList<>()).addAll(first);
        all.computeIfAbsent(client, _ -> new ArrayList<>()).addAll(rest);
        Built built = Built.of(folder, all);
        try {
            for (Program each : first) {
                Process process = built.start(server, each);
                running.put(each, process);
                await(other, rest.isEmpty() ? 0 : 1, process);
            }
            for (int i = 0; i < rest.size(); i++) {
                Process process = built.start(client, rest.get(i));
                running.put(rest.get(i), process);
                await(other, i + 2, process);
            }
            for (Map.Entry<Program, Process> each : running.entrySet()) {
                String printed = built.printed(each.getKey(), each.getValue());
                // two children of a server print at the same time: in which order is theirs
                List<String> missing = new ArrayList<>(recorded.seen(each.getKey().process()));
                printed.lines().map(ProgramsTest::data).forEach(missing::remove);
                assertThat(missing).as("%s of %s", each.getKey().fileName(), printed).isEmpty();
            }
        } finally {
            running.values().forEach(ProgramsTest::end);
        }
    }

    /** Without the question of input, and without where a datagram came from. */
    private static String data(String line) {
        return line.replace("Input lowercase sentence:", "")
                .replaceFirst(" (127\\.0\\.0\\.1:\\d+|None)$", "");
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static List<Program> first(Recorded recorded, Language language, int port, int now) {
        return moved(recorded.programs(language).subList(0, 1), port, now);
    }

    private static List<Program> rest(Recorded recorded, Language language, int port, int now) {
        List<Program> all = recorded.programs(language);
        return moved(all.subList(1, all.size()), port, now);
    }

    /** The same on another port, as the session's own may not be free again yet. */
    private static List<Program> moved(List<Program> programs, int port, int now) {
        return programs.stream()
                .map(each ->
                        new Program(
                                each.process(),
                                each.fileName(),
                                each.text().replace("" + port, "" + now)))
                .toList();
    }

    private static String withPort(String script, int port) {
        return script.replace("PORT", "" + port)
                .replaceAll("<pu?>", "" + port)
                .replaceAll("(bind.*[,:] ?)0(?=\\)|\\n)", "$1" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the port has so many sockets, or the program has ended. */
    private static void await(int port, int sockets, Process process) throws Exception {
        String wanted = ":%04X ".formatted(port);
        while (process.isAlive() && sockets(wanted) < sockets) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    /** As local or remote address of a socket of this machine that listens or is connected. */
    private static long sockets(String port) throws IOException {
        long count = 0;
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            count +=
                    Files.readAllLines(Path.of("/proc/net", table)).stream()
                            .filter(line ->
                                    line.substring(0, Math.min(70, line.length())).contains(port))
                            .filter(line -> !line.contains(" 06 "))
                            .count();
        }
        return count;
    }
}
