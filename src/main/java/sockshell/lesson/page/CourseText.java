package sockshell.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sockshell.lesson.Grade.Report;
import sockshell.lesson.Grade.Row;
import sockshell.lesson.Library.Item;
import sockshell.render.Prose;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** The list of lessons, and a student's steps, as tables. */
public final class CourseText {
    private static final int NUMBER = 4;
    private static final int WORD = 10;

    private final Sheet sheet;

    public CourseText(Sheet sheet) {
        this.sheet = sheet;
    }

    /** A line for each lesson: its number, its name, what it is about, and how it stands. */
    public List<Text> list(List<Item> items) {
        int name = items.stream().mapToInt(item -> item.lesson().name().length()).max().orElse(0);
        return items.stream().map(item -> sheet.fit(line(item, name + 2))).toList();
    }

    private static Text line(Item item, int name) {
        return Text.of(Style.FAINT, item.number())
                .padded(NUMBER)
                .plus(state(item).padded(WORD))
                .plus(Text.of(Style.NAME, item.lesson().name()).padded(name))
                .plus(item.lesson().head().title());
    }

    private static Text state(Item item) {
        String word = item.state().name().toLowerCase(Locale.ROOT);
        return switch (item.state()) {
            case FINISHED -> Text.of(Style.VALUE, word);
            case BEGUN -> Text.of(Style.NAME, word);
            case NEXT -> Text.of(Style.ADVICE, word);
            case AHEAD -> Text.EMPTY;
        };
    }

    /** A line for each step, with what is missing below it, and the sum. */
    public List<Text> grade(Report report) {
        List<Text> lines = new ArrayList<>();
        report.rows().forEach(row -> lines.addAll(row(row)));
        lines.add(Text.of(report.done() + " of " + report.rows().size() + " steps done"));
        return lines;
    }

    private List<Text> row(Row row) {
        List<Text> lines = new ArrayList<>();
        Text mark =
                Text.of(
                        row.isDone() ? Style.VALUE : Style.FAILURE,
                        row.isDone() ? "done" : "not done");
        Text line = mark.padded(WORD).plus(row.step().title());
        lines.add(
                sheet.fit(
                        row.line().map(at -> line.plus(Style.FAINT, "  line " + at)).orElse(line)));
        row.missing().stream()
                .flatMap(sentence ->
                        Prose.wrapped(Text.of(sentence), sheet.width() - WORD, 0).stream())
                .map(text -> Text.of(" ".repeat(WORD)).plus(text))
                .forEach(lines::add);
        return lines;
    }
}
