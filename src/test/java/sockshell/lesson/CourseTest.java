package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                    .contains("Done: Ask for a socket", "2/12", "/predict 1")
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
            assertThat(learner.reads()).contains("You said 1; the kernel says 2.", "lowest free");
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
        try (Learner learner = learner(UPPERCASE)) {
            learner.reads();
            learner.resumes(before);
            assertThat(learner.reads()).contains("4/15  Come too early");
            assertThat(learner.port("srv", "l")).isNotEmpty().isNotEqualTo("0");
            assertThat(learner.course().progress()).isEqualTo(before);
        }
    }
}
