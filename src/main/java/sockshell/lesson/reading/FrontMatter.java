package sockshell.lesson.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sockshell.lesson.Lesson.Head;
import sockshell.transcript.Problem;

/**
 * What stands between the two {@code ---} at the beginning: a title, what is needed, the slides.
 */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final Pattern FIELD = Pattern.compile("(title|needs|slides):\\s*(.*)");

    private final String file;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int lines;

    private FrontMatter(String file) {
        this.file = file;
    }

    static FrontMatter read(String file, List<String> text) {
        FrontMatter matter = new FrontMatter(file);
        matter.take(text);
        return matter;
    }

    private void take(List<String> text) {
        int end = text.isEmpty() ? -1 : text.subList(1, text.size()).indexOf(FENCE) + 1;
        if (end < 1 || !text.getFirst().equals(FENCE)) {
            problem(1, "a lesson begins with --- and its title, and --- again");
            return;
        }
        lines = end + 1;
        for (int i = 1; i < end; i++) {
            field(i + 1, text.get(i));
        }
        if (fields.getOrDefault("title", "").isEmpty()) {
            problem(1, "the title is missing: title: ...");
        }
    }

    private void field(int line, String text) {
        Matcher field = FIELD.matcher(text.strip());
        if (!field.matches()) {
            problem(line, "only title, needs and slides stand here, each with a colon");
        } else if (fields.put(field.group(1), field.group(2).strip()) != null) {
            problem(line, field.group(1) + " stands here twice");
        }
    }

    private void problem(int line, String text) {
        problems.add(new Problem(file, line, 1, text));
    }

    /** How many lines it has, both fences among them. */
    int lines() {
        return lines;
    }

    List<Problem> problems() {
        return problems;
    }

    Head head() {
        return new Head(
                fields.getOrDefault("title", ""), needs(), fields.getOrDefault("slides", ""));
    }

    /** {@code [one, other]} */
    private List<String> needs() {
        String list = fields.getOrDefault("needs", "").replaceAll("[\\[\\]]", "");
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
