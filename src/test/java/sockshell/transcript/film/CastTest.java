package sockshell.transcript.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.Tools;

/** A film as a file, read again by the program that people play it with. */
class CastTest {
    private static final Path SESSION = Path.of("transcripts", "tcp-uppercase.skt");

    /* one event: a time, "o", and a string by RFC 8259 */
    private static final Pattern EVENT =
            Pattern.compile(
                    "\\[(\\d+\\.\\d{6}), \"o\", \"((?:[^\"\\\\\\x00-\\x1f]"
                            + "|\\\\[\"\\\\nr]|\\\\u[0-9a-f]{4})+)\"]");

    @TempDir Path folder;

    private static Film film(boolean colours) throws IOException {
        return Film.of(Reading.of(SESSION.toString(), Files.readString(SESSION)), colours);
    }

    private static List<MatchResult> events(String cast) {
        return cast.lines()
                .skip(1)
                .map(line -> {
                    Matcher event = EVENT.matcher(line);
                    assertThat(event.matches()).as(line).isTrue();
                    return event.toMatchResult();
                })
                .toList();
    }

    @Test
    void the_header_tells_of_the_film_and_of_nobody() throws IOException {
        assertThat(new Cast(film(false), 100, 30).text().lines().findFirst())
                .contains(
                        "{\"version\": 2, \"width\": 100, \"height\": 30,"
                                + " \"title\": \"tcp-uppercase.skt\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void all_events_are_JSON_with_rising_times(boolean colours) throws IOException {
        List<MatchResult> events = events(new Cast(film(colours), 80, 24).text());
        List<BigDecimal> times =
                events.stream().map(event -> new BigDecimal(event.group(1))).toList();
        assertThat(times).hasSizeGreaterThan(500).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void each_line_ends_as_a_terminal_wants_it() throws IOException {
        String cast = new Cast(film(false), 80, 24).text().replace("\\\\", "");
        assertThat(cast).contains("\\r\\n\"]").doesNotContainPattern("(?<!\\\\r)\\\\n");
    }

    @Test
    void strange_names_and_texts_are_still_JSON() {
        Film film = new Film("a\"b\\\ud800\u0007", List.of());
        assertThat(new Cast(film, 1, 1).text())
                .endsWith("\"title\": \"a\\\"b\\\\\\ufffd\\u0007\"}\n");
    }

    @Test
    void python_reads_every_line_as_JSON() throws IOException {
        Tools.need("python3");
        String check = "import json, sys; print(len([json.loads(l) for l in open(sys.argv[1])]))";
        Tools.Run run = Tools.run(List.of("python3", "-c", check, written(true).toString()));
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(Integer.parseInt(run.output().strip())).isGreaterThan(500);
    }

    /** asciinema(1) opens /dev/tty, so script(1) makes it a terminal. */
    @Test
    void asciinema_cat_shows_all_of_it() throws IOException {
        Tools.need("asciinema");
        Tools.need("script");
        String command = "asciinema cat '" + written(false) + "'";
        Tools.Run run = Tools.run(List.of("script", "-qec", command, "/dev/null"));
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output().replace("\r\n", "\n")).isEqualTo(film(false).text());
    }

    private Path written(boolean colours) throws IOException {
        return Files.writeString(
                folder.resolve("film.cast"), new Cast(film(colours), 80, 24).text());
    }
}
