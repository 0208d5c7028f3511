package sockshell.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.sys.Constants;

/** Pages as they are read, on sheets of every width. */
class ManualTest {
    private static final Constants CONSTANTS = new LibcKernel().constants();
    private static final Sheet SHEET = new Sheet(80, Glyphs.ASCII);
    private static final List<Command> COMMANDS =
            List.of(
                    new Command("Looking inside", "/sockets", "", "every socket of the session"),
                    new Command("Looking inside", "/queue", "s", "who waits to be accepted"),
                    new Command("The shell", "/exit", "", "ends the shell"));
    private static final List<Seen> SEEN =
            List.of(
                    new Seen("ECONNREFUSED", "connect(d, \"127.0.0.1\", 1)", "Nobody listens."),
                    new Seen("EBADF", "send(9, \"x\")", "main never had an fd 9."));
    private static final Manual MANUAL = new Manual(new Catalogue(), CONSTANTS, COMMANDS);

    private static String read(String topic) {
        return read(MANUAL.about(topic, SEEN, SHEET));
    }

    private static String read(List<Text> lines) {
        return lines.stream().map(Text::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void the_first_page_has_a_socket_to_type_and_each_command() {
        String page = read(MANUAL.first(SHEET));
        assertThat(page).contains("socket(AF_INET, SOCK_STREAM)", "Looking inside", "/queue s");
    }

    @Test
    void the_first_page_fits_on_a_screen_with_any_number_of_commands() {
        List<Command> many = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> many.add(new Command("g" + i % 4, "/c" + i, "", "x")));
        assertThat(new Manual(new Catalogue(), CONSTANTS, many).first(SHEET))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void a_call_has_prototype_arguments_constants_errors_and_an_example() {
        assertThat(read("recv"))
                .contains("ssize_t recv(int sockfd, void *buf, size_t len, int flags);")
                .contains("recv(2)", "recv(s, size, flags = 0)", "MSG_PEEK", "ECONNRESET")
                .contains("main.1> recv(b, 100)");
    }

    @Test
    void a_call_has_its_own_failures_of_this_session_and_no_others() {
        assertThat(read("connect")).contains("gave ECONNREFUSED", "Nobody listens.");
        assertThat(read("connect")).doesNotContain("send(9");
        assertThat(read("sendto")).doesNotContain("In this session");
    }

    @Test
    void an_errno_has_its_cause_the_calls_that_give_it_and_what_this_session_saw() {
        assertThat(read("ECONNREFUSED"))
                .contains("= 111", "What to do", "connect", "nobody listens there")
                .contains("connect(d, \"127.0.0.1\", 1) gave ECONNREFUSED")
                .doesNotContain("send(9");
    }

    @ParameterizedTest
    @CsvSource({
        "SO_REUSEADDR, setsockopt",
        "SO_LINGER, struct linger",
        "MSG_PEEK, recvfrom",
        "111, ECONNREFUSED = 111",
        "econnrefused, ECONNREFUSED = 111",
        "TIME_WAIT, 'RFC 9293, 3.3.2'",
        "close, int close(int fd);",
        "CLOSE, No connection",
        "Backlog, one more fits",
        "GetPeerName, 'int getpeername('",
        "/queue, who waits to be accepted",
    })
    void a_topic_leads_to_its_page(String topic, String text) {
        assertThat(read(topic)).contains(text);
        assertThat(MANUAL.has(topic)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lisen, listen",
        "SO_REUSADDR, SO_REUSEADDR",
        "ECONREFUSED, ECONNREFUSED",
        "queue length, ''",
        "buffer, receive buffer",
        "/sokets, /sockets",
    })
    void a_word_without_a_page_has_the_nearest_ones(String wrong, String near) {
        assertThat(read(wrong)).contains("There is no page on", near);
        assertThat(MANUAL.has(wrong)).isFalse();
    }

    @Test
    void what_was_asked_is_shown_escaped() {
        assertThat(read("\u001b[2J")).contains("\\x1b").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 34, 40, 80, 120})
    void no_page_is_wider_than_its_sheet(int width) {
        Sheet sheet = new Sheet(width, Glyphs.UNICODE);
        List<String> topics = new ArrayList<>(MANUAL.topics());
        topics.addAll(List.of("/queue", "nothing-of-the-kind-that-anybody-has-ever-heard-of"));
        for (String topic : topics) {
            assertThat(MANUAL.about(topic, SEEN, sheet))
                    .as(topic)
                    .isNotEmpty()
                    .allMatch(line -> line.width() <= width);
        }
        assertThat(MANUAL.first(sheet)).allMatch(line -> line.width() <= width);
    }

    @Test
    void every_topic_has_a_page() {
        assertThat(MANUAL.topics())
                .allSatisfy(topic ->
                        assertThat(read(topic)).as(topic).doesNotContain("There is no page"));
    }

    @ParameterizedTest
    @EnumSource(Glyphs.class)
    void a_page_keeps_its_words_at_every_width(Glyphs glyphs) {
        Sheet narrow = new Sheet(30, glyphs);
        assertThat(read(MANUAL.about("TIME_WAIT", List.of(), narrow)).replaceAll("\\s+", " "))
                .contains("Meanwhile bind to the port is EADDRINUSE without SO_REUSEADDR.");
    }
}
