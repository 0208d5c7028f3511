package sockshell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.sys.Bytes;

/** What the operators do, as in Python. */
class OperatorsTest {
    private static Value whole(long number) {
        return Value.Whole.of(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "7 + 5 12",
                "7 - 9 -2",
                "7 * 6 42",
                "-7 % 3 2",
                "6 | 1 7",
                "6 & 3 2",
                "6 ^ 3 5",
                "1 << 12 4096",
                "-16 >> 2 -4",
                "1 >> 99 0",
            })
    void whole_numbers(long left, String sign, long right, long result) {
        assertThat(Operators.binary(sign, whole(left), whole(right))).contains(whole(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "9223372036854775807 + 1",
                "-9223372036854775808 - 1",
                "4611686018427387904 * 2",
                "1 << 63",
                "1 << -1",
                "1 % 0",
                "1 >> -1",
            })
    void beyond_64_bits_there_is_no_result(long left, String sign, long right) {
        assertThat(Operators.binary(sign, whole(left), whole(right))).isEmpty();
    }

    @Test
    void texts_are_joined_repeated_and_compared_by_their_bytes() {
        Value a = Value.Text.of("ab");
        assertThat(Operators.binary("+", a, Value.Text.of("c"))).contains(Value.Text.of("abc"));
        assertThat(Operators.binary("*", a, whole(2))).contains(Value.Text.of("abab"));
        assertThat(Operators.binary("*", a, whole(1L << 40))).isEmpty();
        assertThat(Operators.binary("<", a, Value.Text.of("b"))).contains(Value.Truth.TRUE);
        assertThat(Operators.binary("==", a, Value.Text.of("ab"))).contains(Value.Truth.TRUE);
        assertThat(Operators.binary("==", a, whole(1))).contains(Value.Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, he", "1, 99, ello", "-3, 99, llo", "0, -1, hell", "4, 2, ''"})
    void a_slice_keeps_to_the_text(long from, long to, String result) {
        assertThat(
                        Operators.slice(
                                Value.Text.of("hello"),
                                Optional.of(whole(from)),
                                Optional.of(whole(to))))
                .contains(Value.Text.of(result));
    }

    @Test
    void an_index_counts_from_either_end_and_not_beyond() {
        Value text = Value.Text.of("abc");
        assertThat(Operators.index(text, whole(0))).contains(Value.Text.of("a"));
        assertThat(Operators.index(text, whole(-1))).contains(Value.Text.of("c"));
        assertThat(Operators.index(text, whole(3))).isEmpty();
        assertThat(Operators.index(text, whole(-4))).isEmpty();
    }

    @Test
    void a_slice_from_what_is_no_number_has_no_result() {
        Value text = Value.Text.of("abc");
        Optional<Value> none = Optional.of(Value.Nothing.NONE);
        assertThat(Operators.slice(text, Optional.of(text), Optional.empty())).isEmpty();
        assertThat(Operators.slice(text, Optional.empty(), Optional.of(text))).isEmpty();
        assertThat(Operators.slice(text, none, none)).contains(text);
    }

    @Test
    void the_smallest_number_has_no_negative() {
        assertThat(Operators.unary("-", whole(Long.MIN_VALUE))).isEmpty();
        assertThat(Operators.unary("-", whole(5))).contains(whole(-5));
    }

    @Test
    void a_sum_of_texts_or_lists_has_a_largest_size() {
        Value text = new Value.Text(Bytes.zeros(Operators.LARGEST_TEXT));
        Value list = new Value.Items(Collections.nCopies(1 << 20, text), false);
        assertThat(Operators.binary("+", text, Value.Text.of(""))).contains(text);
        assertThat(Operators.binary("+", text, Value.Text.of("a"))).isEmpty();
        assertThat(Operators.binary("+", list, list)).isEmpty();
    }
}
