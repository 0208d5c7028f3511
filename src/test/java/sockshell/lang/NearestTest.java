package sockshell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word was meant. */
class NearestTest {
    private static final List<String> WORDS = List.of("listen", "AF_INET", "AF_INET6", "sent", "s");

    @ParameterizedTest
    @CsvSource({
        "lisen, listen",
        "lsiten, listen",
        "listenn, listen",
        "LISTEN, listen",
        "AF_INTE, AF_INET",
        "AF_INET7, AF_INET",
        "snet, sent",
        "S, s",
    })
    void few_letters_may_differ(String wrong, String right) {
        assertThat(Nearest.to(wrong, WORDS)).contains(right);
    }

    @ParameterizedTest
    @CsvSource({"elephant", "st", "x", "''", "tensil"})
    void a_word_like_none_is_none(String wrong) {
        assertThat(Nearest.to(wrong, WORDS)).isEmpty();
    }

    @Test
    void very_long_words_are_not_compared() {
        String one = "a".repeat(500_000);
        assertThat(Nearest.to(one + "b", List.of(one + "c"))).isEqualTo(Optional.empty());
    }
}
