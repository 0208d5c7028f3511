package sockshell.repl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.repl.typing.Stage;
import sockshell.repl.typing.TabHelp;

/** Keys go through the line editor itself; what it reads and writes is looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorTest {
    private final Stage stage = Stage.of("s = socket(AF_INET, SOCK_STREAM)", "mine = 5");

    @AfterAll
    void end() {
        stage.close();
    }

    /** What was read, and all that the terminal was sent. */
    private record Session(String read, String shown) {}

    private Session type(String keys) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        try (ExternalTerminal terminal =
                new ExternalTerminal("test", "xterm", in, out, StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(200, 50));
            String read = reader(terminal).readLine("> ");
            return new Session(read, out.toString(StandardCharsets.UTF_8));
        }
    }

    private LineReader reader(Terminal terminal) {
        Styles styles = new Styles(true);
        LineReader reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .completer(new EditorCompleter(stage::context))
                        .highlighter(new EditorHighlighter(stage::context, styles))
                        .parser(new EditorParser(stage::context))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
        TabHelp help = new TabHelp(call -> List.of(Text.of("all about " + call.name())));
        reader.getWidgets().put("explain", new TabKey(reader, stage::context, help, styles));
        var keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        keys.bind(new Reference("explain"), "\t");
        return reader;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "socke<TAB>ET; socketET",
                "shut<TAB>s, SHUT_W<TAB>); shutdown(s, SHUT_WR)",
                "listen<TAB> s; listen s",
                "getpi<TAB>; getpid()",
                "exi<TAB>; exit",
                "print(min<TAB>); print(mine)",
                "/soc<TAB>; /sockets",
                "/que<TAB>s; /queue s",
                "loo<TAB>{}; loop {}",
                "bind(s,<ENTER>1); bind(s,<NL>1)",
                "loop {<ENTER>  break<ENTER>}; loop {<NL>  break<NL>}",
                "print 'a<ENTER>b'; print 'a<NL>b'",
                "<PASTE>loop {<NL>  close(s)<NL>}<NL>close(s)<END>;"
                        + " loop {<NL>  close(s)<NL>}<NL>close(s)",
                "print '!! $x \\n'; print '!! $x \\n'",
            })
    void keys_make_a_line(String keys, String line) throws IOException {
        String typed =
                keys.replace("<TAB>", "\t")
                        .replace("<ENTER>", "\r")
                        .replace("<NL>", "\n")
                        .replace("<PASTE>", "\033[200~")
                        .replace("<END>", "\033[201~");
        assertThat(type(typed + "\r").read().strip()).isEqualTo(line.replace("<NL>", "\n"));
    }

    @Test
    void tab_once_more_shows_how_the_call_is_written_and_then_what_it_is_for() throws IOException {
        assertThat(type("shutdown(s, SHUT_\t\t\r)\r").shown())
                .contains("Tab again shows")
                .doesNotContain("all about");
        assertThat(type("shutdown(s, SHUT_\t\t\t\r)\r").shown()).contains("all about shutdown");
    }

    @Test
    void several_candidates_are_listed_with_what_they_are() throws IOException {
        assertThat(type("setb\025s\t\025\r").shown()).contains("Makes a socket");
    }

    @Test
    void what_is_typed_has_colours_and_no_power_over_the_terminal() {
        EditorHighlighter highlighter = new EditorHighlighter(stage::context, new Styles(true));
        String text = "close(s) \033[31m # why";
        var line = highlighter.styled(text, 0);
        assertThat(line.toString()).hasSameSizeAs(text).doesNotContain("\033");
        assertThat(line.styleAt(0)).isEqualTo(new Styles(true).of(Style.NAME));
        assertThat(line.styleAt(text.length() - 1)).isEqualTo(new Styles(true).of(Style.FAINT));
    }

    @Test
    void NO_COLOR_is_respected() {
        assertThat(Styles.of(Map.of("NO_COLOR", "1")).of(Style.FAILURE))
                .isEqualTo(AttributedStyle.DEFAULT);
        assertThat(Styles.of(Map.of("NO_COLOR", "")).colours()).isTrue();
        assertThat(Styles.of(Map.of()).colours()).isTrue();
    }

    @Test
    void files_are_found_by_the_beginning_of_their_path(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createFile(folder.resolve("sum.txt"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createFile(folder.resolve("odd\033name"));
        FilePaths paths = new FilePaths(folder);
        assertThat(paths.from("")).containsExactly("sub/", "sum.txt");
        assertThat(paths.from("sum")).containsExactly("sum.txt");
        assertThat(paths.from(".h")).containsExactly(".hidden");
        assertThat(paths.from(folder + "/su"))
                .containsExactly(folder + "/sub/", folder + "/sum.txt");
        assertThat(paths.from("nosuch/")).isEmpty();
        assertThat(paths.from("\0")).isEmpty();
    }
}
