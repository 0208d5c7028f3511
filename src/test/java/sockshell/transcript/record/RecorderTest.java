package sockshell.transcript.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.transcript.Line;

/** What a recorder writes besides results. */
class RecorderTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(7_000 * SECOND);
    private final MemoryTape tape = new MemoryTape();
    private final Recorder recorder =
            new Recorder(new LibcKernel(), new Catalogue(), now::get, tape);

    @Test
    void a_recording_that_opens_with_prose_has_no_pause_behind_it() {
        recorder.prose("# what follows");
        recorder.typed("main", "/interrupt srv");
        assertThat(tape.lines()).noneMatch(line -> line instanceof Line.Pause);
    }

    @Test
    void a_pause_is_the_time_between_two_lines() {
        recorder.prose("# what follows");
        now.addAndGet(2 * SECOND);
        recorder.typed("main", "/interrupt srv");
        assertThat(tape.lines()).contains(new Line.Pause("2"));
    }
}
