package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With all processors busy a lesson holds as well, each time. */
class AgainTest {
    /* fifty take minutes: -Dagain=50 */
    private static final int TIMES = Integer.getInteger("again", 3);

    @Test
    void time_and_again_under_load_nothing_differs() {
        Classroom room = new Classroom();
        List<Thread> load =
                Stream.generate(() -> Thread.ofPlatform().daemon().start(AgainTest::turn))
                        .limit(Runtime.getRuntime().availableProcessors())
                        .toList();
        List<String> lessons = Classroom.shipped().stream().map(Classroom::text).toList();
        assertThat(
                        IntStream.range(0, TIMES)
                                .boxed()
                                .flatMap(_ -> lessons.stream())
                                .flatMap(lesson -> room.problems(lesson).stream()))
                .isEmpty();
        load.forEach(Thread::interrupt);
    }

    private static void turn() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
