package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped lesson with one thing made wrong: an expectation, a check, a hint. */
class FalsifiedLessonTest {
    private static final Pattern RESULT = Pattern.compile("(?m)^[a-z0-9.]+= .*$");
    private static final Pattern BLOCKED = Pattern.compile("(?m)^[a-z0-9.]+\\* .*$");
    private static final Pattern SPOKEN = Pattern.compile("(?m)^([a-z0-9.]+)> ");
    private static final Pattern CHECK =
            Pattern.compile("(?m)^[a-z]+\\([\\w., ]*\\)[.a-z]* (?:==|!=|>=|<=|>|<) .*$");
    private static final Pattern HINT =
            Pattern.compile("(?:<details><summary>Hint</summary>\n(?s:.*?)</details>\n\n?)+");

    private final Classroom room = new Classroom();

    static List<Path> shipped() {
        return Classroom.shipped();
    }

    /** What a process printed; other words with a colon are prose. */
    private static Pattern printed(Path file) {
        String processes =
                SPOKEN.matcher(Classroom.text(file))
                        .results()
                        .map(spoken -> Pattern.quote(spoken.group(1)))
                        .distinct()
                        .collect(Collectors.joining("|"));
        return Pattern.compile("(?m)^(?:" + processes + "): .*$");
    }

    private List<String> missed(
            Path file, Pattern what, java.util.function.UnaryOperator<String> to) {
        String text = Classroom.text(file);
        List<String> missed = new ArrayList<>();
        Matcher found = what.matcher(text);
        while (found.find()) {
            String wrong =
                    text.substring(0, found.start())
                            + to.apply(found.group())
                            + text.substring(found.end());
            if (room.problems(wrong).isEmpty()) {
                missed.add(found.group());
            }
        }
        return missed;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_result_that_is_not_so_is_caught(Path file) {
        assertThat(missed(file, RESULT, line -> line + " wrong")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void another_call_that_sleeps_and_another_line_printed_are_caught(Path file) {
        assertThat(missed(file, BLOCKED, line -> line + "x")).isEmpty();
        assertThat(missed(file, printed(file), line -> line + " wrong")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_check_that_is_not_so_is_caught(Path file) {
        assertThat(missed(file, CHECK, FalsifiedLessonTest::turned)).isEmpty();
    }

    private static String turned(String check) {
        String sign = check.replaceFirst("^.*?\\)[.a-z]* (\\S+) .*$", "$1");
        String other =
                switch (sign) {
                    case "==" -> "!=";
                    case "!=" -> "==";
                    case ">=" -> "<";
                    case "<=" -> ">";
                    case ">" -> "<=";
                    default -> ">=";
                };
        return check.replace(" " + sign + " ", " " + other + " ");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_step_without_a_hint_is_caught(Path file) {
        assertThat(missed(file, HINT, _ -> "")).isEmpty();
    }

    @Test
    void a_step_that_is_done_before_it_begins_is_caught() {
        String text =
                Skeleton.of("Twice")
                        .replace(
                                "## What to remember",
                                """
                                ## Again

                                Once more.

                                ```sock
                                main> t = socket(AF_INET, SOCK_STREAM)
                                main= 4
                                ```

                                ```check
                                type(s) == SOCK_STREAM
                                ```

                                <details><summary>Hint</summary>

                                No.

                                </details>

                                ## What to remember\
                                """);
        assertThat(room.problems(text))
                .singleElement()
                .asString()
                .contains("trial.md:", "done before anything is done for it");
    }

    @Test
    void problems_say_where_they_are() {
        String text = Skeleton.of("Wrong").replace("type(s) == SOCK_STREAM", "tipe(s) == 1");
        int line = text.substring(0, text.indexOf("tipe")).split("\n", -1).length;
        assertThat(room.problems(text))
                .singleElement()
                .asString()
                .isEqualTo("trial.md:" + line + ":1: a check knows no tipe; is type meant?");
    }
}
