package sockshell.transcript.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.render.Quoted;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/** What a transcript says about each of its statements, known before any of them runs. */
final class Expected {
    private static final Pattern RECEIVED = Pattern.compile("([0-9]{1,9})( \".*)?", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x..|.)");

    private final Map<Entry.Statement, List<Line>> told = new HashMap<>();
    private final Map<Entry.Statement, List<String>> atOnce = new HashMap<>();
    private final boolean isScript;

    private Expected(boolean isScript) {
        this.isScript = isScript;
    }

    static Expected of(Transcript transcript) {
        Expected expected = new Expected(!transcript.hasResults());
        Map<String, Entry.Statement> current = new HashMap<>();
        Optional<Entry.Statement> above = Optional.empty();
        for (Entry entry : transcript.entries()) {
            switch (entry) {
                case Entry.Statement statement -> {
                    current.put(statement.process(), statement);
                    above = Optional.of(statement);
                }
                case Entry.Seen(_, Line line) -> {
                    Optional.ofNullable(current.get(process(line)))
                            .ifPresent(statement -> expected.add(statement, line));
                    above = above.filter(statement -> expected.isAtOnce(statement, line));
                }
                case Entry.Aside _ -> {}
            }
        }
        return expected;
    }

    private void add(Entry.Statement statement, Line line) {
        told.computeIfAbsent(statement, _ -> new ArrayList<>()).add(line);
    }

    /** Keeps a result that stands right below its statement. */
    private boolean isAtOnce(Entry.Statement above, Line line) {
        return line instanceof Line.Result(String process, String text, _)
                && process.equals(above.process())
                && atOnce.computeIfAbsent(above, _ -> new ArrayList<>()).add(text);
    }

    static String process(Line line) {
        return switch (line) {
            case Line.Result(String process, _, _) -> process;
            case Line.Blocked(String process, _) -> process;
            case Line.Printed(String process, _) -> process;
            case Line.Spoken(String process, _) -> process;
            case Line.Continued(String process, _) -> process;
            case Line.Directive _, Line.Prose _, Line.Pause _, Line.Other _, Line.Unreadable _ ->
                    "";
        };
    }

    /** A script has no results at all, so nothing is compared. */
    boolean isScript() {
        return isScript;
    }

    /** Whether the transcript follows a statement: with a result, or where it blocks. */
    boolean follows(Entry.Statement statement) {
        return lines(statement).stream()
                .anyMatch(line -> line instanceof Line.Result || line instanceof Line.Blocked);
    }

    private List<Line> lines(Entry.Statement statement) {
        return told.getOrDefault(statement, List.of());
    }

    /**
     * What the result of this place in a line of statements says was received. Who was blocked is
     * to be blocked again, so nothing is waited for.
     */
    Optional<Patience.Due> due(Entry.Statement statement, int place) {
        return atOnce.getOrDefault(statement, List.of()).stream()
                .skip(place)
                .findFirst()
                .flatMap(Expected::due);
    }

    /** What a person had typed, where a statement takes just that: nobody types in a replay. */
    Optional<String> typed(Entry.Statement statement) {
        return atOnce.getOrDefault(statement, List.of()).stream()
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(text -> Quoted.unescaped(text.group(1)).text())
                .findFirst();
    }

    /**
     * {@code 5 "hello"}; or {@code "hello"} and {@code 5} where the data was worked on. Who does
     * not receive has no use for it.
     */
    private static Optional<Patience.Due> due(String result) {
        Matcher received = RECEIVED.matcher(result);
        if (received.matches()) {
            int count = Integer.parseInt(received.group(1));
            return Optional.of(new Patience.Due(count, result.startsWith("0 ")));
        }
        Matcher text = TEXT.matcher(result);
        return text.matches()
                ? Optional.of(
                        new Patience.Due(
                                ESCAPE.matcher(text.group(1)).replaceAll("x").length(), false))
                : Optional.empty();
    }
}
