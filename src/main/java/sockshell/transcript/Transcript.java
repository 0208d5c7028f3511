package sockshell.transcript;

import java.util.List;
import java.util.stream.Stream;

/**
 * A session as a file has it. A recording begins with its version and is finished where it says so;
 * anything else is a script, of which no results are known.
 */
public record Transcript(
        String name, boolean isRecording, boolean isFinished, List<Entry> entries) {
    public Transcript {
        entries = List.copyOf(entries);
    }

    public Stream<Entry.Statement> statements() {
        return entries.stream()
                .filter(Entry.Statement.class::isInstance)
                .map(Entry.Statement.class::cast);
    }

    /** Names of processes that stand in it, in the order in which they are to be shown. */
    public List<String> processes() {
        Stream<String> listed =
                entries.stream()
                        .filter(Entry.Aside.class::isInstance)
                        .map(entry -> ((Entry.Aside) entry).what())
                        .filter(line ->
                                line instanceof Line.Directive(String name, _)
                                        && name.equals("processes"))
                        .flatMap(line -> Stream.of(((Line.Directive) line).value().split("\\s+")))
                        .filter(name -> !name.isEmpty());
        return Stream.concat(listed, statements().map(Entry.Statement::process))
                .distinct()
                .toList();
    }
}
