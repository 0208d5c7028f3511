package sockshell.transcript.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a recording, and when. */
class FilmTest {
    private static final String ESCAPE = "\u001b";

    private static Film film(String text) {
        return Film.of(Reading.of("a/folder/name.skt", text), false);
    }

    @Test
    void a_film_says_what_the_transcript_says() {
        String text =
                """
                %sockshell-transcript 1
                %processes srv cli
                # Prose.

                srv> repeat 2 {
                srv|     print("x")
                srv| }
                srv: x
                cli> recv(c, 5)
                cli* recv
                ~ 0.31
                cli= 5 "hello"
                cli> getpid()
                cli=~ 71
                %end ok
                """;
        assertThat(film(text).text())
                .isEqualTo(
                        """
                        # Prose.

                        srv> repeat 2 {
                        srv|     print("x")
                        srv| }
                        srv: x
                        cli> recv(c, 5)
                        cli* recv
                        cli= 5 "hello"
                        cli> getpid()
                        cli=~ 71
                        """);
    }

    @Test
    void every_shipped_transcript_loses_nothing_but_tags_pauses_and_directives()
            throws IOException {
        for (Path file : shipped()) {
            String text = Files.readString(file);
            String expected =
                    text.lines()
                            .filter(line -> !line.startsWith("%") && !line.startsWith("~ "))
                            .collect(Collectors.joining("\n", "", "\n"));
            assertThat(film(text).text()).as(file.toString()).isEqualTo(withValues(expected));
        }
    }

    /** The shipped ones have no tags in quotes, and use each name for one value. */
    private static String withValues(String text) {
        Map<String, String> values = new HashMap<>();
        Matcher tags = Pattern.compile("<(\\w+)=([^<>]*)>").matcher(text);
        tags.results().forEach(tag -> values.put("<" + tag.group(1) + ">", tag.group(2)));
        String seen = tags.replaceAll("$2");
        for (Map.Entry<String, String> each : values.entrySet()) {
            seen = seen.replace(each.getKey(), each.getValue());
        }
        return seen;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("transcripts"))) {
            return files.filter(file -> file.toString().endsWith(".skt")).toList();
        }
    }

    @Test
    void tags_are_the_values_that_were_seen() {
        String text =
                """
                srv> getsockname(l)
                srv= 127.0.0.1:<p=40651>
                cli> connect(d, "<p>", <p>)
                cli= 4 "<q=1>" from 127.0.0.1:<q=7> <q> <_=9>
                """;
        assertThat(film(text).text())
                .contains("connect(d, \"<p>\", 40651)\n")
                .contains("srv= 127.0.0.1:40651\n")
                .contains("cli= 4 \"<q=1>\" from 127.0.0.1:7 7 9\n");
    }

    @Test
    void a_statement_is_typed_key_by_key_in_30_to_60_ms_each() {
        List<Frame> frames = film("a> close(3)\n").frames();
        assertThat(frames.getFirst()).matches(Frame::isCue);
        assertThat(frames.stream().map(Frame::text))
                .containsExactly("a> ", "c", "l", "o", "s", "e", "(", "3", ")", "\n");
        assertThat(frames.subList(1, 9))
                .allSatisfy(frame ->
                        assertThat(frame.delay())
                                .isBetween(Duration.ofMillis(30), Duration.ofMillis(60)));
    }

    @Test
    void a_film_is_the_same_each_time() {
        String text = "a> send(3, \"hello\")\na= 5\n";
        assertThat(film(text)).isEqualTo(film(text));
    }

    @Test
    void what_is_long_looks_pasted() {
        Film film = film("a> print(\"" + "x".repeat(100_000) + "\")\n");
        assertThat(film.frames()).hasSizeLessThan(400);
        assertThat(film.text()).contains("x".repeat(100_000) + "\")\n");
        assertThat(film.length()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_pause_is_kept() {
        assertThat(film("~ 2.5\n").length()).isEqualTo(Duration.ofMillis(2500));
        assertThat(film("~ 2.5\n").text()).isEmpty();
    }

    @Test
    void a_pause_beyond_three_seconds_is_three_and_says_so() {
        Film film = film("~ 75.2\n");
        assertThat(film.text()).isEqualTo("# (a pause of 75.2 s, shown as 3 s)\n");
        assertThat(film.length()).isLessThan(Duration.ofMillis(3200));
    }

    @Test
    void an_unfinished_recording_says_so() {
        assertThat(film("%sockshell-transcript 1\na> close(3)\n").text())
                .endsWith("# The recording is unfinished: it has no %end.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a> print(\"\u001b[2J\")",
                "a= \u001b]0;title\u0007",
                "a: \u009b2J\b\b",
                "# \u001bc \u202e",
                "a* \u001b[31m",
                "a> x\r\u0000",
            })
    void no_control_character_of_a_file_reaches_the_terminal(String line) {
        assertThat(film("a> 1\n" + line).text().codePoints())
                .allMatch(point -> point == '\n' || Character.getType(point) != Character.CONTROL)
                .noneMatch(point -> Character.getType(point) == Character.FORMAT);
    }

    @Test
    void with_colours_each_piece_ends_as_it_began() {
        Film film = Film.of(Reading.of("x", "# Prose.\na> 1\na= -1 EBADF\na= 3\n"), true);
        assertThat(film.frames().stream().map(Frame::text))
                .contains(ESCAPE + "[2m# Prose." + ESCAPE + "[0m\n")
                .filteredOn(Predicate.not(text -> text.contains(ESCAPE + "[0m")))
                .noneMatch(text -> text.contains(ESCAPE));
        assertThat(film.text()).contains(ESCAPE + "[31m-1 EBADF").contains(ESCAPE + "[32m3");
    }

    @Test
    void the_title_tells_nothing_of_the_folder() {
        assertThat(film("").title()).isEqualTo("name.skt");
    }
}
