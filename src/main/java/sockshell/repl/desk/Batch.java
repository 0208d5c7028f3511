package sockshell.repl.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Nesting;
import sockshell.transcript.Line;

/**
 * Text of several lines as statements of their processes: typed, pasted or from a file. What was
 * copied out of a transcript has results between its statements, which are left out.
 */
public final class Batch {
    /** A statement for a process; without text it makes the process the prompt's. */
    public record Spoken(String process, String text) {}

    private final String usual;
    private final Nesting nesting = new Nesting();
    private final List<Spoken> statements = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private String process;

    private Batch(String usual) {
        this.usual = usual;
        process = usual;
    }

    /** Lines without a name are for the usual process. */
    public static List<Spoken> of(String text, String usual) {
        Batch batch = new Batch(usual);
        List<String> lines = text.lines().map(Batch::moved).toList();
        boolean isTranscript =
                lines.size() > 1 && lines.stream().anyMatch(line -> spoken(line).isPresent());
        for (String line : lines) {
            batch.add(line, isTranscript);
        }
        batch.close();
        return batch.statements;
    }

    /** What is copied from a screen may stand further to the right. */
    private static String moved(String line) {
        return spoken(line.stripLeading()).isPresent() ? line.stripLeading() : line;
    }

    private static Optional<Line.Spoken> spoken(String line) {
        return Line.of(line) instanceof Line.Spoken spoken ? Optional.of(spoken) : Optional.empty();
    }

    private void add(String text, boolean isTranscript) {
        Line line = Line.of(text);
        switch (line) {
            case Line.Spoken(String who, String statement) -> begin(who, statement);
            case Line.Continued(String who, String more) when who.equals(process) -> append(more);
            case Line.Prose _ -> append(text);
            case Line.Result _,
                    Line.Blocked _,
                    Line.Printed _,
                    Line.Pause _,
                    Line.Directive _,
                    Line.Continued _,
                    Line.Unreadable _,
                    Line.Other _ -> {
                if (!isTranscript || line instanceof Line.Other) {
                    append(text);
                }
            }
        }
    }

    private void begin(String who, String text) {
        close();
        process = who;
        append(text);
    }

    private void append(String text) {
        lines.add(text);
        nesting.add(text);
        if (!nesting.isOpen()) {
            close();
        }
    }

    /** An empty line says something only where it stands behind a name. */
    private void close() {
        String text = String.join("\n", lines);
        if (!lines.isEmpty() && !(text.isBlank() && process.equals(usual))) {
            statements.add(new Spoken(process, text));
        }
        lines.clear();
        nesting.clear();
        process = usual;
    }
}
