package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.transcript.Entry;

/**
 * A line of a lesson that somebody types otherwise: {@code takes | line | what is typed}, where the
 * lesson has to take it, or {@code refuses STEP | line | what is typed}, where that step must not
 * be done by it.
 */
public record Variant(Optional<String> refused, String line, List<String> typed) {
    private static final Path TABLES = Path.of("src/test/resources/sockshell/lesson/variants");
    private static final Pattern ROW =
            Pattern.compile("(?:takes|refuses (?<step>\\S+)) +\\| (?<line>.*?) \\| ?(?<typed>.*)");

    public Variant {
        typed = List.copyOf(typed);
    }

    /** The table of a lesson's file. */
    public static List<Variant> of(Path lesson) {
        Path table = TABLES.resolve(lesson.getFileName().toString().replace(".md", ".txt"));
        assertThat(table).exists();
        return Classroom.text(table)
                .lines()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(Variant::read)
                .toList();
    }

    private static Variant read(String row) {
        Matcher found = ROW.matcher(row);
        assertThat(found.matches()).as(row).isTrue();
        List<String> typed =
                Arrays.stream(found.group("typed").split(" ;; "))
                        .filter(line -> !line.isBlank())
                        .toList();
        return new Variant(Optional.ofNullable(found.group("step")), found.group("line"), typed);
    }

    public boolean isTaken() {
        return refused.isEmpty();
    }

    /** As many of those that are taken as can be in one session: of each line one. */
    public static List<List<Variant>> together(List<Variant> variants) {
        List<Map<String, Variant>> sessions = new ArrayList<>();
        for (Variant variant : variants.stream().filter(Variant::isTaken).toList()) {
            sessions.stream()
                    .filter(each -> !each.containsKey(variant.line()))
                    .findFirst()
                    .ifPresentOrElse(
                            free -> free.put(variant.line(), variant),
                            () -> sessions.add(new TreeMap<>(Map.of(variant.line(), variant))));
        }
        return sessions.stream().map(each -> List.copyOf(each.values())).toList();
    }

    /** All statements of a lesson as they are, but for those that are typed otherwise. */
    public static Function<Entry.Statement, Stream<Entry.Statement>> typing(
            List<Variant> variants, Lesson lesson) {
        Map<Entry.Statement, Variant> otherwise =
                variants.stream()
                        .collect(Collectors.toMap(each -> each.statement(lesson), each -> each));
        return each ->
                Optional.ofNullable(otherwise.get(each))
                        .map(variant -> variant.statements(each))
                        .orElse(Stream.of(each));
    }

    private Entry.Statement statement(Lesson lesson) {
        return lesson.transcript().statements().filter(this::isAbout).findFirst().orElseThrow();
    }

    /** Whether this is the statement, of which only the first line is named. */
    private boolean isAbout(Entry.Statement statement) {
        return line.equals(statement.process() + "> " + statement.lines().getFirst());
    }

    private Stream<Entry.Statement> statements(Entry.Statement instead) {
        return typed.stream()
                .map(each -> {
                    int mark = each.indexOf("> ");
                    assertThat(mark).as(each).isPositive();
                    return new Entry.Statement(
                            instead.line(),
                            each.substring(0, mark),
                            List.of(each.substring(mark + 2)));
                });
    }

    @Override
    public String toString() {
        return refused.map(step -> "refuses " + step).orElse("takes")
                + " | "
                + line
                + " | "
                + String.join(" ;; ", typed);
    }
}
