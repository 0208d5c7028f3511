package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lang.Mistake;
import sockshell.lang.Nesting;
import sockshell.lang.Parser;
import sockshell.lang.Tags;
import sockshell.lang.Typed;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.check.Checker;
import sockshell.lang.check.Names;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Captures;
import sockshell.transcript.Line;

/** Whatever is typed, there is an answer: a mistake that points into the line, or a result. */
class FuzzTest {
    private static final int LINES = 100_000;
    private static final int LINES_OF_A_SESSION = 500;
    private static final Duration SAFETY_NET = Duration.ofSeconds(60);
    private static final Pattern FEW_TURNS = Pattern.compile("(?!.*repeat.*repeat)repeat [0-9] .*");
    private static final Set<String> VARIABLES =
            Set.of("s", "c", "l", "x", "y", "a", "b", "d", "addr", "ep", "sa", "$1", "$2");
    private static final Names NAMES = new Names(VARIABLES, _ -> Optional.empty());

    private final Kernel silent = new FakeKernel(false);
    private final Catalogue catalogue = new Catalogue();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void a_line_of_any_kind_is_read_or_is_a_mistake_within_it() {
        Mutations lines = new Mutations(1, Corpus.LINES);
        assertTimeoutPreemptively(
                SAFETY_NET, () -> Stream.generate(lines::next).limit(LINES).forEach(this::read));
    }

    private void read(String line) {
        try {
            Parser.Parsed parsed = Parser.parse(line, catalogue::has);
            makeSense(line, parsed.mistakes());
            parsed.statements().forEach(statement -> parsed.typed().text(statement));
            makeSense(line, check(parsed.typed()));
            Line.of(Tags.filled(line, Map.of("p", "80")));
            new Nesting().add(line);
            new Captures().capture(line, line);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError("broken by: " + line, broken);
        }
    }

    private List<Mistake> check(Typed typed) {
        return Checker.check(typed, catalogue, silent.constants(), NAMES, 1).mistakes();
    }

    private static void makeSense(String line, List<Mistake> mistakes) {
        for (Mistake mistake : mistakes) {
            if (mistake.span().to() > line.length()
                    || mistake.message().isBlank()
                    || (mistake.message() + mistake.hint()).chars().anyMatch(c -> c < ' ')) {
                throw new AssertionError(mistake + " in: " + line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatever_is_accepted_runs_to_an_answer(boolean handsOutDescriptors) {
        Kernel kernel = new FakeKernel(handsOutDescriptors);
        Mutations lines = new Mutations(2, Corpus.LINES);
        assertTimeoutPreemptively(
                SAFETY_NET,
                () -> {
                    for (int i = 0; i < LINES / 2; i += LINES_OF_A_SESSION) {
                        runs(kernel, Stream.generate(lines::next).limit(LINES_OF_A_SESSION));
                    }
                });
        assertThat(failures).isEmpty();
    }

    private void runs(Kernel kernel, Stream<String> lines) {
        try (Session session = new Session(kernel, catalogue, this::note)) {
            Stream.concat(Corpus.SETUP.stream(), lines)
                    .filter(FuzzTest::isShort)
                    .map(line -> Parser.parse(line, catalogue::has))
                    .filter(parsed -> parsed.mistakes().isEmpty())
                    .forEach(parsed -> session.run("main", parsed.typed(), SAFETY_NET));
        }
    }

    /** Only what ends soon. */
    private static boolean isShort(String line) {
        boolean repeats = line.contains("repeat");
        return !line.contains("loop") && (!repeats || FEW_TURNS.matcher(line).matches());
    }

    /** A listener that throws would end the thread of the process. */
    private void note(Event event) {
        if (event instanceof Event.Slipped slipped) {
            slipped.mistakes().stream()
                    .map(Mistake::message)
                    .filter(message -> message.startsWith("SockShell itself failed"))
                    .forEach(message -> failures.add(slipped.source().text() + ": " + message));
        }
    }

    static Stream<String> longLines() {
        return Stream.of(
                        "a;",
                        "a ",
                        "a,",
                        "(",
                        "[",
                        "{",
                        "-",
                        "a.",
                        "$1;",
                        "$",
                        "<p>",
                        "<p",
                        "\"\"",
                        "print a",
                        "if 1 {} else ",
                        "fork {",
                        "loop {",
                        "))",
                        "}",
                        "a = ",
                        "0",
                        "1.")
                .flatMap(part ->
                        Stream.of("", "loop { ")
                                .map(head -> head + part.repeat((1 << 20) / part.length() - 10)));
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void a_line_of_a_mebibyte_is_one_like_any_other(String line) {
        assertTimeoutPreemptively(SAFETY_NET, () -> read(line));
    }
}
