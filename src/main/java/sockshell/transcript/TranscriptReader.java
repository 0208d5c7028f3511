package sockshell.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sockshell.lang.Nesting;
import sockshell.lang.Tags;

/** Reads a whole file, and collects all that is wrong in it. */
public final class TranscriptReader {
    /** What a file may hold. */
    public static final int LARGEST = 10 << 20;

    private static final String VERSION = "1";
    private static final String MAIN = "main";
    private static final String ANYTHING = "_";

    private final String file;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> captured = new HashSet<>();
    private final List<String> open = new ArrayList<>();
    private final Nesting nesting = new Nesting();
    private String process = MAIN;
    private int begun;
    private int number;
    private boolean isRecording;
    private boolean isFinished;

    /** What was read, which is to be trusted only where there is no problem. */
    public record Reading(Transcript transcript, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private TranscriptReader(String file) {
        this.file = file;
    }

    /** A file that is too large is not read at all. */
    public static Reading read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(path.toString(), in.readNBytes(LARGEST + 1));
        }
    }

    public static Reading read(String file, byte[] bytes) {
        TranscriptReader reader = new TranscriptReader(file);
        if (bytes.length > LARGEST) {
            reader.number = 1;
            reader.problem(1, "this file is larger than 10 MiB");
        } else {
            reader.take(bytes);
        }
        Transcript read =
                new Transcript(file, reader.isRecording, reader.isFinished, reader.entries);
        return new Reading(read, reader.problems);
    }

    private void take(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int end = end(bytes, from);
            boolean isWhole = end < bytes.length;
            int last = isWhole && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
            Line line = LineReader.line(Arrays.copyOfRange(bytes, from, last));
            number++;
            if (isWhole || !isTorn(line)) {
                take(line);
            }
            from = end + 1;
        }
        close();
    }

    private static int end(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** A recording that was cut off may have written half of its last line. */
    private boolean isTorn(Line last) {
        boolean isEnd = last.equals(new Line.Directive("end", "ok"));
        return isRecording && !isEnd && !(last instanceof Line.Prose);
    }

    private void take(Line line) {
        if (isFinished && !(line instanceof Line.Prose)) {
            problem(1, "nothing may stand behind %end");
            return;
        }
        switch (line) {
            case Line.Directive directive -> directive(directive);
            case Line.Prose(String text) -> prose(text);
            case Line.Spoken(String who, String text) -> spoken(who, text);
            case Line.Continued(String who, String text) -> continued(who, text);
            case Line.Result(String who, String text, _) -> result(who, text, line);
            case Line.Blocked(String who, _) -> seen(who, line);
            case Line.Printed(String who, _) -> seen(who, line);
            case Line.Pause _ -> aside(line);
            case Line.Other(String text) -> other(text);
            case Line.Unreadable(String reason) -> problem(1, reason);
        }
    }

    private void problem(int column, String text) {
        problems.add(new Problem(file, number, column, text));
    }

    private void aside(Line line) {
        close();
        entries.add(new Entry.Aside(number, line));
    }

    private void directive(Line.Directive directive) {
        aside(directive);
        switch (directive.name()) {
            case "sockshell-transcript" -> version(directive.value());
            case "processes" -> processes(List.of(directive.value().split("\\s+", -1)));
            case "end" -> {
                isFinished = true;
                if (!directive.value().equals("ok")) {
                    problem(1, "a recording ends with %end ok");
                }
            }
            default -> {}
        }
    }

    private void version(String value) {
        isRecording = true;
        if (number > 1) {
            problem(1, "%sockshell-transcript stands on the first line only");
        } else if (!value.equals(VERSION)) {
            problem(1, "version " + value + " is not known; this SockShell reads version 1");
        }
    }

    private void processes(List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            problem(1, "two processes have the same name here");
        }
    }

    private void prose(String text) {
        if (nesting.isOpen()) {
            add(text, 0);
        } else {
            aside(new Line.Prose(text));
        }
    }

    private void spoken(String who, String text) {
        close();
        process = who;
        add(text, who.length() + 2);
    }

    private void continued(String who, String text) {
        if (nesting.isOpen() && who.equals(process)) {
            add(text, who.length() + 2);
        } else {
            problem(1, "nothing is open in " + who + " that this line could go on with");
        }
    }

    private void other(String text) {
        if (number == 1 && text.startsWith("\uFEFF")) {
            problem(1, "a byte order mark stands in front; save the file as UTF-8 without one");
        } else if (isRecording) {
            problem(1, "this is no line of a transcript");
        } else {
            if (!nesting.isOpen()) {
                close();
                process = MAIN;
            }
            add(text, 0);
        }
    }

    private void add(String text, int indent) {
        if (open.isEmpty()) {
            begun = number;
        }
        for (Tags.Tag tag : Tags.of(text)) {
            if (!captured.contains(tag.name())) {
                problem(tag.span().from() + indent + 1, uncaptured(tag.name()));
            }
        }
        open.add(text);
        nesting.add(text);
        if (!nesting.isOpen()) {
            close();
        }
    }

    private static String uncaptured(String name) {
        return "no result before has captured <" + name + ">";
    }

    private void close() {
        if (!open.isEmpty()) {
            told.add(process);
            entries.add(new Entry.Statement(begun, process, open));
        }
        open.clear();
        nesting.clear();
    }

    private void result(String who, String text, Line line) {
        for (Captures.Tag tag : Captures.tags(text)) {
            if (tag.hasValue()) {
                captured.add(tag.name());
            } else if (!captured.contains(tag.name()) && !tag.name().equals(ANYTHING)) {
                problem(who.length() + 3 + tag.at(), uncaptured(tag.name()));
            }
        }
        seen(who, line);
    }

    /** A child may do something before it is told anything; its name has a dot. */
    private void seen(String who, Line line) {
        close();
        if (!told.contains(who) && who.indexOf('.') < 0) {
            problem(1, who + " was told nothing before this line");
        }
        entries.add(new Entry.Seen(number, line));
    }
}
