package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lesson.course.Progress;
import sockshell.lesson.course.Progress.Mark;

/** Taking a lesson: what is said when. */
class CourseTest {
    private static final Path FIRST = Path.of("lessons/01-first-socket.md");
    private static final Path UPPERCASE = Path.of("lessons/05-tcp-uppercase.md");

    private final Classroom room = new Classroom();

    static List<Path> shipped() {
        return Classroom.shipped();
    }

    private Learner learner(Path file) {
        return new Learner(room, room.lesson(Classroom.text(file)));
    }

    @Test
    void a_step_that_is_done_is_praised_and_the_next_one_shown() {
        try (Learner learner = learner(FIRST)) {
            assertThat(learner.reads()).contains("Your first socket", "1/12  Ask for a socket");
            learner.types("main> door = socket(PF_INET, SOCK_STREAM, 0)");
            assertThat(learner.reads())
                    .contains("Done: Ask for a socket", "2/12", "Type the number")
                    .doesNotContain("main>", "main=");
        }
    }

    @Test
    void a_prediction_is_answered_by_the_kernel() {
        try (Learner learner = learner(FIRST)) {
            learner.types("main> s = socket(AF_INET, SOCK_STREAM)");
            learner.predicts("1");
            learner.predicts("9");
            assertThat(learner.reads()).contains("You say 1.", "a number from 1 to 3");
            learner.types("main> t = socket(AF_INET, SOCK_DGRAM)");
            assertThat(learner.reads())
                    .contains("You said 1; the kernel says 2: the next one.", "lowest free");
        }
    }

    @Test
    void a_miss_says_what_differs_in_the_learners_own_names() {
        try (Learner learner = learner(UPPERCASE)) {
            learner.types("srv> door = socket(AF_INET, SOCK_STREAM)");
            learner.types("srv> bind(door, '127.0.0.1', 0)", "srv> getsockname(door)");
            String port = learner.port("srv", "door");
            learner.types("cli> me = socket(AF_INET, SOCK_STREAM)");
            learner.types("cli> me.connect(('127.0.0.1', " + port + "))");
            learner.reads();
            learner.types("srv> listen(77, 1)");
            assertThat(learner.reads())
                    .contains(
                            "srv.door is bound to 127.0.0.1:" + port + ", but not listening yet.");
        }
    }

    @Test
    void the_second_miss_brings_a_hint_and_what_is_only_tried_is_no_miss() {
        try (Learner learner = learner(FIRST)) {
            learner.reads();
            learner.types("main> x = 5", "main> htons(1)", "main> getpid()");
            assertThat(learner.reads()).isEmpty();
            learner.types("main> a = socket(AF_INET, SOCK_DGRAM)");
            assertThat(learner.reads()).doesNotContain("Hint");
            learner.types("main> socket(99, 1)", "main> socket(99, 1)");
            assertThat(learner.reads()).contains("Hint", "The family comes first");
            learner.hint();
            assertThat(learner.reads()).contains("/skip");
        }
    }

    @Test
    void a_call_that_the_step_needs_is_no_miss_though_others_are_to_come() {
        try (Learner learner = learner(UPPERCASE)) {
            learner.types("srv> l = socket(AF_INET, SOCK_STREAM)", "srv> bind(l, '', 0)");
            learner.types("srv> getsockname(l)");
            learner.reads();
            learner.types("cli> d = socket(AF_INET, SOCK_STREAM)");
            assertThat(learner.reads()).isEmpty();
            learner.types("cli> e = socket(AF_INET, SOCK_STREAM)");
            assertThat(learner.reads()).contains("cli has not called connect yet");
        }
    }

    @Test
    void something_of_the_wrong_kind_is_a_miss_at_once() {
        try (Learner learner = learner(FIRST)) {
            learner.reads();
            learner.types("main> a = socket(AF_INET, SOCK_DGRAM)");
            assertThat(learner.reads())
                    .contains("The type of a is SOCK_DGRAM; it should be SOCK_STREAM.");
        }
    }

    @Test
    void what_is_to_be_found_out_is_not_told() {
        try (Learner learner = learner(UPPERCASE)) {
            learner.types("srv> l = socket(AF_INET, SOCK_STREAM)", "srv> bind(l, '127.0.0.1', 0)");
            learner.types("srv> getsockname(l)", "cli> d = socket(AF_INET, SOCK_STREAM)");
            learner.reads();
            learner.types("cli> connect(d, '127.0.0.1', 'no port')", "cli> connect(77, '', 1)");
            assertThat(learner.reads())
                    .contains("The last connect of cli failed with EBADF; that is not it yet.")
                    .doesNotContain("ECONNREFUSED");
        }
    }

    @Test
    void what_was_called_for_an_earlier_step_is_not_judged_again() {
        try (Learner learner = learner(FIRST)) {
            learner.types("main> s = socket(AF_INET, SOCK_STREAM)", "main> socket(AF_INET, 2)");
            learner.types("main> getsockname(s)", "main> close(4)", "main> t = 4");
            learner.reads();
            assertThat(learner.course().step().map(Step::name)).contains("close-it-twice");
            learner.next();
            assertThat(learner.reads()).contains("main has not called close in this step yet.");
        }
    }

    @Test
    void a_wrong_thing_that_was_sent_can_be_made_good() {
        try (Learner learner = learner(UPPERCASE)) {
            learner.types("srv> l = socket(AF_INET, SOCK_STREAM)", "srv> bind(l, '127.0.0.1', 0)");
            learner.types("srv> getsockname(l)", "cli> d = socket(AF_INET, SOCK_STREAM)");
            String port = learner.port("srv", "l");
            learner.types("cli> connect(d, '127.0.0.1', " + port + ")", "srv> listen(l, 1)");
            learner.types("cli> connect(d, '127.0.0.1', " + port + ")");
            learner.reads();
            learner.types("cli> send(d, 'hi')");
            assertThat(learner.reads())
                    .contains("What cli.d has sent is \"hi\"; it should be \"hello, world\".");
            learner.types("cli> send(d, 'hello, world')");
            assertThat(learner.reads()).contains("Done: Speak to nobody");
        }
    }

