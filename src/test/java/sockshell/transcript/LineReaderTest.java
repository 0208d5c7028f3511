package sockshell.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes become lines. */
class LineReaderTest {
    private static final String LONGEST = "a".repeat(LineReader.LONGEST);

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<Line> lines(String text) throws IOException {
        LineReader reader = reader(text);
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    @Test
    void nothing_has_no_lines() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\nb\n", "a\n\nb", "a\r\n\r\nb\r\n", "a\r\n\nb\r"})
    void lines_end_with_LF_or_CR_LF_and_the_last_may_lack_its_end(String text) throws IOException {
        assertThat(lines(text))
                .containsExactly(new Line.Other("a"), new Line.Prose(""), new Line.Other("b"));
    }

    @Test
    void a_CR_within_a_line_stays() throws IOException {
        assertThat(lines("a\rb\r\r\n")).containsExactly(new Line.Other("a\rb\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void a_line_of_a_mebibyte_is_read(String end) throws IOException {
        assertThat(lines(LONGEST + end)).containsExactly(new Line.Other(LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "aa", "a\r", "\r\r", "\ra"})
    void a_longer_one_is_not_and_the_next_one_is(String more) throws IOException {
        assertThat(lines(LONGEST + more + "\nb"))
                .containsExactly(
                        new Line.Unreadable("this line is longer than 1 MiB"), new Line.Other("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "a\u00c3", "\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u0080"})
    void what_is_no_UTF_8_is_unreadable_and_the_next_line_is_not(String bytes) throws IOException {
        assertThat(lines(bytes + "\nb"))
                .containsExactly(
                        new Line.Unreadable("this line is not UTF-8 text"), new Line.Other("b"));
    }

    @Test
    void NUL_and_other_controls_are_for_the_parser_to_refuse() throws IOException {
        assertThat(lines("a\0\u001b\n")).containsExactly(new Line.Other("a\0\u001b"));
    }

    @Test
    void UTF_8_becomes_characters() throws IOException {
        assertThat(lines("\u00c3\u00a9 \u00f0\u009f\u0098\u0080"))
                .containsExactly(new Line.Other("\u00e9 \ud83d\ude00"));
    }

    @Test
    void a_line_for_a_person_is_taken_as_it_is() throws IOException {
        LineReader reader = reader("srv> x\r\n\u00ff\n");
        assertThat(reader.text()).contains("srv> x");
        assertThat(reader.text()).contains("\ufffd");
        assertThat(reader.text()).isEmpty();
    }
}
