package sockshell.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

class MarkdownTest {
    private static final String SAMPLE =
            """
            Some *words* with `code()` in **them**, long enough that they have to be broken.

            - one thing that takes more than a line to say here
            - two

            3. third

            ```sock
            srv> listen(l, 1)
            srv= 0
            ```

            > quoted
            """;

    private static List<Text> lines(String text, int width) {
        List<Node> nodes = new ArrayList<>();
        for (Node node = Parser.builder().build().parse(text).getFirstChild(); node != null; ) {
            nodes.add(node);
            node = node.getNext();
        }
        return new Markdown(new Sheet(width, Glyphs.ASCII)).of(nodes);
    }

    @Test
    void text_is_wrapped_and_lists_and_code_stand_out() {
        assertThat(lines(SAMPLE, 40))
                .extracting(Text::toString)
                .containsExactly(
                        "Some words with code() in them, long",
                        "enough that they have to be broken.",
                        "",
                        "- one thing that takes more than a line",
                        "  to say here",
                        "- two",
                        "",
                        "3. third",
                        "",
                        "    srv> listen(l, 1)",
                        "    srv= 0",
                        "",
                        "| quoted");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 80, 200})
    void nothing_is_wider_than_the_sheet(int width) {
        assertThat(lines(SAMPLE, width))
                .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(width));
    }

    @Test
    void what_is_typed_and_what_is_answered_have_other_styles() {
        assertThat(SockLine.of("srv> listen(l, 1)").parts())
                .extracting(Text.Part::style)
                .containsExactly(Style.NAME, Style.ADVICE);
        assertThat(SockLine.of("srv= 0").parts())
                .extracting(Text.Part::style)
                .containsExactly(Style.FAINT, Style.VALUE);
    }

    @Test
    void a_lesson_cannot_steer_the_terminal() {
        assertThat(lines("a\u001b[31mb `\u202e`", 40).toString())
                .doesNotContain("\u001b", "\u202e");
    }
}
