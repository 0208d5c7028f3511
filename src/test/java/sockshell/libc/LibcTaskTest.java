package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Result;

/** What many kernels in one process share: its signals. */
class LibcTaskTest {
    private static final int MORE_THAN_SIGNALS = 65;

    @Test
    void kernels_made_one_after_the_other_do_not_use_up_the_signals() {
        for (int i = 0; i < MORE_THAN_SIGNALS; i++) {
            assertThat(new LibcKernel().task().interrupt()).isEqualTo(new Result.Ok<>(0));
        }
    }
}
