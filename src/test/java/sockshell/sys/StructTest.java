package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.sys.Struct.Field;
import sockshell.sys.Struct.Form;

class StructTest {
    private static final Field KIND = new Field("kind", 0, 1, Form.UNSIGNED);
    private static final Field PORT = new Field("port", 2, 2, Form.NETWORK);
    private static final Field COUNT = new Field("count", 4, 4, Form.SIGNED);
    private static final Field NAME = new Field("name", 8, 3, Form.BYTES);
    private static final Field TOTAL = new Field("total", 16, 8, Form.UNSIGNED);
    private static final Struct STRUCT =
            new Struct("thing", 24, List.of(KIND, PORT, COUNT, NAME, TOTAL));

    private static final Map<String, Long> NUMBERS =
            Map.of("kind", 200L, "port", 0x1234L, "count", -5L, "total", 1L << 40);

    @Test
    void numbers_packed_are_read_again() {
        assertThat(STRUCT.numbers(STRUCT.pack(NUMBERS))).isEqualTo(NUMBERS);
    }

    @Test
    void numbers_come_in_the_order_of_the_fields() {
        assertThat(STRUCT.numbers(Bytes.zeros(24)).keySet())
                .containsExactly("kind", "port", "count", "total");
    }

    @Test
    void what_was_not_given_is_0() {
        assertThat(STRUCT.pack(Map.of())).isEqualTo(Bytes.zeros(24));
    }

    @Test
    void a_field_in_network_order_has_its_first_byte_on_top() {
        Bytes memory = STRUCT.pack(Map.of("port", 0x1234L));
        assertThat(memory.slice(2, 4).hex()).isEqualTo("1234");
    }

    @Test
    void other_fields_have_the_order_of_the_machine() {
        Bytes memory = STRUCT.pack(Map.of("count", 1L));
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        assertThat(memory.slice(4, 8).hex()).isEqualTo(little ? "01000000" : "00000001");
    }

    @Test
    void a_number_is_cut_to_its_field() {
        Bytes memory = STRUCT.pack(Map.of("kind", 0x1ffL));
        assertThat(memory.slice(0, 2).hex()).isEqualTo("ff00");
    }

    @ParameterizedTest
    @CsvSource({"1, 255", "2, 65535", "4, 4294967295", "8, -1"})
    void all_ones_are_minus_1_or_the_most_there_is(int size, long most) {
        Bytes ones = Bytes.of(ones(size));
        assertThat(Struct.number(ones, field(size, Form.UNSIGNED))).isEqualTo(most);
        assertThat(Struct.number(ones, field(size, Form.NETWORK))).isEqualTo(most);
        assertThat(Struct.number(ones, field(size, Form.SIGNED))).isEqualTo(-1);
    }

    private static Field field(int size, Form form) {
        return new Field("field", 0, size, form);
    }

    private static byte[] ones(int size) {
        byte[] ones = new byte[size];
        Arrays.fill(ones, (byte) -1);
        return ones;
    }

    @Test
    void a_structure_may_begin_further_on() {
        Bytes memory = Bytes.zeros(10).plus(STRUCT.pack(NUMBERS));
        assertThat(Struct.number(memory, 10, COUNT)).isEqualTo(-5);
        assertThat(Struct.number(memory, 10, PORT)).isEqualTo(0x1234);
    }

    @Test
    void a_shorter_start_gives_the_fields_it_holds_whole() {
        Bytes memory = STRUCT.pack(NUMBERS);
        assertThat(STRUCT.numbers(memory.slice(0, 8))).containsOnlyKeys("kind", "port", "count");
        assertThat(STRUCT.numbers(memory.slice(0, 7))).containsOnlyKeys("kind", "port");
        assertThat(STRUCT.numbers(Bytes.EMPTY)).isEmpty();
    }

    @Test
    void a_number_beyond_the_bytes_is_an_error() {
        assertThatThrownBy(() -> Struct.number(Bytes.zeros(7), COUNT))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void fields_are_found_by_name() {
        assertThat(STRUCT.find("port")).contains(PORT);
        assertThat(STRUCT.find("none")).isEmpty();
        assertThat(STRUCT.field("total").end()).isEqualTo(24);
    }

    @Test
    void a_field_that_is_not_there_is_named_in_the_error() {
        assertThatThrownBy(() -> STRUCT.field("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no field none in thing");
        assertThatThrownBy(() -> STRUCT.pack(Map.of("none", 1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_are_no_number() {
        assertThatThrownBy(() -> Struct.number(Bytes.zeros(24), NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name is no number");
        assertThatThrownBy(() -> STRUCT.pack(Map.of("name", 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name is no number");
    }
}
