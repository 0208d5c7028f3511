package sockshell.transcript.film;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sockshell.render.Style;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/**
 * Makes the frames of a film, one after the other. How long everything takes is the same each time.
 */
final class Cutting {
    /** Pauses of the file are kept up to here. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** So many keys of a statement are typed; what is longer looks pasted. */
    static final int MOST_KEYS = 300;

    private static final Duration PROMPT = Duration.ofMillis(350);
    private static final Duration ENTER = Duration.ofMillis(180);
    private static final Duration ANSWER = Duration.ofMillis(120);
    private static final Duration READ = Duration.ofMillis(60);
    private static final int QUICKEST_KEY = 30;
    private static final int SPREAD = 31;
    private static final String TAB = "    ";

    private final Paint paint;
    private final Untagged untagged = new Untagged();
    private final List<Frame> frames = new ArrayList<>();
    private int keys;

    Cutting(Paint paint) {
        this.paint = paint;
    }

    List<Frame> of(Transcript transcript) {
        transcript.entries().forEach(this::add);
        if (transcript.isRecording() && !transcript.isFinished()) {
            line(READ, paint.of(Style.FAINT, "# The recording is unfinished: it has no %end."));
        }
        return frames;
    }

    private void add(Entry entry) {
        switch (entry) {
            case Entry.Statement statement -> typed(statement);
            case Entry.Seen(_, Line what) -> shown(what);
            case Entry.Aside(_, Line what) -> shown(what);
        }
    }

    private void typed(Entry.Statement statement) {
        keys = 0;
        String mark = "> ";
        for (String line : statement.lines()) {
            String prompt = paint.of(Style.NAME, statement.process() + mark);
            boolean isFirst = mark.equals("> ");
            frames.add(new Frame(isFirst ? PROMPT : READ, prompt, isFirst));
            type(untagged.statement(line).replace("\t", TAB));
            frames.add(new Frame(ENTER, "\n", false));
            mark = "| ";
        }
    }

    private void type(String line) {
        int at = 0;
        while (at < line.length() && keys < MOST_KEYS) {
            int key = line.codePointAt(at);
            show(between(key), paint.of(Style.PLAIN, Character.toString(key)));
            at += Character.charCount(key);
            keys++;
        }
        if (at < line.length()) {
            show(ANSWER, paint.of(Style.PLAIN, line.substring(at)));
        }
    }

    /** 30 to 60 ms, from the key and its place, so that it has no beat and yet is no chance. */
    private Duration between(int key) {
        return Duration.ofMillis(QUICKEST_KEY + (key * 7 + keys * 13) % SPREAD);
    }

    private void shown(Line line) {
        switch (line) {
            case Line.Result result -> result(result);
            case Line.Blocked(String process, String call) ->
                    seen(process + "* ", Style.ADVICE, call);
            case Line.Printed(String process, String text) ->
                    seen(process + ": ", Style.PLAIN, text);
            case Line.Prose(String text) -> line(READ, paint.of(Style.FAINT, text));
            case Line.Pause pause -> pause(pause);
            case Line.Directive _,
                    Line.Spoken _,
                    Line.Continued _,
                    Line.Other _,
                    Line.Unreadable _ -> {}
        }
    }

    private void result(Line.Result result) {
        String text = untagged.result(result.text());
        boolean failed = text.startsWith("-1 ") || text.startsWith("! ");
        seen(
                result.process() + (result.compared() ? "= " : "=~ "),
                failed ? Style.FAILURE : Style.VALUE,
                text);
    }

    private void seen(String mark, Style style, String text) {
        line(ANSWER, paint.of(Style.NAME, mark) + paint.of(style, text.replace("\t", TAB)));
    }

    private void pause(Line.Pause pause) {
        Duration whole = Duration.ofMillis(Math.round(pause.seconds() * 1000));
        boolean isTooLong = whole.compareTo(LONGEST_PAUSE) > 0;
        if (isTooLong) {
            line(READ, paint.of(Style.FAINT, shortened(pause.amount())));
        }
        show(isTooLong ? LONGEST_PAUSE : whole, "");
    }

    private static String shortened(String amount) {
        return "# (a pause of %s s, shown as %d s)".formatted(amount, LONGEST_PAUSE.toSeconds());
    }

    private void line(Duration delay, String text) {
        show(delay, text + "\n");
    }

    private void show(Duration delay, String text) {
        frames.add(new Frame(delay, text, false));
    }
}
