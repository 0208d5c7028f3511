package sockshell.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.render.Style;
import sockshell.render.Text;

/** The line below what is typed, and what a second and a third Tab show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureTest {
    private final Stage stage = Stage.of("s = socket(AF_INET, SOCK_STREAM)", "msg = \"hi\"");

    @AfterAll
    void end() {
        stage.close();
    }

    private Optional<Text> at(String marked) {
        return Signature.at(marked.replace("¦", ""), marked.indexOf('¦'), stage.context());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "bind(¦; s; bind(s, address)  s: a descriptor",
                "bind(s, ¦; address; bind(s, address)  address: an address: host and port",
                "bind(s, \"a\", ¦; address; bind(s, address)  address: a port",
                "bind s ¦; address; bind(s, address)  address:",
                "s.bind(¦; address; bind(s, address)  address:",
                "s.bind((\"\", ¦; address; bind(s, address)  address:",
                "x = socket(AF_¦INET); family; socket(family, type, protocol = 0)  family:",
                "send(s, msg, ¦; flags = 0; send(s, data, flags = 0)  flags:",
                "send(s, msg, 2, ¦; flags; send(s, data, length, flags)  flags:",
                "send(s, upper(¦; text; upper(text)  text: text or bytes",
                "print(1, 2, ¦; values ...; print(values ...)  values: a value",
                "poll([(s, ¦; list; poll(list, milliseconds = -1)  list:",
                "poll([(s, POLLIN)], 1, ¦; milliseconds; poll(list, nfds, milliseconds)  millis",
                "connect(s, \"127.0¦; address; connect(s, address)",
                "loop { recv(s, ¦; size; recv(s, size, flags = 0)  size: a number of bytes",
            })
    void the_argument_at_the_cursor_is_marked(String marked, String argument, String beginning) {
        Text line = at(marked).orElseThrow();
        assertThat(line.toString()).startsWith(beginning);
        assertThat(line.parts()).contains(new Text.Part(Style.TITLE, argument));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"¦", "bind¦", "bind(s, x)¦", "# bind(¦", "x = 5¦", "nosuch(¦", "/x bind(¦"})
    void outside_of_a_call_there_is_none(String marked) {
        assertThat(at(marked)).isEmpty();
    }

    @Test
    void too_many_arguments_are_said_to_be() {
        assertThat(at("close(s, ¦").orElseThrow())
                .hasToString("close(s)  nothing more belongs here");
        assertThat(at("getpid(¦").orElseThrow()).hasToString("getpid()");
    }

    private List<String> tabs(int presses, String typed) {
        Tabs tabs = Tabs.NONE;
        for (int i = 0; i < presses; i++) {
            tabs = tabs.pressed(typed, typed.length());
        }
        TabHelp help = new TabHelp(call -> List.of(Text.of("all about " + call.name())));
        return help.lines(tabs, stage.context()).stream().map(Text::toString).toList();
    }

    @Test
    void the_second_tab_shows_the_signatures_and_the_third_the_documentation() {
        assertThat(tabs(1, "send(")).isEmpty();
        assertThat(tabs(2, "send("))
                .startsWith("send(s, data, flags = 0)", "send(s, data, length, flags)");
        assertThat(tabs(3, "send(")).containsExactly("all about send");
        assertThat(tabs(4, "send(")).isEmpty();
        assertThat(tabs(3, "x = recv")).containsExactly("all about recv");
        assertThat(tabs(2, "x = ")).isEmpty();
    }

    @Test
    void what_is_typed_in_between_begins_the_tabs_anew() {
        Tabs twice = Tabs.NONE.pressed("send(", 5).pressed("send(", 5);
        assertThat(twice.asked()).isEqualTo(Tabs.Asked.SIGNATURES);
        assertThat(twice.pressed("send(s", 6).asked()).isEqualTo(Tabs.Asked.COMPLETION);
        assertThat(twice.pressed("send(", 4).asked()).isEqualTo(Tabs.Asked.COMPLETION);
    }
}
