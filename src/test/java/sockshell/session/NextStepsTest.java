package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.render.page.NextStep;
import sockshell.render.page.NextSteps;
import sockshell.session.told.Event;

/** What is offered after a call, on the real kernel: it has the person's names, and it works. */
class NextStepsTest {
    private static final Pattern PREFIX = Pattern.compile("(\\w+)> (.*)");

    private final Told told = new Told(true);

    @AfterEach
    void close() {
        told.close();
    }

    private List<String> after(String... statements) {
        for (String statement : statements) {
            told.run("main", statement);
        }
        Event.Called called =
                told.events.reversed().stream()
                        .filter(Event.Called.class::isInstance)
                        .map(Event.Called.class::cast)
                        .findFirst()
                        .orElseThrow();
        return new NextSteps(told.kernel.constants())
                .after(called, called.made().look().get()).stream()
                        .map(NextStep::statement)
                        .toList();
    }

    @Test
    void a_new_socket_can_get_an_address() {
        assertThat(after("s = socket(AF_INET, SOCK_STREAM)"))
                .containsExactly("bind(s, (\"127.0.0.1\", 0))");
    }

    @Test
    void without_a_name_the_number_stands_there() {
        assertThat(after("socket(AF_INET, SOCK_STREAM)"))
                .containsExactly("bind(3, (\"127.0.0.1\", 0))");
    }

    @Test
    void a_bound_stream_socket_can_listen() {
        assertThat(after("s = socket(AF_INET, SOCK_STREAM)", "bind(s, \"127.0.0.1\", 0)"))
                .containsExactly("listen(s)", "getsockname(s)");
    }

    @Test
    void a_bound_datagram_socket_can_be_written_to_and_never_listens() {
        assertThat(after("u = socket(AF_INET, SOCK_DGRAM)", "bind(u, \"\", 0)"))
                .noneMatch(step -> step.contains("listen"))
                .anyMatch(step ->
                        step.matches(
                                "cli> d = socket\\(AF_INET, SOCK_DGRAM\\);"
                                        + " sendto\\(d, \"hello\", \\(\"127.0.0.1\", \\d+\\)\\)"));
    }

    @Test
    void who_listens_needs_a_client_at_its_own_port() {
        List<String> steps =
                after(
                        "l = socket(AF_INET, SOCK_STREAM)",
                        "bind(l, \"127.0.0.1\", 0)",
                        "listen(l)",
                        "a = getsockname(l)",
                        "listen(l)");
        String port = told.run("main", "a[1]").getFirst().substring("main= ".length());
        assertThat(steps)
                .contains(
                        "cli> d = socket(AF_INET, SOCK_STREAM); connect(d, (\"127.0.0.1\", "
                                + port
                                + "))");
    }

    @Test
    void a_connect_that_failed_offers_no_send() {
        assertThat(after("s = socket(AF_INET, SOCK_STREAM)", "connect(s, \"127.0.0.1\", 1)"))
                .noneMatch(step -> step.contains("send"));
    }

    @Test
    void at_the_end_of_a_stream_there_is_only_closing() {
        assertThat(after("a, b = socketpair(AF_UNIX, SOCK_STREAM)", "close(a)", "recv(b, 10)"))
                .containsExactly("close(b)");
    }

    @Test
    void a_datagram_is_answered_to_where_it_came_from() {
        assertThat(
                        after(
                                "r = socket(AF_INET, SOCK_DGRAM)",
                                "bind(r, \"127.0.0.1\", 0)",
                                "sendto(socket(AF_INET, SOCK_DGRAM), \"x\", getsockname(r))",
                                "recvfrom(r, 10)"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("sendto(r, \"hello\", (\"127.0.0.1\", ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s = socket(AF_INET, SOCK_STREAM)",
                "s = socket(AF_INET, SOCK_DGRAM)",
                "s = socket(AF_UNIX, SOCK_STREAM)",
                "a, b = socketpair(AF_UNIX, SOCK_DGRAM)",
                "a, b = socketpair(AF_UNIX, SOCK_STREAM); send(a, \"x\"); recv(b, 9)",
                "r, w = pipe()",
                "s = socket(AF_INET, SOCK_STREAM); bind(s, \"\", 0)",
                "s = socket(AF_INET, SOCK_DGRAM); bind(s, \"\", 0)",
                "s = socket(AF_INET, SOCK_STREAM); bind(s, \"\", 0); listen(s)",
                "s = socket(AF_INET, SOCK_STREAM); listen(s); d = socket(AF_INET, SOCK_STREAM);"
                        + " connect(d, getsockname(s))",
                "s = socket(AF_INET, SOCK_STREAM); listen(s); d = socket(AF_INET, SOCK_STREAM);"
                        + " connect(d, getsockname(s)); c = accept(s)",
                "s = socket(AF_INET, SOCK_STREAM); listen(s); d = socket(AF_INET, SOCK_STREAM);"
                        + " connect(d, getsockname(s)); c = accept(s); close(c); recv(d, 9)",
                "s = socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK); listen(s);"
                        + " d = socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK);"
                        + " connect(d, getsockname(s))",
                "a, b = socketpair(AF_UNIX, SOCK_STREAM); close(b); send(a, \"x\")",
                "a, b = socketpair(AF_UNIX, SOCK_STREAM); shutdown(b, SHUT_WR); send(a, \"x\")",
                "s = socket(AF_INET, SOCK_STREAM); connect(s, \"127.0.0.1\", 1)",
                "s = socket(AF_INET, SOCK_STREAM); accept(s)",
                "s = socket(AF_INET, SOCK_STREAM); bind(s, \"8.8.8.8\", 0)",
                "ep = epoll_create1()",
                "s = socket(AF_INET, SOCK_DGRAM); setsockopt(s, SOL_SOCKET, SO_BROADCAST, 1)",
            })
    void nothing_is_offered_that_fails(String session) {
        List<String> steps = new ArrayList<>(after(session.split("; ", -1)));
        steps.removeIf(step -> step.startsWith("/"));
        for (String step : steps) {
            try (Told again = new Told()) {
                again.run("main", session);
                String now = after(again, session, step);
                assertThat(now).as(session + " and then " + step).doesNotContain("= -1", "! ");
            }
        }
    }

    /** Ports differ from one session to the next, so a step is looked for by all but its digits. */
    private static String after(Told again, String session, String step) {
        Matcher prefix = PREFIX.matcher(step);
        boolean isElsewhere = prefix.matches();
        String text = isElsewhere ? prefix.group(2) : step;
        if (isElsewhere && session.contains("s = ")) {
            String port = again.run("main", "getsockname(s)[1]").getFirst();
            text = text.replaceAll("\\d+\\)\\)$", port.substring("main= ".length()) + "))");
        }
        return String.join("\n", again.run(isElsewhere ? prefix.group(1) : "main", text));
    }
}
