package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry is whole, and a wrong name finds the right one. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = new Catalogue();

    static Stream<Call> calls() {
        return CATALOGUE.names().stream().map(name -> CATALOGUE.find(name).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_entry_says_what_the_call_is_for_in_one_sentence(Call call) {
        assertThat(call.help().meaning()).endsWith(".").hasSizeLessThan(80);
        assertThat(call.forms()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_form_takes_as_many_arguments_as_it_has_parameters(Call call) {
        for (Form form : call.forms()) {
            assertThat(form.takes(form.size())).as(form.signature()).isTrue();
            assertThat(form.takes(form.size() + 2)).as(form.signature()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"lisen, listen", "acept, accept", "htosn, htons", "Socket, socket", "sned, send"})
    void a_wrong_name_finds_the_right_one(String wrong, String right) {
        assertThat(CATALOGUE.nearest(wrong)).contains(right);
    }

    @Test
    void a_name_like_none_finds_none() {
        assertThat(CATALOGUE.nearest("elephant")).isEmpty();
    }
}
