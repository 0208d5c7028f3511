package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sockshell.sys.Result.Err;
import sockshell.sys.Result.Ok;

class ResultTest {
    private static final Errno EBADF = new Errno("EBADF", 9);

    private static final Result<Integer> SEVEN = new Ok<>(7);
    private static final Result<Integer> FAILED = new Err<>(EBADF);

    @Test
    void map_changes_the_value() {
        assertThat(SEVEN.map(Integer::toHexString)).isEqualTo(new Ok<>("7"));
    }

    @Test
    void map_leaves_a_failure_as_it_is() {
        assertThat(FAILED.map(Integer::toHexString)).isEqualTo(new Err<>(EBADF));
    }

    @Test
    void then_goes_on_with_the_value() {
        assertThat(SEVEN.then(value -> new Ok<>(value + 1))).isEqualTo(new Ok<>(8));
        assertThat(SEVEN.then(_ -> FAILED)).isEqualTo(FAILED);
    }

    @Test
    void then_stops_at_a_failure() {
        assertThat(FAILED.then(value -> new Ok<>(value + 1))).isEqualTo(FAILED);
    }

    @Test
    void orElse_is_for_failures() {
        assertThat(SEVEN.orElse(0)).isEqualTo(7);
        assertThat(FAILED.orElse(0)).isEqualTo(0);
    }

    @Test
    void an_errno_is_told_by_its_name() {
        assertThat(EBADF).hasToString("EBADF");
    }
}
