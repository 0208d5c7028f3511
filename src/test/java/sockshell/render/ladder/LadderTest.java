package sockshell.render.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Row.Arrow;
import sockshell.render.ladder.Row.Kind;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;

class LadderTest {

    private static List<Arrow> arrows(Ladder ladder) {
        return ladder.rows().stream()
                .filter(Arrow.class::isInstance)
                .map(Arrow.class::cast)
                .toList();
    }

    private static List<String> labels(String script) {
        return arrows(Recorded.of(script).ladder()).stream().map(Arrow::label).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Scripts.UPPER_CASE,
                Scripts.FORK,
                Scripts.BACKLOG,
                Scripts.REFUSED,
                Scripts.LOOP,
            })
    void a_picture_is_never_wider_than_its_sheet(String script) {
        Ladder ladder = Recorded.of(script).ladder();
        for (Glyphs glyphs : Glyphs.values()) {
            for (int width = 1; width <= 120; width++) {
                int most = width;
                assertThat(new LadderText(new Sheet(width, glyphs)).of(ladder))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(most));
            }
        }
    }

    @Test
    void without_Unicode_all_is_ASCII() {
        Recorded recorded = Recorded.of(Scripts.FORK);
        assertThat(recorded.drawn(80, Glyphs.ASCII)).matches("\\p{ASCII}*");
        assertThat(recorded.drawn(40, Glyphs.ASCII)).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.UPPER_CASE, Scripts.FORK, Scripts.BACKLOG, Scripts.UDP})
    void the_same_session_gives_the_same_picture(String script) {
        String picture = Recorded.of(script).drawn(80);
        for (int i = 0; i < 5; i++) {
            assertThat(Recorded.of(script).drawn(80)).isEqualTo(picture);
        }
    }

    @Test
    void flags_and_events_have_their_names() {
        String drawn =
                Recorded.of(
                                """
                                main> s = socket(AF_INET, SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC)
                                main> poll([(s, POLLIN|POLLOUT), (-1, 0)], 0)
                                """)
                        .drawn(80);
        assertThat(drawn)
                .contains("socket(AF_INET, SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC) = 3")
                .contains("poll([(3, POLLIN|POLLOUT), (-1, 0)], 0) = 1 [3: POLLOUT]");
    }

    @Test
    void a_descriptor_that_went_along_with_a_message_may_still_be_held() {
        assertThat(
                        labels(
                                """
                                main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
                                main> c, d = socketpair(AF_UNIX, SOCK_STREAM)
                                main> sendmsg(a, ["x"], 0, None, rights(c))
                                main> close(c)
                                main> close(a)
                                """))
                .containsExactly("1 byte \"x\"", "end of stream");
    }

    @Test
    void a_double_of_a_descriptor_keeps_the_connection_open() {
        assertThat(
                        labels(
                                """
                                main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
                                main> e = dup(a)
                                main> close(a)
                                main> send(e, "x")
                                main> recv(b, 1)
                                main> dup2(b, e)
                                """))
                .containsExactly("1 byte \"x\"", "end of stream");
    }

    @Test
    void lingering_for_no_time_resets() {
        Ladder ladder =
                Recorded.of(
                                Scripts.UPPER_CASE.replace(
                                        "srv> close(c)",
                                        """
                                        srv> setsockopt(c, SOL_SOCKET, SO_LINGER, (1, 0))
                                        srv> close(c)\
                                        """))
                        .ladder();
        assertThat(arrows(ladder).stream().map(Arrow::kind))
                .containsExactly(Kind.SETUP, Kind.DATA, Kind.DATA, Kind.RESET);
        assertThat(arrows(ladder).getLast().from()).isZero();
    }

    @Test
    void what_an_exit_closes_says_so_before_the_process_ends() {
        Ladder ladder =
                Recorded.of(Scripts.UPPER_CASE.replace("srv> close(c)", "srv> exit()")).ladder();
        assertThat(arrows(ladder).stream().map(Arrow::kind))
                .containsExactly(Kind.SETUP, Kind.DATA, Kind.DATA, Kind.END, Kind.END);
    }

    @Test
    void without_the_beginning_nobody_is_said_to_be_outside() {
        Recorded recorded = Recorded.of(Scripts.REFUSED);
        List<Moment> rest = recorded.moments.subList(1, recorded.moments.size());
        assertThat(recorded.ladder().columns()).contains(Ladder.OUTSIDE);
        assertThat(recorded.ladder(rest).columns()).doesNotContain(Ladder.OUTSIDE);
    }

    @Test
    void what_peers_send_cannot_steer_a_terminal() {
        String picture =
                Recorded.of(
                                """
                                main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
                                main> send(a, "\\x1b[2J")
                                main> recv(b, 9)
                                """)
                        .drawn(80);
        assertThat(picture).contains("\\x1b[2J").doesNotContain("\u001b");
    }

    @Test
    void of_too_many_rows_the_latest_are_drawn() {
        Ladder ladder = Recorded.of(Scripts.UPPER_CASE).ladder();
        List<Text> lines = new LadderText(new Sheet(80, Glyphs.ASCII), 3).of(ladder);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().toString()).isEqualTo("... 18 earlier left out");
    }

    @Test
    void nothing_is_drawn_of_a_session_without_calls() {
        Ladder ladder = new Ladder(List.of(), List.of());
        assertThat(new LadderText(new Sheet(80, Glyphs.ASCII)).of(ladder))
                .containsExactly(Text.of(Style.PLAIN, "No call was made yet."));
    }

    @Test
    void thousands_of_processes_are_drawn_line_by_line() {
        List<Moment> moments = new ArrayList<>();
        for (int i = 1; i <= 5000; i++) {
            Event event = new Event.Forked("p", "p." + i);
            moments.add(new Moment(i, Duration.ZERO, event, Optional.empty()));
        }
        assertThat(Recorded.of("main> 1").ladder(moments).columns()).hasSize(5001);
    }
}
