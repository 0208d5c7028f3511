package sockshell.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sockshell.sys.Result;

class CountsTest {
    private final Counts counts = new Counts();

    @Test
    void a_count_is_what_was_counted() {
        assertThat(usual().mapToObj(counts::of).toList())
                .isEqualTo(usual().mapToObj(Result.Ok<Integer>::new).toList());
    }

    @Test
    void counts_of_usual_sizes_do_not_push_each_other_out() {
        List<Result<Integer>> first = usual().mapToObj(counts::of).toList();
        List<Result<Integer>> again = usual().mapToObj(counts::of).toList();
        assertThat(again).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(first);
    }

    @Test
    void counts_of_the_same_place_are_told_apart() {
        assertThat(List.of(counts.of(50), counts.of(262_144), counts.of(50)))
                .isEqualTo(
                        List.of(
                                new Result.Ok<>(50),
                                new Result.Ok<>(262_144),
                                new Result.Ok<>(50)));
    }

    /** Short messages, and buffers of 512 bytes to 128 KiB. */
    private static IntStream usual() {
        IntStream buffers = IntStream.iterate(512, size -> size <= 131_072, size -> size * 2);
        return IntStream.concat(IntStream.rangeClosed(0, 256), buffers);
    }
}
