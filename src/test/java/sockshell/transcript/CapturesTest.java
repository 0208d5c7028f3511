package sockshell.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recorded result takes from what happens now. */
class CapturesTest {
    private final Captures captures = new Captures();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "127.0.0.1:<p=1>              => 127.0.0.1:40651          => {p=40651}",
                "127.0.0.1:<p>                => 127.0.0.1:40651          => {p=40651}",
                "4 from 127.0.0.1:<p=1>       => 4 from 127.0.0.1:7       => {p=7}",
                "5 \"x\" from [::1]:<p=1> flags 1 => 5 \"x\" from [::1]:7 flags 1 => {p=7}",
                "<a=1> <b=2>                  => 7 8                      => {a=7, b=8}",
                "[<a=1>, <b=2>]               => [7, 8]                   => {a=7, b=8}",
                "<a=1>:<a=1>                  => 7:7                      => {a=7}",
                "<_=1> <a=1>                  => 7 8                      => {a=8}",
                "<_=1> <_=1>                  => 7 8                      => {}",
                "5 \"<p=1>\" <a=1>            => 5 \"<p=1>\" 7            => {a=7}",
                "\"\\\"<p=1>\" <a=1>          => \"\\\"<p=1>\" 7          => {a=7}",
                "0                            => 0                        => {}",
                "a.b*                         => a.b*                     => {}",
                "\\E<a=1>\\Q                  => \\E7\\Q                  => {a=7}",
            })
    void a_result_that_fits_is_captured_from(String recorded, String actual, String values) {
        assertThat(captures.capture(recorded, actual)).isTrue();
        assertThat(captures.values()).hasToString(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "0 => 1",
                "0 => 01",
                "a.b => axb",
                "127.0.0.1:<p=1> => -1 EINVAL",
                "<p=1> => ``",
                "<p=1> => 7 8",
                "<p=1> x => 7 y",
                "<p=1> x => 7 x y",
                "<a=1>:<a=1> => 7:8",
                "\"<p=1>\" => \"7\"",
                "<p => 7",
                "<1=1> => 7",
                "<p=<q>> => 7",
            })
    void from_what_does_not_fit_nothing_is_captured(String recorded, String actual) {
        assertThat(captures.capture(recorded, actual)).isFalse();
        assertThat(captures.values()).isEmpty();
    }

    @Test
    void a_captured_value_must_come_again() {
        captures.capture("<p=1>", "40651");
        assertThat(captures.capture("x:<p=1>", "x:40651")).isTrue();
        assertThat(captures.capture("x:<p>", "x:7")).isFalse();
        assertThat(captures.capture("x:<p> <q=1>", "x:406511 7")).isFalse();
        assertThat(captures.values()).isEqualTo(Map.of("p", "40651"));
    }

    @Test
    void an_unimportant_value_may_change() {
        assertThat(captures.capture("<_=1>", "7")).isTrue();
        assertThat(captures.capture("<_=1>", "8")).isTrue();
    }

    @Test
    void a_person_is_told_of_no_tags() {
        assertThat(Captures.untagged("2 [<l=3>: POLLIN] \"<b>\""))
                .isEqualTo("2 [...: POLLIN] \"<b>\"");
        assertThat(Captures.untagged("-1 EBADF")).isEqualTo("-1 EBADF");
    }

    @Test
    void a_very_long_result_is_no_overflow_and_no_search_without_end() {
        String text = "\"" + "\\x00a".repeat(100_000) + "\"";
        assertThat(captures.capture(text + " <p=1>", text + " 7")).isTrue();
        assertThat(captures.capture("<q=1><r=1>".repeat(50_000) + "!", "7".repeat(1000))).isFalse();
        assertThat(captures.capture("<s=1>".repeat(50) + "!", "7".repeat(50) + "?")).isFalse();
    }
}
