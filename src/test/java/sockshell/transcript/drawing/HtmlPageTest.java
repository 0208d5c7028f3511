package sockshell.transcript.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import sockshell.Tools;

class HtmlPageTest {
    private static final String CURRENT =
            "<section class=\"told\" data-step=\"%s\" aria-current=\"step\">";

    @TempDir private Path folder;

    private static String page(String script) {
        return HtmlPage.of(Played.typed(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.HOSTILE, Scripts.SIX, Scripts.FORK, Scripts.LOOP, ""})
    void a_page_is_well_formed(String script) throws Exception {
        Checks.xmllint(folder, page(script).replace("<!DOCTYPE html>", ""));
    }

    @Test
    void nothing_of_a_stranger_reaches_the_reader_raw() throws Exception {
        String page = page(Scripts.HOSTILE);
        Checks.isTame(page);
        assertThat(Checks.elements(Checks.parsed(page), "script")).hasSize(1);
    }

    @Test
    void a_page_asks_the_network_for_nothing() {
        assertThat(page(Scripts.SIX))
                .contains("default-src &#39;none&#39;")
                .doesNotContainPattern("href=|url\\(|@import|src=");
    }

    @Test
    void each_step_of_the_picture_is_told_in_words() throws Exception {
        Document page = Checks.parsed(page(Scripts.FORK));
        List<Element> groups =
                Checks.elements(page, "g").stream()
                        .filter(each -> each.getAttribute("class").equals("step"))
                        .toList();
        List<Element> told =
                Checks.elements(page, "section").stream()
                        .filter(each -> each.getAttribute("class").equals("told"))
                        .toList();
        assertThat(told).hasSameSizeAs(groups).hasSize(8);
    }

    @Test
    void a_step_says_what_the_call_did_and_why_it_failed() {
        assertThat(page(Scripts.FORK))
                .contains(
                        "read: recv without flags",
                        "main sleeps in read(r, 10) until there is something to read")
                .contains("5 bytes &quot;hello&quot; go from main.1 to main.")
                .contains("main wakes: read(r, 10) gives 5 &quot;hello&quot;.")
                .contains("read(44, 10) fails with -1 EBADF.")
                .contains("main never had an fd 44");
    }

    @Test
    void a_value_that_the_kernel_was_not_asked_for_is_told_too() {
        assertThat(page(Scripts.LOOP)).contains("x = 2 + 3", "The value is 5.");
    }

    @Test
    void every_button_has_a_name() throws Exception {
        assertThat(Checks.elements(Checks.parsed(page(Scripts.LOOP)), "button"))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.getAttribute("aria-label")).isNotEmpty());
    }

    @Test
    void a_page_opens_at_the_step_that_its_address_names() throws Exception {
        String shown = browsed(page(Scripts.FORK), "#3");
        assertThat(shown).contains(CURRENT.formatted("3")).contains("3 / ");
    }

    @ParameterizedTest
    @CsvSource({
        "ArrowRight, 1",
        "ArrowRight ArrowRight ArrowLeft, 1",
        "Space Space PageDown, 3",
        "ArrowRight Space Home ArrowRight ArrowRight, 2",
        "End Home ArrowLeft Space, 1",
    })
    void keys_step_through_a_page(String keys, String step) throws Exception {
        assertThat(pressed(keys)).contains(CURRENT.formatted(step));
    }

    @Test
    void a_key_turns_the_light_off_and_on() throws Exception {
        assertThat(pressed("d")).contains("data-theme=\"dark\"");
        assertThat(pressed("d d")).contains("data-theme=\"light\"");
    }

    private String pressed(String keys) throws Exception {
        String script =
                Stream.of(keys.split(" ", -1))
                        .map(key -> key.equals("Space") ? " " : key)
                        .map(
                                "document.dispatchEvent(new KeyboardEvent('keydown', {key: '%s'}));"
                                        ::formatted)
                        .reduce("", String::concat);
        String page =
                page(Scripts.FORK)
                        .replaceFirst("&#39;sha256-.*?&#39;", "'unsafe-inline'")
                        .replace("</body>", "<script>" + script + "</script></body>");
        return browsed(page, "");
    }

    /** The page as it is after its script has run, where there is a browser to run it. */
    private String browsed(String page, String at) throws Exception {
        Tools.need("chromium");
        Path file = Files.writeString(folder.resolve("page.html"), page);
        return Tools.run(
                        List.of(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--dump-dom",
                                file.toUri() + at))
                .output();
    }
}
