package sockshell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.Tags;
import sockshell.lesson.Lesson;
import sockshell.lesson.Step;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;

/** Takes a lesson at the real prompt, key by key, and reads the ports off the screen. */
final class Pupil implements AutoCloseable {
    private static final int COLUMNS = 120;
    private static final int ROWS = 200;
    private static final int FIRST_MARK = 700_000;
    private static final Pattern TAG = Pattern.compile("<(\\w+)=[^<>]*>");

    private final String name;
    private final Lesson lesson;
    private final Path progress;
    private final Person person;
    private final Map<String, String> ports = new HashMap<>();
    private final List<String> page = new ArrayList<>();
    private int mark = FIRST_MARK;

    Pupil(Path home, String name, Lesson lesson) throws IOException {
        this.name = name;
        this.lesson = lesson;
        progress = home.resolve(".local/state/sockshell/lessons");
        person = Person.atSockShell(COLUMNS, ROWS, home).sees("main>");
        reads();
    }

    /**
     * Takes the lesson from its beginning, and up to this step; the steps that were not done when
     * they were typed.
     */
    List<String> undone(Function<Entry.Statement, Stream<Entry.Statement>> typing, String last)
            throws IOException {
        Files.deleteIfExists(progress);
        ports.clear();
        enter("/reset");
        enter("/lesson " + name);
        List<String> undone = new ArrayList<>();
        for (Step step : lesson.steps().stream().filter(Step::asks).toList()) {
            page.clear();
            step.statements().forEach(each -> typing.apply(each).forEach(this::types));
            if (!page.contains("|  Done: " + step.title())) {
                undone.add(step.name());
                enter("/next");
            }
            if (step.name().equals(last)) {
                return undone;
            }
        }
        return undone;
    }

    /** A line whose port was never shown is not typed. */
    private void types(Entry.Statement statement) {
        results(statement.line()).forEach(this::learns);
        String text = statement.process() + "> " + Tags.filled(statement.text(), ports);
        if (Tags.of(text).isEmpty()) {
            enter(text.replace("\n", Person.ENTER));
            reads();
        }
    }

    private void enter(String line) {
        (line + Person.ENTER).codePoints().mapToObj(Character::toString).forEach(person::type);
    }

    /** Waits for all that has to come, with a line of a process of nobody's. */
    private void reads() {
        String before = Integer.toString(mark);
        String next = Integer.toString(++mark);
        enter("mark> print(" + next + ")");
        person.sees(next, lines -> lines.contains(next));
        List<String> lines = person.screen();
        page.addAll(lines.subList(lines.lastIndexOf(before) + 1, lines.lastIndexOf(next)));
    }

    /** What the lesson's file has above a line, where a tag stands for something in it. */
    private Stream<String> results(int line) {
        return lesson.transcript().entries().stream()
                .filter(entry -> entry.line() < line)
                .filter(Entry.Seen.class::isInstance)
                .map(entry -> ((Entry.Seen) entry).what())
                .filter(Line.Result.class::isInstance)
                .map(what -> ((Line.Result) what).text())
                .filter(text -> TAG.matcher(text).find());
    }

    /** Takes what a tag stands for from the latest line that fits, once. */
    private void learns(String result) {
        List<String> names = TAG.matcher(result).results().map(tag -> tag.group(1)).toList();
        if (ports.keySet().containsAll(names)) {
            return;
        }
        Pattern pattern = Pattern.compile(".*==> " + fitting(result));
        person.screen().reversed().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(found ->
                        IntStream.range(0, names.size())
                                .forEach(i -> ports.put(names.get(i), found.group(i + 1))));
    }

    private static String fitting(String result) {
        return Stream.of(TAG.split(result, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(\\S+?)"))
                .replaceAll("127\\.0\\.0\\.1|0\\.0\\.0\\.0", "\\\\E[0-9.]+\\\\Q"); // of others
    }

    @Override
    public void close() {
        person.close();
    }
}
