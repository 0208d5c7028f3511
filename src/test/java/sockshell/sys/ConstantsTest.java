package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;

class ConstantsTest {
    private static final Constant OOB = flag("MSG_OOB", 1);
    private static final Constant PEEK = flag("MSG_PEEK", 2);
    private static final Constant BOTH = flag("MSG_TWO_BITS", 0x30);
    private static final Constant HIGH = flag("MSG_HIGH", 0x80000000L);
    private static final Constant NONE = flag("MSG_NONE", 0);
    private static final Constant AGAIN = new Constant(Kind.ERRNO, "EAGAIN", 2, "");
    private static final Constant WOULD = new Constant(Kind.ERRNO, "EWOULDBLOCK", 2, "");
    private static final Constants TABLE =
            new Constants(List.of(NONE, OOB, PEEK, AGAIN, WOULD, BOTH, HIGH));

    private static Constant flag(String name, long value) {
        return new Constant(Kind.MESSAGE_FLAG, name, value, "");
    }

    @Test
    void a_constant_is_found_by_name() {
        assertThat(TABLE.named("MSG_PEEK")).contains(PEEK);
        assertThat(TABLE.named("MSG_NOWHERE")).isEmpty();
        assertThat(TABLE.has("MSG_PEEK")).isTrue();
        assertThat(TABLE.has("msg_peek")).isFalse();
    }

    @Test
    void the_number_of_a_name_is_its_32_bits() {
        assertThat(TABLE.number("MSG_PEEK")).isEqualTo(2);
        assertThat(TABLE.number("MSG_HIGH")).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void a_number_that_is_not_there_is_named_in_the_error() {
        assertThatThrownBy(() -> TABLE.number("MSG_NOWHERE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no constant named MSG_NOWHERE");
    }

    @Test
    void a_name_given_twice_is_an_error() {
        assertThatThrownBy(() -> new Constants(List.of(OOB, PEEK, OOB)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("constant given twice: MSG_OOB");
    }

    @Test
    void all_of_a_kind_come_in_the_order_of_the_table() {
        assertThat(TABLE.of(Kind.ERRNO)).containsExactly(AGAIN, WOULD);
        assertThat(TABLE.of(Kind.FAMILY)).isEmpty();
        assertThat(TABLE.all()).startsWith(NONE, OOB).hasSize(7);
    }

    @Test
    void the_first_name_of_a_number_counts() {
        assertThat(TABLE.name(Kind.ERRNO, 2)).contains("EAGAIN");
    }

    @Test
    void each_kind_has_its_own_numbers() {
        assertThat(TABLE.name(Kind.MESSAGE_FLAG, 2)).contains("MSG_PEEK");
        assertThat(TABLE.name(Kind.ERRNO, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, MSG_OOB",
        "3, MSG_OOB|MSG_PEEK",
        "0x30, MSG_TWO_BITS",
        "0x31, MSG_OOB|MSG_TWO_BITS",
        "0x10, 0x10",
        "0x80001, MSG_OOB|0x80000",
        "0x80000000, MSG_HIGH",
        "0x100000000, 0x100000000",
    })
    void flags_are_names_first_and_the_rest_a_number(String value, String text) {
        assertThat(TABLE.flags(Kind.MESSAGE_FLAG, Long.decode(value))).isEqualTo(text);
    }

    @Test
    void a_negative_int_has_all_its_bits() {
        assertThat(TABLE.flags(Kind.MESSAGE_FLAG, -1))
                .isEqualTo("MSG_OOB|MSG_PEEK|MSG_TWO_BITS|MSG_HIGH|0xffffffff7fffffcc");
    }
}
