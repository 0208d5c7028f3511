package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @Test
    void bytes_are_equal_when_their_content_is() {
        assertThat(Bytes.of("ab"))
                .isEqualTo(Bytes.of((byte) 'a', (byte) 'b'))
                .hasSameHashCodeAs(Bytes.of((byte) 'a', (byte) 'b'))
                .isNotEqualTo(Bytes.of("abc"))
                .isNotEqualTo("ab");
    }

    @Test
    void the_array_given_and_the_array_taken_change_nothing() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes.toArray()).containsExactly(1, 2);
    }

    @Test
    void text_becomes_UTF_8_and_text_again() {
        Bytes bytes = Bytes.of("\u00fc\u20ac");
        assertThat(bytes.hex()).isEqualTo("c3bce282ac");
        assertThat(bytes.text()).isEqualTo("\u00fc\u20ac");
    }

    @Test
    void what_is_no_UTF_8_is_replaced_in_text() {
        assertThat(Bytes.of((byte) 'a', (byte) 0xff).text()).isEqualTo("a\ufffd");
    }

    @Test
    void zeros_are_as_many_as_asked_for() {
        assertThat(Bytes.zeros(3).toArray()).containsExactly(0, 0, 0);
        assertThat(Bytes.zeros(0)).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void only_no_bytes_are_empty() {
        assertThat(Bytes.EMPTY.isEmpty()).isTrue();
        assertThat(Bytes.EMPTY.length()).isEqualTo(0);
        assertThat(Bytes.zeros(1).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 5, hello", "1, 3, el", "4, 5, o", "5, 5, ''", "0, 0, ''"})
    void a_slice_ends_before_its_second_index(int from, int to, String text) {
        assertThat(Bytes.of("hello").slice(from, to).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "3, 2", "0, 6", "6, 6"})
    void a_slice_beyond_the_bytes_says_so(int from, int to) {
        assertThatThrownBy(() -> Bytes.of("hello").slice(from, to))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("slice " + from + ":" + to + " of 5 bytes");
    }

    @Test
    void plus_puts_one_behind_the_other_and_changes_neither() {
        Bytes one = Bytes.of("one");
        Bytes two = Bytes.of("two");
        assertThat(one.plus(two).text()).isEqualTo("onetwo");
        assertThat(one.plus(Bytes.EMPTY)).isEqualTo(one);
        assertThat(one.text() + two.text()).isEqualTo("onetwo");
    }

    @Test
    void at_gives_the_byte_with_its_sign() {
        assertThat(Bytes.of((byte) 1, (byte) 0xff).at(1)).isEqualTo((byte) -1);
        assertThatThrownBy(() -> Bytes.EMPTY.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bytes_show_themselves_in_hexadecimal() {
        assertThat(Bytes.of((byte) 0, (byte) 0x0a, (byte) 0xff)).hasToString("x\"000aff\"");
        assertThat(Bytes.EMPTY).hasToString("x\"\"");
    }
}
