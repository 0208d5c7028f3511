package sockshell.transcript.film;

import java.util.ArrayList;
import java.util.List;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/** The lines of a recording as a transcript: only what these tests need. */
final class Reading {
    private final List<Entry> entries = new ArrayList<>();

    static Transcript of(String name, String text) {
        Reading reading = new Reading();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.take(i + 1, Line.of(lines.get(i)));
        }
        boolean isRecording = text.startsWith("%sockshell-transcript");
        return new Transcript(name, isRecording, text.contains("%end"), reading.entries);
    }

    private void take(int number, Line line) {
        switch (line) {
            case Line.Spoken(String who, String text) ->
                    entries.add(new Entry.Statement(number, who, List.of(text)));
            case Line.Continued(_, String text) -> goOn(text);
            case Line.Result _, Line.Blocked _, Line.Printed _ ->
                    entries.add(new Entry.Seen(number, line));
            case Line.Prose _, Line.Pause _, Line.Directive _, Line.Other _, Line.Unreadable _ ->
                    entries.add(new Entry.Aside(number, line));
        }
    }

    private void goOn(String text) {
        Entry.Statement open = (Entry.Statement) entries.removeLast();
        List<String> lines = new ArrayList<>(open.lines());
        lines.add(text);
        entries.add(new Entry.Statement(open.line(), open.process(), lines));
    }
}
