package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static sockshell.terminal.Person.CTRL_C;
import static sockshell.terminal.Person.CTRL_D;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt in terminals of many kinds, and what it leaves behind. */
class TerminalTest {
    private static final String PAIR = "s, t = socketpair(AF_UNIX, SOCK_STREAM)";

    private static final String STYLE = "\u001b\\[[0-9;?]*[a-zA-Z]";

    @TempDir Path home;

    private Person person(Map<String, String> environment) throws IOException {
        return Person.atSockShell(80, 24, home, environment).sees("main>");
    }

    private Person person() throws IOException {
        return person(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"40, 20", "20, 20", "120, 40", "80, 8", "80, 3", "20, 10"})
    void a_half_typed_line_survives_another_size_of_the_window(int columns, int rows)
            throws Exception {
        try (Person person = person()) {
            person.type("htons(1").sees("main> htons(1").resize(columns, rows);
            person.type(" + 2").sees("htons(1 + 2").enter(")").sees("==> 768");
            assertThat(String.join("", person.screen())).containsOnlyOnce("htons(1 + 2)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 20})
    void pictures_are_as_narrow_as_the_window(int columns) throws Exception {
        try (Person person = Person.atSockShell(columns, 40, home).sees("main>")) {
            person.enter("s=socketpair(1, 1)").sees("==>").enter("/sockets").enter("htons(2)");
            person.sees("==> 512");
            String shown = String.join("\n", person.screen());
            assertThat(shown).contains("unix");
            assertThat(person.screen()).allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void the_bottom_line_tells_who_is_blocked_and_stays_at_the_bottom() throws Exception {
        try (Person person = person()) {
            person.enter(PAIR).sees("==> 3 4").enter("recv(t, 5)").sees("main blocked in recv");
            assertThat(person.screen().getLast()).startsWith("main blocked in recv(4");
            person.resize(60, 20)
                    .sees("bottom", lines -> lines.getLast().startsWith("main blocked in recv(4"));
        }
    }

    @Test
    void a_plain_terminal_gets_lines_and_no_escape_sequences() throws Exception {
        try (Person person = person(Map.of("TERM", "dumb"))) {
            person.enter(PAIR).sees("==> 3 4").seesLast("main>").enter("recv(t, 3)");
            person.sees("is blocked").type(CTRL_C).sees("-1 EINTR").seesLast("main>");
            person.enter("htons(1)").sees("==> 256").type(CTRL_D);
            assertThat(person.exitCode()).isZero();
            assertThat(person.written()).doesNotContain("\u001b").contains("main> htons(1)");
        }
    }

    @Test
    void an_unknown_terminal_is_taken_for_a_usual_one() throws Exception {
        try (Person person = person(Map.of("TERM", "nonsense"))) {
            person.enter("htons(1)").sees("==> 256");
            assertThat(person.written()).doesNotContain("Exception");
        }
    }

    @Test
    void a_closed_window_ends_it_without_a_word() throws Exception {
        try (Person person = atShell()) {
            person.enter(PAIR).sees("==> 3 4").enter("recv(t, 5)").sees("is blocked");
            ProcessHandle program = java(person);
            new ProcessBuilder("kill", "-HUP", Long.toString(program.pid())).start().waitFor();
            person.sees("gone");
            assertThat(person.written()).doesNotContain("Exception");
        }
    }

    @Test
    void NO_COLOR_is_heard() throws Exception {
        try (Person coloured = person();
                Person plain = person(Map.of("NO_COLOR", "1"))) {
            for (Person each : List.of(coloured, plain)) {
                each.enter("socket(AF_INET, 99)").sees("-1 EINVAL");
            }
            assertThat(coloured.written()).containsPattern("\u001b\\[[0-9;]*3[0-9]");
            assertThat(plain.written()).doesNotContainPattern("\u001b\\[[0-9;]*3[0-9]");
        }
    }

    @Test
    void the_C_locale_gets_ASCII_only() throws Exception {
        try (Person person = person(Map.of("LC_ALL", "C"))) {
            person.enter(PAIR).sees("==> 3 4").enter("send(s, \"\\xc3\\xa9\")").sees("==> 2");
            person.enter("/bytes 258").sees("htons(258)").enter("/ladder").sees("send(");
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(person.written())).isTrue();
        }
    }

    @Test
    void what_a_peer_sends_cannot_steer_the_terminal() throws Exception {
        try (Person person = person()) {
            person.enter(PAIR).sees("==> 3 4");
            person.enter("send(s, \"\\x1b]52;c;ZXZpbA==\\x07\\x1b[2J\\xe2\\x80\\xae\\xff\\x9b\")");
            person.sees("==> ").enter("/buffer t").sees("1b 5d 35 32");
            person.enter("m = recv(t, 100)").sees("m ==> 25").enter("print(m)");
            person.enter("/ladder").enter("/sockets").enter("htons(1)").sees("==> 256");
            assertThat(person.written())
                    .doesNotContain("\u001b]52", "\u001b[2J\u202e", "\u202e", "\u009b", "\uFFFD");
        }
    }

    @Test
    void two_hundred_pasted_lines_keep_their_order_and_wait_for_the_blocked() throws Exception {
        String name = "\"@" + home.getFileName() + "\"";
        String lines =
                IntStream.range(0, 96)
                        .mapToObj(i -> "srv> recv(c, 2)\nmain> send(s, \"%02d\")\n".formatted(i))
                        .collect(Collectors.joining());
        try (Person person = Person.atSockShell(80, 50, home).sees("main>")) {
            person.paste(
                    """
                    srv> l = socket(AF_UNIX, SOCK_STREAM)
                    srv> bind(l, %1$s)
                    srv> listen(l)
                    srv> c, from = accept(l)
                    main> s = socket(AF_UNIX, SOCK_STREAM)
                    main> connect(s, %1$s)
                    """
                                    .formatted(name)
                            + lines);
            person.type(Person.ENTER).enter("main> htons(1)").sees("==> 256");
            List<String> arrived =
                    Pattern.compile("==> 2 \"([0-9]{2})\"")
                            .matcher(person.written().replaceAll(STYLE, ""))
                            .results()
                            .map(result -> result.group(1))
                            .toList();
            assertThat(arrived)
                    .isEqualTo(IntStream.range(0, 96).mapToObj("%02d"::formatted).toList());
        }
    }

    @Test
    void the_settings_are_as_before_when_it_ends() throws Exception {
        try (Person person = atShell()) {
            String before = settingsBefore(person);
            assertThat(person.settings()).isNotEqualTo(before);
            person.enter("/exit").sees("gone").seesSettings(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL", "ABRT"})
    void the_settings_are_as_before_when_it_is_killed_or_crashes(String signal) throws Exception {
        try (Person person = atShell()) {
            String before = settingsBefore(person);
            ProcessHandle program = java(person);
            while (program.children().findAny().isEmpty()) {
                Thread.onSpinWait(); // until somebody is there to put things right
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                    .start()
                    .waitFor();
            person.sees("gone").seesSettings(before);
        }
    }

    /** A program's start from a shell, which stays behind it. */
    private Person atShell() throws IOException {
        String script = "cd " + home + "; stty -g; " + launcher() + "; echo gone; exec cat";
        return new Person(80, 24, Map.of("HOME", home.toString()), "sh", "-c", script)
                .sees("main>");
    }

    private static Path launcher() {
        return Path.of("sockshell").toAbsolutePath();
    }

    private static String settingsBefore(Person person) {
        return person.written().lines().findFirst().orElseThrow() + "\n";
    }

    private static ProcessHandle java(Person person) {
        return person.program()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }
}
