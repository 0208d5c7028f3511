package sockshell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.libc.LibcKernel;
import sockshell.sys.Bytes;
import sockshell.sys.Names.AddressInfo;
import sockshell.sys.SockAddr;

/** The table of results in a transcript. */
class ResultTextTest {
    private static final SockAddr ADDRESS = new SockAddr.Inet4(0x7f000001, 80);

    private final ResultText text = new ResultText(new LibcKernel().constants());

    @Test
    void an_error_number_has_its_name_and_0_has_none() {
        assertThat(text.of(new Outcome.ErrorNumber(111, "ECONNREFUSED")))
                .isEqualTo("111 ECONNREFUSED");
        assertThat(text.of(new Outcome.ErrorNumber(0, ""))).isEqualTo("0");
    }

    @Test
    void what_was_found_is_a_list_with_types_by_name() {
        assertThat(
                        text.of(
                                new Outcome.Found(
                                        List.of(
                                                info(1, Optional.of("local\033host")),
                                                info(77, Optional.empty())))))
                .isEqualTo("[127.0.0.1:80 SOCK_STREAM local\\x1bhost, 127.0.0.1:80 77]");
    }

    private static AddressInfo info(int type, Optional<String> canonical) {
        return new AddressInfo(2, type, 0, ADDRESS, canonical);
    }

    @Test
    void a_raw_structure_shows_its_bytes_and_a_length_that_is_not_theirs() {
        Bytes bytes = Bytes.of((byte) 2, (byte) 0, (byte) 0xe0, (byte) 0x2e);
        assertThat(text.of(new Value.Address(new SockAddr.Raw(bytes)))).isEqualTo("x\"0200e02e\"");
        assertThat(text.of(new Value.Address(new SockAddr.Raw(bytes, 3))))
                .isEqualTo("x\"0200e02e\" length 3");
    }

    @Test
    void a_structure_has_its_fields_by_name() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("l_onoff", Value.Whole.of(1));
        fields.put("l_linger", Value.Whole.of(0));
        assertThat(text.of(new Value.Structure(fields))).isEqualTo("{l_onoff: 1, l_linger: 0}");
    }
}
