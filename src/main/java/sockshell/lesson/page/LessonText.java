package sockshell.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import sockshell.lesson.Lesson;
import sockshell.lesson.Part;
import sockshell.lesson.Prediction;
import sockshell.lesson.Step;
import sockshell.lesson.course.Progress.Mark;
import sockshell.lesson.course.Saying;
import sockshell.lesson.course.Told;
import sockshell.render.Prose;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** What a course has to say, as lines for a terminal. */
public final class LessonText {
    private final Sheet sheet;
    private final Markdown markdown;

    public LessonText(Sheet sheet) {
        this.sheet = sheet;
        markdown = new Markdown(sheet);
    }

    public List<Text> of(List<Told> told) {
        return told.stream().flatMap(each -> of(each).stream()).toList();
    }

    public List<Text> of(Told told) {
        return switch (told) {
            case Told.Opened(Lesson lesson) -> opened(lesson);
            case Told.Shown shown -> shown(shown);
            case Told.Achieved(Step step) ->
                    said(Text.of(Style.TITLE, "Done: ").plus(step.title()));
            case Told.Compared(Prediction prediction, int chosen) -> compared(prediction, chosen);
            case Told.Unanswered(Prediction prediction) ->
                    explained("It would have been ", prediction);
            case Told.Missed(List<String> sentences) ->
                    sentences.stream().flatMap(each -> said(Text.of(each)).stream()).toList();
            case Told.Hinted hinted -> hinted(hinted);
            case Told.Remarked(String sentence) -> said(Text.of(sentence));
            case Told.Ended ended -> said(Text.of(ending(ended)));
        };
    }

    /** A line of a solution, as if it had been typed. */
    public List<Text> of(Saying saying) {
        return saying.toString().lines().map(SockLine::of).map(sheet::fit).toList();
    }

    private List<Text> said(Text sentence) {
        return Prose.said(sentence, sheet.width());
    }

    private List<Text> opened(Lesson lesson) {
        List<Text> lines = new ArrayList<>();
        lines.add(sheet.rule());
        lines.addAll(Prose.wrapped(Text.of(Style.TITLE, lesson.head().title()), sheet.width(), 0));
        lines.add(Text.EMPTY);
        lines.addAll(prose(lesson.introduction()));
        return lines;
    }

    private List<Text> prose(List<Part> parts) {
        return markdown.of(parts.stream().flatMap(LessonText::shown).toList());
    }

    private static Stream<Node> shown(Part part) {
        return part instanceof Part.Shown(Node node) ? Stream.of(node) : Stream.empty();
    }

    /** What is to be done stands in the prose; how, only in hints and in the solution. */
    private List<Text> shown(Told.Shown shown) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.EMPTY);
        String number = shown.number() + "/" + shown.of() + "  ";
        Text title = Text.of(Style.FAINT, number).plus(Style.TITLE, shown.step().title());
        lines.addAll(Prose.wrapped(title, sheet.width(), number.length()));
        lines.addAll(prose(shown.step().parts()));
        shown.step().prediction().ifPresent(each -> lines.addAll(question(each)));
        return lines;
    }

    private List<Text> question(Prediction prediction) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.EMPTY);
        lines.addAll(markdown.of(prediction.question()));
        for (int i = 0; i < prediction.choices().size(); i++) {
            Text mark = Text.of(Style.ADVICE, "  " + (i + 1) + "  ");
            lines.addAll(markdown.hung(mark, prediction.choices().get(i).text(), sheet.width()));
        }
        lines.addAll(said(Text.of("Type the number that you expect, and then try it.")));
        return lines;
    }

    private List<Text> compared(Prediction prediction, int chosen) {
        if (chosen == 0) {
            return explained("The kernel's answer is ", prediction);
        }
        return prediction.isRight(chosen)
                ? explained(Text.of("You said " + chosen + ", and so it is."), prediction)
                : explained("You said " + chosen + "; the kernel says ", prediction);
    }

    private List<Text> explained(String head, Prediction prediction) {
        String answer = prediction.right() + ": " + right(prediction) + ".";
        return explained(Text.of(head + answer), prediction);
    }

    private List<Text> explained(Text verdict, Prediction prediction) {
        List<Text> lines = new ArrayList<>(said(verdict));
        lines.addAll(markdown.of(prediction.explanation()));
        return lines;
    }

    /** The right answer's words, on one line. */
    private String right(Prediction prediction) {
        Node answer = prediction.choices().get(prediction.right() - 1).text();
        return markdown.hung(Text.EMPTY, answer, Integer.MAX_VALUE).stream()
                .map(Text::toString)
                .collect(Collectors.joining(" "));
    }

    private List<Text> hinted(Told.Hinted told) {
        String title = told.of() == 1 ? "Hint" : "Hint " + told.number() + " of " + told.of();
        List<Text> lines = new ArrayList<>(said(Text.of(Style.TITLE, title)));
        Markdown worded = new Markdown(sheet, code -> told.wording().getOrDefault(code, code));
        lines.addAll(worded.of(told.hint().nodes()));
        return lines;
    }

    private static String done(long skipped) {
        return skipped == 0
                ? "."
                : "; %d of its steps %s done for you."
                        .formatted(skipped, skipped == 1 ? "was" : "were");
    }

    private static String ending(Told.Ended ended) {
        long skipped =
                ended.progress().steps().values().stream().filter(Mark.SKIPPED::equals).count();
        return "That was the lesson \"%s\"%s%s"
                .formatted(
                        ended.lesson().head().title(),
                        done(skipped),
                        open(ended).orElse(" /lesson shows what is next."));
    }

    private static Optional<String> open(Told.Ended ended) {
        List<String> open =
                ended.lesson().steps().stream()
                        .filter(Step::asks)
                        .filter(step -> ended.progress().of(step.name()).isEmpty())
                        .map(Step::title)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        " Still open: %s. /lesson %s goes on there."
                                .formatted(String.join("; ", open), ended.lesson().name()));
    }
}
