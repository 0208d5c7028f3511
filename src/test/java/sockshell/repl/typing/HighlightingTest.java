package sockshell.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.repl.cursor.Site;

/** Which styles a text has, and that no text is too strange. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighlightingTest {
    private static final List<String> LINES =
            List.of(
                    "srv> c, addr = accept(l) # a comment",
                    "bind s [::1]:80; connect s *:80; bind l /tmp/a.sock; bind l @hidden",
                    "send(c, \"two\\r\\n\\x00\", 5, 0)\nsendall c x\"0a 0b\" MSG_NOSIGNAL",
                    "poll([(c, POLLIN), (l, POLLIN|POLLOUT)], 0)",
                    "setsockopt(s, SOL_SOCKET, SO_LINGER, {l_onoff: 1, l_linger: 0})",
                    "loop {\n  m = recv(c, 9).decode()\n  if len(m) == 0 { break }\n}",
                    "/queue s\nmain> print 'it', $1, a[0:2], <tag>, 127.0.0.1");
    private static final String ODD =
            "\0\u001b\u0085\u2028\ud83d\ude00\uffff\"'()[]{}<>$#;=,.:/@\\|\n\t x";

    private final Stage stage =
            Stage.of("s = socket(AF_INET, SOCK_STREAM)", "srv> l = socket(AF_INET, SOCK_STREAM)");

    @AfterAll
    void end() {
        stage.close();
    }

    private List<Stretch> of(String text, int cursor) {
        return Highlighting.of(text, cursor, stage.context());
    }

    private String styled(String text, int cursor) {
        return of(text, cursor).stream()
                .map(each -> each.style() + ":" + text.substring(each.from(), each.to()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "close(s); NAME:close",
                "s = socket(AF_INET, 1); NAME:socket VALUE:AF_INET",
                "close(nosuch); NAME:close FAILURE:nosuch",
                "nosuch(s); FAILURE:nosuch",
                "close(l); NAME:close FAILURE:l",
                "srv> close(l); TITLE:srv> NAME:close",
                "srv> close(s); TITLE:srv> NAME:close FAILURE:s",
                "print \"a\"  # why; NAME:print DATA:\"a\" FAINT:# why",
                "print \"a; NAME:print DATA:\"a",
                "bind s /tmp/x; NAME:bind DATA:/tmp/x",
                "connect s localhost:http; NAME:connect",
                "t = 5 + s; ``",
                "loop { break }; TITLE:loop TITLE:break",
                "print(True, errno); NAME:print VALUE:True VALUE:errno",
                "close(s)); NAME:close FAILURE:)",
                "close(s]; NAME:close FAILURE:]",
                "/queue s; NAME:/queue",
                "/que s; NAME:/que",
                "/nosuch s; FAILURE:/nosuch",
            })
    void each_part_has_its_style(String text, String styles) {
        assertThat(styled(text, 0)).isEqualTo(styles);
    }

    @Test
    void a_word_that_is_being_typed_is_not_called_wrong() {
        assertThat(styled("clo", 3)).isEmpty();
        assertThat(styled("clo", 0)).isEqualTo("FAILURE:clo");
        assertThat(styled("/quex", 5)).isEmpty();
    }

    @Test
    void a_name_that_the_text_sets_is_known() {
        assertThat(styled("loop { (m, n) = (1, 2); m; n; o }", 0))
                .isEqualTo("TITLE:loop FAILURE:o");
    }

    /** Also completion, signatures and what Enter does: whatever looks at the line at each key. */
    @Test
    void no_text_is_too_strange() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = mutated(random);
            int cursor = random.nextInt(text.length() + 1);
            int done = 0;
            for (Stretch stretch : of(text, cursor)) {
                assertThat(stretch.from()).as(text).isGreaterThanOrEqualTo(done);
                assertThat(stretch.to()).as(text).isGreaterThan(stretch.from());
                done = stretch.to();
            }
            assertThat(done).isLessThanOrEqualTo(text.length());
            Site site = Completion.site(text, cursor, stage.context());
            assertThat(text.substring(0, cursor)).as(text).endsWith(site.typed());
            Signature.at(text, cursor, stage.context());
            new Continuation(stage.context().language()).missing(text);
        }
    }

    @Test
    void completion_takes_any_text() {
        Random random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            String text = mutated(random);
            int cursor = random.nextInt(text.length() + 1);
            Completion.Found found = Completion.at(text, cursor, stage.context());
            assertThat(found.offers())
                    .as(text)
                    .allMatch(offer -> offer.whole().startsWith(found.typed()));
        }
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(LINES.get(random.nextInt(LINES.size())));
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                default -> text.insert(at, text.substring(at, to));
            }
        }
        return text.toString();
    }

    @Test
    void a_long_text_has_as_many_stretches_for_each_line() {
        String line = LINES.get(3) + "\n";
        int times = 10_000 / line.length();
        assertThat(of(line.repeat(times), 0)).hasSize(times * of(line, 0).size());
    }

    /** The pieces agree with the language: what it runs without a mistake has no open brackets. */
    @Test
    void what_the_language_reads_is_finished() {
        Catalogue catalogue = new Catalogue();
        Stream.of(LINES.get(2), LINES.get(3), LINES.get(4), LINES.get(5))
                .forEach(line -> {
                    assertThat(Parser.parse(line, catalogue::has).mistakes()).isEmpty();
                    assertThat(new Continuation(stage.context().language()).missing(line))
                            .isEmpty();
                });
    }
}
