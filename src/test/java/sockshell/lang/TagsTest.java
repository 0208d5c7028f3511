package sockshell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for a tag, and what is none. */
class TagsTest {
    private static final Map<String, String> VALUES = Map.of("p", "40651", "q_1", "<p>");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "connect(d, \"127.0.0.1\", <p>) => connect(d, \"127.0.0.1\", 40651)",
                "connect d 127.0.0.1:<p> => connect d 127.0.0.1:40651",
                "<p><p> => 4065140651",
                "<q_1> <p> => <p> 40651",
                "<other> <p> => <other> 40651",
                "send(d, \"<p>\") => send(d, \"<p>\")",
                "send(d, '<p>', <p>) => send(d, '<p>', 40651)",
                "send(d, \"a\\\"<p>\", <p>) => send(d, \"a\\\"<p>\", 40651)",
                "x = <p> # <p> => x = 40651 # <p>",
                "x < p > y => x < p > y",
                "x <p => x <p",
                "<p>\"no end <p> => 40651\"no end <p>",
                "no tags => no tags",
                "`` => ``",
            })
    void a_tag_is_filled_where_it_has_a_value(String line, String filled) {
        assertThat(Tags.filled(line, VALUES)).isEqualTo(filled);
    }
}
