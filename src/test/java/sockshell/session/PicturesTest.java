package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.render.picture.BufferPicture;
import sockshell.render.picture.QueuePicture;
import sockshell.render.picture.SocketTable;
import sockshell.session.told.Survey;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Inspection.State;
import sockshell.sys.SockAddr;

/** What pictures show of the real kernel. */
class PicturesTest {
    private static final Sheet SHEET = new Sheet(100, Glyphs.ASCII);

    private final Told told = new Told();

    @AfterEach
    void end() {
        told.close();
    }

    private int listen(int backlog) {
        told.run("srv", "l = socket(AF_INET, SOCK_STREAM)");
        told.run("srv", "bind(l, \"127.0.0.1\", 0)");
        told.run("srv", "listen(l, " + backlog + ")");
        return port("srv", 3);
    }

    private int port(String process, int descriptor) {
        Survey survey = told.session.survey();
        return survey.find(process, descriptor)
                                .flatMap(Survey.Held::view)
                                .map(view -> view.ends().local())
                                .orElseThrow()
                        instanceof SockAddr.Inet4 address
                ? address.port()
                : 0;
    }

    private void connect(String process, int port) {
        told.run(process, "s = socket(AF_INET, SOCK_STREAM)");
        told.run(process, "connect(s, \"127.0.0.1\", " + port + ")");
    }

    private static String text(List<Text> lines) {
        return lines.stream().map(Text::toString).collect(Collectors.joining("\n"));
    }

    private String queue() {
        Survey survey = told.session.survey();
        return text(QueuePicture.draw(survey.find("srv", 3).orElseThrow(), survey, SHEET));
    }

    private String buffer(String process, int descriptor) {
        return text(
                new BufferPicture(told.kernel.constants(), 4)
                        .draw(
                                told.session.survey().find(process, descriptor).orElseThrow(),
                                told.session.waiting(process, descriptor),
                                List.of(),
                                SHEET));
    }

    @Test
    void with_a_backlog_of_1_two_of_four_clients_wait_and_two_knock() {
        int port = listen(1);
        List.of("c1", "c2", "c3", "c4").forEach(client -> connect(client, port));
        assertThat(queue())
                .contains("srv 3 listens on 127.0.0.1:" + port + ": 2 wait for accept")
                .containsPattern("\\| c1 3 ")
                .containsPattern("\\| c2 3 ")
                .contains("The queue is full.")
                .containsPattern("c3 3  127.0.0.1:\\d+  SYN_SENT\nc4 3  127.0.0.1:\\d+  SYN_SENT")
                .contains("The backlog is 1; Linux holds backlog + 1 = 2.");
    }

    @Test
    void an_accepted_client_makes_room() {
        connect("c1", listen(3));
        assertThat(queue()).contains("1 waits for accept").contains("3 more fit.");
        told.run("srv", "accept(l)");
        assertThat(queue()).contains("nobody waits").contains("4 more fit.");
    }

    @Test
    void a_client_that_has_closed_waits_on() {
        connect("c1", listen(3));
        told.run("c1", "close(s)");
        assertThat(queue()).contains("1 waits for accept").contains("has closed");
    }

    @Test
    void looking_into_a_buffer_takes_nothing_from_it() {
        connect("c1", listen(3));
        told.run("srv", "c = accept(l)");
        told.run("c1", "send(s, \"hello\")");
        assertThat(buffer("srv", 4)).contains("5 bytes wait\n   0  68 65 6c 6c 6f ");
        assertThat(buffer("srv", 4)).contains("hello").containsPattern("of \\d+ bytes \\(SO_RCV");
        assertThat(told.run("srv", "recv(c, 9)")).containsExactly("srv= 5 \"hello\"");
        assertThat(buffer("srv", 4)).isEqualTo("No bytes wait.");
        told.run("c1", "close(s)");
        assertThat(buffer("srv", 4)).contains("the other side has sent FIN");
    }

    @Test
    void of_datagrams_the_next_one_is_seen_with_its_sender() {
        told.run("u", "d = socket(AF_INET, SOCK_DGRAM)");
        told.run("u", "bind(d, \"127.0.0.1\", 0)");
        assertThat(buffer("u", 3)).isEqualTo("No datagram waits.");
        int port = port("u", 3);
        told.run("u", "sendto(d, \"one\", \"127.0.0.1\", " + port + ")");
        told.run("u", "sendto(d, \"second\", \"127.0.0.1\", " + port + ")");
        assertThat(buffer("u", 3))
                .startsWith("The next datagram: 3 bytes from 127.0.0.1:" + port)
                .doesNotContain("second");
    }

    @Test
    void looking_does_not_take_away_an_error() {
        told.run("u", "d = socket(AF_INET, SOCK_DGRAM)");
        told.run("u", "bind(d, \"127.0.0.1\", 0)");
        int port = port("u", 3);
        told.run("u", "close(d)");
        told.run("u", "e = socket(AF_INET, SOCK_DGRAM)");
        told.run("u", "connect(e, \"127.0.0.1\", " + port + ")");
        told.run("u", "send(e, \"x\")");
        told.run("u", "poll([(e, 0)], 1000)");
        assertThat(buffer("u", 3)).contains("has an error waiting");
        assertThat(told.run("u", "recv(e, 1, MSG_DONTWAIT)")).containsExactly("u= -1 ECONNREFUSED");
    }

    @Test
    void what_has_no_bytes_is_told_apart() {
        listen(3);
        told.run("srv", "s = socket(AF_INET, SOCK_STREAM)");
        told.run("srv", "pipe()");
        assertThat(buffer("srv", 3)).contains("listens");
        assertThat(buffer("srv", 4)).contains("is not connected (CLOSE)");
        assertThat(buffer("srv", 5)).contains("is a pipe");
    }

    @Test
    void who_closes_first_leaves_a_socket_in_TIME_WAIT_that_nobody_holds() {
        connect("c1", listen(3));
        told.run("srv", "c = accept(l)");
        told.run("c1", "close(s)");
        told.run("srv", "close(c)");
        Survey survey = told.session.survey();
        assertThat(survey.unheld()).anyMatch(each -> each.state() == State.TIME_WAIT);
        assertThat(text(new SocketTable(told.kernel.constants()).draw(survey, 9, SHEET)))
                .containsPattern("Held by no process\n.*\nTIME_WAIT +\\S+ +\\S+ +[0-9]+ s left");
    }

    @Test
    void after_fork_the_descriptors_of_one_socket_have_one_letter() {
        listen(3);
        told.run("srv", "fork()");
        assertThat(
                        text(
                                new SocketTable(told.kernel.constants())
                                        .draw(told.session.survey(), 9, SHEET)))
                .containsPattern("srv +3 +a +tcp")
                .containsPattern("srv.1 +3 +a +tcp");
    }

    @Test
    void a_peek_gives_bytes_as_they_are() {
        told.run("u", "a, b = socketpair(AF_UNIX, SOCK_STREAM, 0)");
        told.run("u", "send(a, \"\\x00\\xff\")");
        assertThat(told.session.waiting("u", 4).flatMap(Waiting::data))
                .contains(Bytes.of((byte) 0, (byte) -1));
    }
}
