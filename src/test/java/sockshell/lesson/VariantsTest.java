package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.lesson.Grade.Report;
import sockshell.lesson.Grade.Row;
import sockshell.transcript.Entry;

/**
 * Every shipped lesson done otherwise than its author did it, and done wrong; taken step by step,
 * and handed in as a transcript. Both have to say the same.
 */
class VariantsTest {
    private final Classroom room = new Classroom();

    /** What became of a lesson: the steps that are not done, as it went, and in the grade. */
    private record Outcome(List<String> open, List<String> ungraded, Report report, String said) {}

    static List<Path> shipped() {
        return Classroom.shipped();
    }

    static Stream<Arguments> taken() {
        return shipped().stream()
                .flatMap(file ->
                        Variant.together(Variant.of(file)).stream()
                                .map(each -> Arguments.of(file, each)));
    }

    static Stream<Arguments> refused() {
        return shipped().stream()
                .flatMap(file ->
                        Variant.of(file).stream()
                                .filter(each -> !each.isTaken())
                                .map(each -> Arguments.of(file, each)));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void lines_typed_otherwise_are_taken(Path file, List<Variant> variants) {
        Lesson lesson = room.lesson(Classroom.text(file));
        isDone(taken(lesson, Variant.typing(variants, lesson)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_line_that_does_not_do_it_is_refused(Path file, Variant variant) {
        Lesson lesson = room.lesson(Classroom.text(file));
        Outcome outcome = taken(lesson, Variant.typing(List.of(variant), lesson));
        assertThat(outcome.open()).contains(variant.refused().get());
        assertThat(outcome.ungraded()).contains(variant.refused().get());
        assertThat(outcome.report().isPassed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void other_names_for_everything(Path file) {
        retyped(file, retyping -> retyping::renamed);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void methods_instead_of_functions(Path file) {
        retyped(file, retyping -> retyping::asMethods);
    }

    /** Who tried something before has other numbers for all that is made later. */
    @ParameterizedTest
    @MethodSource("shipped")
    void with_a_socket_of_their_own_open_in_each_process(Path file) {
        Lesson lesson = room.lesson(Classroom.text(file));
        Set<String> met = new HashSet<>();
        isDone(
                taken(
                        lesson,
                        each -> {
                            String process = each.process();
                            boolean isNew = process.indexOf('.') < 0 && met.add(process);
                            return isNew ? Stream.of(own(each), each) : Stream.of(each);
                        }));
    }

    private static Entry.Statement own(Entry.Statement before) {
        return new Entry.Statement(
                before.line(), before.process(), List.of("own = socket(AF_INET, SOCK_DGRAM)"));
    }

    private void retyped(Path file, Function<Retyping, UnaryOperator<Entry.Statement>> how) {
        Lesson lesson = room.lesson(Classroom.text(file));
        UnaryOperator<Entry.Statement> retype = how.apply(new Retyping(lesson, room.catalogue()));
        isDone(taken(lesson, each -> Stream.of(retype.apply(each))));
    }

    private static void isDone(Outcome outcome) {
        assertThat(outcome.open()).as(outcome.said()).isEmpty();
        assertThat(outcome.ungraded()).as(outcome.said()).isEmpty();
    }

    /** The steps in their order; who cannot do one goes on with the next. */
    private Outcome taken(
            Lesson lesson, Function<Entry.Statement, Stream<Entry.Statement>> typing) {
        List<String> open = new ArrayList<>();
        try (Learner learner = new Learner(room, lesson)) {
            for (Step step : lesson.steps()) {
                step.statements().stream().flatMap(typing).forEach(learner::types);
                if (learner.course().step().filter(step::equals).isPresent()) {
                    open.addAll(Stream.of(step.name()).filter(_ -> step.asks()).toList());
                    learner.next();
                }
            }
            Report report = room.grade(lesson, learner.transcript());
            return new Outcome(open, undone(report), report, learner.reads() + missing(report));
        }
    }

    private static String missing(Report report) {
        return report.rows().stream()
                .filter(row -> !row.isDone())
                .map(row -> "\n" + row.step().name() + ": " + row.missing())
                .collect(Collectors.joining());
    }

    private static List<String> undone(Report report) {
        return report.rows().stream()
                .filter(row -> !row.isDone())
                .map(row -> row.step().name())
                .toList();
    }

    @Test
    void what_is_missing_is_said_in_the_students_own_names() {
        String transcript =
                """
                %sockshell-transcript 1
                srv> door = socket(AF_INET, SOCK_STREAM)
                srv> bind(door, "127.0.0.1", 0)
                %end ok
                """;
        Lesson lesson = room.lesson(Classroom.text(Path.of("lessons/05-tcp-uppercase.md")));
        Row row =
                room.grade(lesson, transcript).rows().stream()
                        .filter(each -> each.step().name().equals("listen"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.missing()).singleElement().asString().contains("srv.door", "not listening");
    }
}
