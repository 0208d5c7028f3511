package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.lesson.Grade.Report;
import sockshell.lesson.Grade.Row;

/** Ways to do a lesson otherwise than its author, and ways that do not do it. */
class VariantsTest {
    private static final String FIRST =
            """
            s = socket(AF_INET, SOCK_STREAM)
            t = socket(AF_INET, SOCK_DGRAM)
            getsockname(s)
            close(t)
            close(t)
            u = socket(AF_INET, SOCK_STREAM)
            v = socket(AF_INET, SOCK_STREAM)
            close(s)
            w = socket(AF_INET, SOCK_STREAM)
            socket(99, SOCK_STREAM)
            socket(AF_INET, SOCK_STREAM, IPPROTO_UDP)
            x = socket(AF_INET, SOCK_DGRAM)
            errno
            a, b = pipe()
            listen(a, 1)
            """;

    private static final String UPPERCASE =
            """
            %sockshell-transcript 1
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> getsockname(l)
            srv= 127.0.0.1:<p=1>
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", <p>)
            srv> listen(l, 1)
            cli> connect(d, "127.0.0.1", <p>)
            cli> send(d, "hello, world")
            srv> c = accept(l)
            srv> m = recv(c, 1024)
            srv> send(c, upper(m))
            cli> recv(d, 1024)
            srv> k = accept(l)
            srv* accept
            cli> e = socket(AF_INET, SOCK_STREAM)
            cli> connect(e, "127.0.0.1", <p>)
            srv= 5 from 127.0.0.1:<q=1>
            cli> close(d)
            srv> recv(c, 1024)
            %end ok
            """;

    private final Classroom room = new Classroom();

    private Report grade(String file, String transcript) {
        Lesson lesson = room.lesson(Classroom.text(Path.of("lessons", file)));
        Report report = room.grade(lesson, transcript);
        return report;
    }

    private static List<String> open(Report report) {
        return report.rows().stream()
                .filter(row -> !row.isDone())
                .map(row -> row.step().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s = socket(AF_INET, SOCK_STREAM) | s = socket(AF_INET, SOCK_STREAM)",
                "s = socket(AF_INET, SOCK_STREAM) | s = socket(PF_INET, SOCK_STREAM, IPPROTO_TCP)",
                "s = socket(AF_INET, SOCK_STREAM) | s = socket(2, 1, 0)",
                "s = socket(AF_INET, SOCK_STREAM) | socket AF_INET SOCK_STREAM; s = 3",
                "getsockname(s) | s.getsockname()",
                "close(t) | t.close()",
                "w = socket(AF_INET, SOCK_STREAM) | again = socket(AF_INET, SOCK_STREAM)",
                "socket(99, SOCK_STREAM) | bad = socket(4711, SOCK_DGRAM)",
                "listen(a, 1) | b.listen(5)",
                "errno | print(errno)",
            })
    void the_first_lesson_takes_it_written_otherwise(String line, String other) {
        Report report = grade("01-first-socket.md", FIRST.replace(line + "\n", other + "\n"));
        assertThat(open(report)).isEmpty();
        assertThat(report.isPassed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s = socket(AF_INET, SOCK_STREAM) | s = socket(AF_INET6, 1) | ask-for-a-socket",
                "t = socket(AF_INET, SOCK_DGRAM) | t = socket(2, 1)"
                        + " | a-second-one-of-another-type",
                "getsockname(s) | getpeername(s) | where-is-it",
                "socket(99, SOCK_STREAM) | socket(AF_INET, 99) | a-family-that-nobody-knows",
                "socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) | htons(1)"
                        + " | three-good-words-and-still-no",
                "listen(a, 1) | close(a) | not-everything-with-a-number-is-a-socket",
            })
    void the_first_lesson_does_not_take_something_else(String line, String other, String step) {
        Report report = grade("01-first-socket.md", FIRST.replace(line + "\n", other + "\n"));
        assertThat(open(report)).contains(step);
        assertThat(report.isPassed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind(l, \"127.0.0.1\", 0) | l.bind((\"127.0.0.1\", 0))",
                "bind(l, \"127.0.0.1\", 0) | bind l 127.0.0.1:0",
                "listen(l, 1) | l.listen(5)",
                "c = accept(l) | c, addr = l.accept()",
                "send(c, upper(m)) | c.send(m.decode().upper().encode())",
                "send(c, upper(m)) | write(c, 'HELLO, WORLD')",
                "m = recv(c, 1024) | m = read(c, 64)",
                "close(d) | shutdown(d, SHUT_WR); close(d)",
                "cli> send(d, \"hello, world\") | cli> d.send('hello, '); d.sendall('world')",
            })
    void the_upper_case_server_takes_it_written_otherwise(String line, String other) {
        Report report = grade("05-tcp-uppercase.md", UPPERCASE.replace(line + "\n", other + "\n"));
        assertThat(open(report)).isEmpty();
    }

    @Test
    void the_upper_case_server_takes_other_names() {
        String other =
                UPPERCASE
                        .replaceAll("\\bl\\b", "serverSocket")
                        .replaceAll("\\bd\\b", "clientSocket")
                        .replaceAll("\\bc\\b", "connectionSocket")
                        .replaceAll("\\bm\\b", "sentence");
        assertThat(open(grade("05-tcp-uppercase.md", other))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srv> listen(l, 1) | srv> x = 1 | listen",
                "srv> send(c, upper(m)) | srv> send(c, m) | send-it-back-in-capitals",
                "cli> send(d, \"hello, world\") | cli> send(d, \"hello\") | speak-to-nobody",
                "cli> close(d) | cli> x = 1; srv> x = 1 | say-goodbye",
            })
    void the_upper_case_server_does_not_take_a_wrong_result(
            String line, String other, String step) {
        String wrong = UPPERCASE.replace(line + "\n", other + "\n");
        if (step.equals("say-goodbye")) {
            wrong = UPPERCASE.replace("cli> close(d)\n", "").replace("srv> recv(c, 1024)\n%", "%");
        }
        if (step.equals("listen")) {
            wrong = wrong.substring(0, wrong.indexOf("cli> send")) + "%end ok\n";
        }
        Report report = grade("05-tcp-uppercase.md", wrong);
        assertThat(open(report)).contains(step);
    }

    @Test
    void what_is_missing_is_said_in_the_students_own_names() {
        String wrong =
                UPPERCASE
                                .substring(0, UPPERCASE.indexOf("srv> listen"))
                                .replaceAll("\\bl\\b", "door")
                        + "%end ok\n";
        Row row =
                grade("05-tcp-uppercase.md", wrong).rows().stream()
                        .filter(each -> each.step().name().equals("listen"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.missing()).singleElement().asString().contains("srv.door", "not listening");
    }
}