    @Test
    void a_socket_is_called_by_the_name_that_it_was_made_for() {
        try (Learner learner = learner(Path.of("lessons/01-first-socket.md"))) {
            learner.types("main> s = socket(AF_INET, SOCK_STREAM)");
            learner.types("main> t = socket(AF_INET, SOCK_DGRAM)", "main> getsockname(s)");
            learner.types("main> a = 4");
            learner.reads();
            learner.types("main> close(77)");
            assertThat(learner.reads()).contains("t is still open.");
        }
    }

    @Test
    void next_says_what_is_missing_and_goes_on_and_back_goes_back() {
        try (Learner learner = learner(FIRST)) {
            learner.next();
            assertThat(learner.reads()).contains("main has no socket for this yet.", "2/12");
            learner.back();
            assertThat(learner.reads()).contains("1/12");
            learner.types("main> s = socket(AF_INET, SOCK_STREAM)");
            assertThat(learner.reads()).contains("Done: Ask for a socket");
        }
    }

    @Test
    void skipping_types_the_solution_in_the_learners_names_and_with_his_port() {
        try (Learner learner = learner(UPPERCASE)) {
            learner.types("srv> door = socket(AF_INET, SOCK_STREAM)");
            learner.skips();
            learner.skips();
            String port = learner.port("srv", "door");
            learner.skips();
            assertThat(learner.skipped())
                    .contains(
                            "srv> bind(door, \"127.0.0.1\", 0)",
                            "srv> getsockname(door)",
                            "cli> connect(d, \"127.0.0.1\", " + port + ")");
            assertThat(learner.course().progress().of("listen")).isEmpty();
            assertThat(learner.course().progress().of("come-too-early")).contains(Mark.SKIPPED);
        }
    }

    private static final String LETTERS =
            """
            ---
            title: Letters
            ---
            # Letters

            ## Send one

            ```sock
            srv> s = socket(AF_INET, SOCK_DGRAM)
            srv= 3
            srv> bind(s, "127.0.0.1", 0)
            srv= 0
            srv> getsockname(s)
            srv= 127.0.0.1:<p=1>
            cli> u = socket(AF_INET, SOCK_DGRAM)
            cli= 3
            cli> sendto(u, "a \\"b\\"", ("127.0.0.1", <p>))
            cli= 5
            srv> m, peer = recvfrom(s, 99)
            srv= 5 "a \\"b\\"" from 127.0.0.1:<q=1>
            ```

            <details><summary>Hint</summary>

            So.

            </details>

            ## Answer, and go

            ```sock
            srv> sendto(s, m, peer)
            srv= 5
            srv> close(s)
            srv= 0
            cli> recvfrom(u, 99)
            cli= 5 "a \\"b\\"" from 127.0.0.1:<p>
            cli> sendto(u, "more", ("127.0.0.1", <p>))
            cli= 4
            ```

            <details><summary>Hint</summary>

            So.

            </details>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srv> letter, from = recvfrom(x, 200) | letter, from",
                "srv> recvfrom(x, 200) | \"a \\\"b\\\"\", (\"127.0.0.1\", ",
            })
    void skipping_knows_the_learners_data_and_a_port_that_is_gone(String row) {
        try (Learner learner = new Learner(room, room.lesson(LETTERS))) {
            String[] read = row.split(" [|] ", -1);
            learner.types("srv> x = socket(AF_INET, SOCK_DGRAM)", "srv> x.bind(('127.0.0.1', 0))");
            learner.types("srv> x.getsockname()", "cli> y = socket(AF_INET, SOCK_DGRAM)");
            String port = learner.port("srv", "x");
            learner.types("cli> sendto(y, 'a \"b\"', ('127.0.0.1', " + port + "))", read[0]);
            learner.skips();
            assertThat(learner.skipped().getFirst()).startsWith("srv> sendto(x, " + read[1]);
            assertThat(learner.skipped())
                    .contains("cli> sendto(y, \"more\", (\"127.0.0.1\", " + port + "))");
            assertThat(learner.course().isOver()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void who_skips_every_step_reaches_the_end(Path file) {
        try (Learner learner = learner(file)) {
            Lesson lesson = learner.course().lesson();
            for (int i = 0; i < lesson.steps().size() && !learner.course().isOver(); i++) {
                String step = learner.course().step().orElseThrow().name();
                learner.skips();
                assertThat(learner.course().step().map(Step::name)).isNotEqualTo(step);
            }
            assertThat(learner.course().isOver()).isTrue();
            assertThat(learner.course().progress().isFinished(lesson)).isTrue();
            assertThat(learner.reads()).contains("What to remember", "That was the lesson");
        }
    }

    @Test
    void resuming_has_the_sockets_again_and_goes_on_where_it_ended() {
        Progress before =
                Progress.NONE
                        .with("a-socket-for-the-server", Mark.DONE)
                        .with("give-it-an-address", Mark.DONE)
                        .with("which-port-is-it", Mark.SKIPPED);
        Lesson lesson = room.lesson(Classroom.text(UPPERCASE));
        try (Learner learner = new Learner(room, lesson, before)) {
            learner.resumes();
            assertThat(learner.reads()).contains("4/15  Come too early");
            assertThat(learner.port("srv", "l")).isNotEmpty().isNotEqualTo("0");
            assertThat(learner.course().progress()).isEqualTo(before);
        }
    }
}
