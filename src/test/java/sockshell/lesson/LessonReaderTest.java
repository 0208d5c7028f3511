package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sockshell.transcript.Problem;

/** What is wrong in a lesson's file is found before it is played, and where it is. */
class LessonReaderTest {
    private static final String HOLDS = Skeleton.of("A lesson").replace("TODO", "Well");

    private final Classroom room = new Classroom();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "```check => ```chek => is check meant?",
                "```sock => ```socks => is sock meant?",
                "type(s) == SOCK_STREAM => ~ ~ => this check is empty",
                "type(s) => type(bob.s) => no sock block has a process bob",
                "type(s) => tipe(s) => a check knows no tipe; is type meant?",
                "[x] => [ ] => one of them is ticked",
                "[ ] => [x] => one of them is ticked",
                "- [ ] => - => an answer begins with [ ] or [x]",
                "</details> => ~ ~ => this hint has no </details>",
                "<summary>Hint => <summary>Help => the only HTML here is",
                "## Make a socket => ### Make a socket => in front of the first step",
                "## What to remember => ## Make a socket => no other step may be called so",
                "main> s = socket( => main> s = sokket( => sokket",
                "title: A lesson => titel: A lesson => only title, needs and slides",
                "slides: => colour: => only title, needs and slides",
            })
    void each_has_its_sentence(String right, String wrong, String sentence) {
        String text = HOLDS.replace(right, wrong);
        assertThat(text).isNotEqualTo(HOLDS);
        assertThat(room.problems(text))
                .extracting(Problem::text)
                .anySatisfy(each -> assertThat(each).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource({"sock", "check"})
    void a_block_that_nobody_would_play_is_found_in_a_list(String kind) {
        String text =
                HOLDS.replace("- Well: three lines.", "- So:\n\n  ```" + kind + "\n  x\n  ```");
        assertThat(room.read(text).problems())
                .extracting(Problem::text)
                .contains("a sock or check block stands alone");
    }
}
