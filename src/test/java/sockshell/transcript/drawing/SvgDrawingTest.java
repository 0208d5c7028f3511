package sockshell.transcript.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgDrawingTest {
    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static boolean has(Element element, String style) {
        return List.of(element.getAttribute("class").split(" ", -1)).contains(style);
    }

    private static List<Element> ofClass(Document drawing, String element, String style) {
        return Checks.elements(drawing, element).stream().filter(each -> has(each, style)).toList();
    }

    private static List<String> words(Document drawing, String element, String style) {
        return ofClass(drawing, element, style).stream().map(Element::getTextContent).toList();
    }

    private static Document drawn(String script) throws Exception {
        return Checks.parsed(SvgDrawing.of(Played.typed(script)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.HOSTILE, Scripts.SIX, Scripts.FORK, Scripts.LOOP, ""})
    void a_drawing_is_well_formed(String script, @TempDir Path folder) throws Exception {
        Checks.xmllint(folder, SvgDrawing.of(Played.typed(script)));
    }

    @Test
    void nothing_of_a_stranger_reaches_the_reader_raw() throws Exception {
        String svg = SvgDrawing.of(Played.typed(Scripts.HOSTILE));
        Checks.isTame(svg);
        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(Checks.elements(Checks.parsed(svg), "script")).isEmpty();
    }

    @Test
    void a_drawing_asks_the_network_for_nothing() {
        assertThat(SvgDrawing.of(Played.typed(Scripts.SIX)))
                .doesNotContainPattern("href|url\\(|@import|src=");
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.SIX, Scripts.HOSTILE, Scripts.FORK, Scripts.LOOP})
    void no_words_stand_on_others_or_beyond_the_edge(String script) throws Exception {
        Document drawing = drawn(script);
        int width = number(drawing.getDocumentElement(), "width");
        List<Rectangle> boxes = new ArrayList<>();
        for (Element each : ofClass(drawing, "text", "said")) {
            int characters = each.getTextContent().length();
            boxes.add(
                    new Rectangle(
                            number(each, "x"),
                            number(each, "y") - 18,
                            Lanes.pixels(characters),
                            Layout.LINE - 6));
        }
        ofClass(drawing, "rect", "label").forEach(each -> boxes.add(rectangle(each)));
        ofClass(drawing, "rect", "who").forEach(each -> boxes.add(rectangle(each)));
        ofClass(drawing, "rect", "note").forEach(each -> boxes.add(rectangle(each)));
        assertThat(boxes).isNotEmpty();
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).getMaxX()).isLessThanOrEqualTo(width);
            assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(boxes.get(i)::intersects);
        }
    }

    private static Rectangle rectangle(Element rect) {
        return new Rectangle(
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height"));
    }

    @Test
    void an_errno_is_red_and_a_result_is_not() throws Exception {
        Document drawing = drawn(Scripts.FORK);
        assertThat(words(drawing, "tspan", "failure")).containsExactly("-1 EBADF");
        assertThat(words(drawing, "tspan", "value")).contains("3 4", "0", "5 \"hello\"");
    }

    @Test
    void a_bar_is_there_while_a_call_is_blocked() throws Exception {
        Document drawing = drawn(Scripts.FORK);
        List<Element> bars = ofClass(drawing, "rect", "bar");
        assertThat(bars).hasSize(1);
        Element returned =
                ofClass(drawing, "text", "said").stream()
                        .filter(each -> each.getTextContent().startsWith("read(r, 10) ="))
                        .findFirst()
                        .orElseThrow();
        int end = number(bars.getFirst(), "y") + number(bars.getFirst(), "height");
        assertThat(end).isBetween(number(returned, "y") - 18, number(returned, "y"));
    }

    @Test
    void a_process_that_is_blocked_at_the_end_stays_so() throws Exception {
        assertThat(ofClass(drawn(Scripts.SIX), "rect", "open")).hasSize(1);
    }

    @Test
    void what_goes_from_one_to_another_is_an_arrow_with_a_label() throws Exception {
        Document drawing = drawn(Scripts.SIX);
        assertThat(words(drawing, "text", "setup")).contains("SYN");
        assertThat(words(drawing, "text", "data"))
                .anyMatch(label -> label.startsWith("58 bytes \"Llan"));
        assertThat(words(drawing, "text", "reset")).containsExactly("RST");
    }

    @Test
    void a_child_begins_where_it_was_forked() throws Exception {
        List<Element> names = ofClass(drawn(Scripts.FORK), "text", "name");
        assertThat(names).extracting(Element::getTextContent).containsExactly("main", "main.1");
        assertThat(number(names.getLast(), "y")).isGreaterThan(number(names.getFirst(), "y"));
    }

    @Test
    void the_authors_words_and_pauses_are_in_it() throws Exception {
        Document drawing = drawn(Scripts.FORK);
        assertThat(words(drawing, "text", "prose"))
                .containsExactly(
                        "A pipe, and a child that writes into it.",
                        "The child is slow.",
                        "That was all.");
        assertThat(words(drawing, "text", "pause")).containsExactly("0.25 s later");
    }

    @Test
    void a_loop_is_folded() throws Exception {
        Document drawing = drawn(Scripts.LOOP);
        assertThat(words(drawing, "text", "pause")).containsExactly("… 498 more like these");
        assertThat(Checks.elements(drawing, "text")).hasSizeLessThan(30);
    }

    @Test
    void a_picture_is_as_wide_as_a_slide_where_it_can_be() throws Exception {
        assertThat(number(drawn(Scripts.FORK).getDocumentElement(), "width")).isEqualTo(1280);
        assertThat(number(drawn(Scripts.SIX).getDocumentElement(), "width"))
                .isLessThanOrEqualTo(6 * 312 + 190);
    }

    @Test
    void a_long_line_does_not_make_a_long_picture() {
        String data = "M W ".repeat(50_000);
        Story story =
                Played.typed(
                        """
                        # %s
                        main> a = 1
                        # %s
                        main> x = "%s"
                        main> print(x)
                        main> poll([%s], 0)
                        """
                                .formatted(data, data, data, "(-1, 0), ".repeat(3000) + "(-1, 0)"));
        assertThat(SvgDrawing.of(story)).hasSizeLessThan(40_000);
        assertThat(HtmlPage.of(story)).hasSizeLessThan(60_000);
        assertThat(Mermaid.of(story)).hasSizeLessThan(20_000);
    }

    @Test
    void colours_follow_the_reader_and_need_no_variables() {
        assertThat(SvgDrawing.of(Played.typed(Scripts.LOOP)))
                .contains("prefers-color-scheme: dark")
                .doesNotContain("var(");
    }
}
