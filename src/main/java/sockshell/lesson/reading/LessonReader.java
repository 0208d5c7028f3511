package sockshell.lesson.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import sockshell.lang.Nearest;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Lesson;
import sockshell.lesson.Part;
import sockshell.lesson.Step;
import sockshell.lesson.check.Condition;
import sockshell.lesson.check.ConditionReader;
import sockshell.sys.Constants;
import sockshell.transcript.Entry;
import sockshell.transcript.Problem;
import sockshell.transcript.Transcript;
import sockshell.transcript.TranscriptReader;

/** Reads a lesson's file, and collects all that is wrong in it. */
public final class LessonReader {
    private static final String VERSION = "%sockshell-transcript 1";

    private final String file;
    private final List<String> lines;
    private final ConditionReader conditions;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Part> introduction = new ArrayList<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final String[] spoken;
    private final Set<Integer> inside = new HashSet<>();
    private Optional<OpenHint> hint = Optional.empty();

    /** A lesson, to be trusted only where there is no problem, and where it leads to. */
    public record Reading(Lesson lesson, List<Link> links, List<Problem> problems) {
        public Reading {
            links = List.copyOf(links);
            problems = List.copyOf(problems);
        }
    }

    /** A link, and where it stands. */
    public record Link(int line, String destination) {}

    /** A step while it is read. */
    private record Chapter(String name, String title, int line, List<Part> parts) {}

    private record OpenHint(int line, List<Node> nodes) {}

    private LessonReader(String file, List<String> lines, ConditionReader conditions) {
        this.file = file;
        this.lines = lines;
        this.conditions = conditions;
        spoken = new String[lines.size()];
        java.util.Arrays.fill(spoken, "");
    }

    /** The name is the lesson's, as others need it; the file is for problems. */
    public static Reading read(
            String name, String file, String text, Catalogue catalogue, Constants constants) {
        List<String> lines = text.lines().toList();
        LessonReader reader =
                new LessonReader(file, lines, new ConditionReader(catalogue, constants));
        return reader.read(name);
    }

    private Reading read(String name) {
        FrontMatter matter = FrontMatter.read(file, lines);
        problems.addAll(matter.problems());
        List<String> text = new ArrayList<>(Collections.nCopies(matter.lines(), ""));
        text.addAll(lines.subList(matter.lines(), lines.size()));
        Parser parser =
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
        Node document = parser.parse(String.join("\n", text));
        for (Node node = document.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            take(node);
            node = next;
        }
        links.addAll(Links.of(document));
        Hidden.of(document)
                .forEach(code -> problem(Places.line(code), "a sock or check block stands alone"));
        hint.ifPresent(open -> problem(open.line(), "this hint has no </details>"));
        Lesson lesson = lesson(name, matter.head());
        new Rules(lesson, problems).check();
        problems.sort(java.util.Comparator.comparingInt(Problem::line));
        return new Reading(lesson, links, problems);
    }

    private void problem(int line, String text) {
        problems.add(new Problem(file, line, 1, text));
    }

    private void take(Node node) {
        switch (node) {
            case HtmlBlock html -> html(html);
            case Node each when hint.isPresent() -> hint.get().nodes().add(each);
            case Heading heading when heading.getLevel() == 1 -> {}
            case Heading heading when heading.getLevel() == 2 ->
                    chapters.add(
                            new Chapter(
                                    Slug.of(heading),
                                    Slug.words(heading),
                                    Places.line(heading),
                                    new ArrayList<>()));
            case FencedCodeBlock code when code.getInfo().equals("sock") -> sock(code);
            case FencedCodeBlock code when code.getInfo().equals("check") -> check(code);
            case FencedCodeBlock code when meant(code).isPresent() ->
                    problem(Places.line(code), "is " + meant(code).get() + " meant?");
            case BlockQuote quote when Predictions.isOne(quote) ->
                    Predictions.read(quote, told -> problem(Places.line(quote), told))
                            .ifPresent(each -> add(new Part.Predict(each)));
            default -> add(new Part.Shown(node));
        }
    }

    /** What a block that is misspelt was to be. */
    private static Optional<String> meant(FencedCodeBlock code) {
        return Nearest.to(code.getInfo(), Hidden.PLAYED);
    }

    private void add(Part part) {
        if (chapters.isEmpty()) {
            introduction.add(part);
        } else {
            chapters.getLast().parts().add(part);
        }
    }

    /** The one piece of HTML that there is: a hint, which pages show when it is clicked. */
    private void html(HtmlBlock html) {
        String text = html.getLiteral().strip();
        int line = Places.line(html);
        if (text.matches("<details>\\s*<summary>Hint</summary>") && hint.isEmpty()) {
            hint = Optional.of(new OpenHint(line, new ArrayList<>()));
        } else if (text.equals("</details>") && hint.isPresent()) {
            add(new Part.Hint(hint.get().line(), hint.get().nodes()));
            hint = Optional.empty();
        } else {
            problem(
                    line,
                    "the only HTML here is <details><summary>Hint</summary>, a blank line, the"
                            + " hint, a blank line, </details>");
        }
    }

    private void sock(FencedCodeBlock code) {
        int line = Places.line(code);
        List<String> text = code.getLiteral().lines().toList();
        for (int i = 0; i < text.size(); i++) {
            spoken[line + i] = text.get(i);
            inside.add(line + i + 1);
        }
        add(new Part.Sock(line, List.of()));
    }

    private void check(FencedCodeBlock code) {
        int line = Places.line(code);
        List<Condition> read = new ArrayList<>();
        List<String> text = code.getLiteral().lines().toList();
        for (int i = 0; i < text.size(); i++) {
            int here = line + i + 1;
            if (!text.get(i).isBlank()) {
                conditions
                        .read(
                                here,
                                text.get(i),
                                (column, told) ->
                                        problems.add(new Problem(file, here, column, told)))
                        .ifPresent(read::add);
            }
        }
        if (code.getLiteral().isBlank()) {
            problem(line, "this check is empty");
        }
        add(new Part.Check(line, read));
    }

    /** All sock blocks are one transcript, read at once, so that later ones know earlier tags. */
    private Lesson lesson(String name, Lesson.Head head) {
        if (spoken.length > 0) {
            spoken[0] = VERSION;
        }
        String text = String.join("\n", spoken) + "\n";
        TranscriptReader.Reading reading =
                TranscriptReader.read(file, text.getBytes(StandardCharsets.UTF_8));
        problems.addAll(reading.problems());
        List<Entry> entries =
                reading.transcript().entries().stream()
                        .filter(entry -> inside.contains(entry.line()))
                        .toList();
        List<Step> steps =
                chapters.stream()
                        .map(each ->
                                new Step(
                                        each.name(),
                                        each.title(),
                                        each.line(),
                                        filled(each.parts(), entries)))
                        .toList();
        return new Lesson(
                name,
                head,
                filled(introduction, entries),
                steps,
                new Transcript(file, true, true, entries));
    }

    private List<Part> filled(List<Part> parts, List<Entry> entries) {
        return parts.stream().map(part -> filled(part, entries)).toList();
    }

    private Part filled(Part part, List<Entry> entries) {
        return part instanceof Part.Sock(int line, _)
                ? new Part.Sock(
                        line,
                        entries.stream()
                                .filter(entry -> entry.line() > line && entry.line() < end(line))
                                .toList())
                : part;
    }

    /** The line behind a block that begins here. */
    private int end(int line) {
        int end = line + 1;
        while (inside.contains(end)) {
            end++;
        }
        return end;
    }
}
