package sockshell.transcript.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidTest {
    private static final String TEXT = "(?:[^#;:%<>\"$\\\\]|#[0-9]{1,7};)*";
    private static final List<String> GRAMMAR =
            List.of(
                    "sequenceDiagram",
                    "    participant p[0-9]+ as " + TEXT,
                    "    (?:de)?activate p[0-9]+",
                    "    Note right of p[0-9]+: " + TEXT,
                    "    Note over p[0-9]+(?:,p[0-9]+)?: " + TEXT + "(?:<br/>" + TEXT + ")*",
                    "    p[0-9]+(?:->>|-->>|-\\)|-x)p[0-9]+: " + TEXT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain words, (a) [b] 1.5|plain words, (a) [b] 1.5",
                "a#b|a#35;b",
                "a;b|a#59;b",
                "#35;|#35;35#59;",
                "a: b|a#58; b",
                "%% comment|#37;#37; comment",
                "%%{init}%%|#37;#37;#123;init#125;#37;#37;",
                "<br/>|#60;br/#62;",
                "say \"hi\"|say #34;hi#34;",
                "$$x$$|#36;#36;x#36;#36;",
                "a\\n|a#92;n",
                "a->>b|a-#62;#62;b",
                "end|#101;nd",
                "the end|the end",
                "wrap|#119;rap",
                "Grüße|Grüße",
                "ﬂ|#64258;",
                "°¶|#176;#182;",
            })
    void text_is_quoted_as_the_grammar_wants_it(String text, String quoted) {
        assertThat(MermaidText.of(text)).isEqualTo(quoted);
    }

    @Test
    void a_text_is_one_line() {
        assertThat(MermaidText.of("for x in y {\n    send(a)\n}"))
                .isEqualTo("for x in y #123; send(a) #125;");
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(MermaidText.of("x".repeat(5000))).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.HOSTILE, Scripts.SIX, Scripts.FORK, Scripts.LOOP, ""})
    void every_line_is_one_of_the_grammar(String script) {
        String diagram = Mermaid.of(Played.typed(script));
        Checks.isTame(diagram);
        assertThat(diagram.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(GRAMMAR).anyMatch(line::matches));
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.SIX, Scripts.FORK})
    void nobody_is_deactivated_who_was_not_active(String script) {
        assertThat(
                        Mermaid.of(Played.typed(script))
                                .lines()
                                .filter(line -> line.contains("ctivate")))
                .isNotEmpty()
                .satisfies(lines -> {
                    for (int i = 0; i < lines.size(); i++) {
                        String other = lines.get(i).replace("deactivate", "activate");
                        boolean ends = lines.get(i).contains("deactivate");
                        long before =
                                lines.subList(0, i).stream()
                                        .filter(line ->
                                                line.replace("deactivate", "activate")
                                                        .equals(other))
                                        .count();
                        assertThat(before % 2 == 1).isEqualTo(ends);
                    }
                });
    }

    @Test
    void blocks_and_errors_are_notes() {
        assertThat(Mermaid.of(Played.typed(Scripts.FORK)).lines())
                .contains(
                        "    Note right of p0: read(r, 10) blocked",
                        "    activate p0",
                        "    Note over p0,p1: 0.25 s later",
                        "    p1->>p0: 5 bytes #34;hello#34;",
                        "    Note right of p0: read(44, 10) = -1 EBADF");
    }
}
