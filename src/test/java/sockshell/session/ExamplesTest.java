package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.lang.manual.Guides;
import sockshell.session.told.Event;

/** The examples of the guides, on the real kernel: each line is done, and none fails. */
class ExamplesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PREFIX = Pattern.compile("([\\w.]+)> (.*)");

    static Stream<String> calls() {
        return Guides.shipped().calls().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_example_runs_without_a_failure_or_a_slip(String call) {
        try (Told told = new Told(true)) {
            Guides.shipped().find(call).orElseThrow().example().forEach(line -> run(told, line));
            assertThat(told.session.awaitAll(PATIENCE)).isTrue();
            assertThat(called(told.events)).contains(call);
        }
    }

    private static void run(Told told, String line) {
        Matcher prefix = PREFIX.matcher(line);
        boolean isNamed = prefix.matches();
        List<String> happened =
                told.run(isNamed ? prefix.group(1) : "main", isNamed ? prefix.group(2) : line);
        assertThat(happened)
                .as(line)
                .noneMatch(each -> each.contains("= -1") || each.contains("! "))
                .noneMatch(each -> each.startsWith("refused"));
    }

    private static List<String> called(List<Event> events) {
        return events.stream()
                .filter(Event.Called.class::isInstance)
                .map(event -> ((Event.Called) event).made().call().name())
                .toList();
    }
}
