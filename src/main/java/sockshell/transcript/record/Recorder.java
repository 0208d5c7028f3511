package sockshell.transcript.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.LongSupplier;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;

/**
 * Writes what happens as a transcript, line by line: what was typed before the call is made, and
 * what it gave behind it.
 */
public final class Recorder {
    private static final String VERSION = "1";
    private static final double SHORTEST_PAUSE = 0.05;
    private static final double NANOS = 1e9;
    private static final int DIGITS = 2;

    private final Tagging tagging;
    private final EventLines lines;
    private final LongSupplier clock;
    private final Tape tape;
    private final Kernel kernel;
    private long last;
    private boolean isSteady = true;
    private boolean isBegun;

    /** The clock counts nanoseconds, from whenever. */
    public Recorder(Kernel kernel, Catalogue catalogue, LongSupplier clock, Tape tape) {
        this.clock = clock;
        this.tape = tape;
        tagging = new Tagging(catalogue, kernel.constants());
        lines = new EventLines(this::result);
        this.kernel = kernel;
    }

    /** With the first line, as who just begins to type shall not wait for it. */
    private void write(Line line) {
        if (!isBegun) {
            isBegun = true;
            last = clock.getAsLong();
            tape.write(new Line.Directive("sockshell-transcript", VERSION));
            tape.write(new Line.Directive("kernel", kernel.system()));
        }
        tape.write(line);
    }

    /** To be told in the order of the session, by one thread at a time. */
    public synchronized void happened(Event event) {
        if (event instanceof Event.Typed(String process, var source)) {
            typed(process, source.text());
        }
        lines.of(event).ifPresent(this::seen);
    }

    /** A command that changed the session: /interrupt is the only one that a replay knows. */
    public synchronized void typed(String process, String text) {
        pause();
        String[] parts = tagging.statement(text).split("\n", -1);
        write(new Line.Spoken(process, EventLines.harmless(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            write(new Line.Continued(process, EventLines.harmless(parts[i])));
        }
    }

    public synchronized void prose(String text) {
        write(new Line.Prose(text));
    }

    private String result(Event.Finished finished) {
        Tagging.Tagged tagged = tagging.result(finished);
        isSteady = tagged.isSteady();
        return tagged.text();
    }

    private void seen(Line line) {
        pause();
        boolean isCompared = !(line instanceof Line.Result) || isSteady;
        write(
                isCompared || !(line instanceof Line.Result(String process, String text, _))
                        ? line
                        : new Line.Result(process, text, false));
        isSteady = true;
    }

    private void pause() {
        long now = clock.getAsLong();
        double seconds = (now - last) / NANOS;
        last = now;
        if (isBegun && seconds >= SHORTEST_PAUSE) {
            write(new Line.Pause(rounded(seconds)));
        }
    }

    private static String rounded(double seconds) {
        return BigDecimal.valueOf(seconds)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The session is recorded to its end; who is blocked stays so in it. */
    public synchronized void finish() {
        write(new Line.Directive("end", "ok"));
        tape.close();
    }
}
