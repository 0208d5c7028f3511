package sockshell.transcript;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import sockshell.render.Quoted;
import sockshell.session.told.Event;
import sockshell.sys.Bytes;

/** What happened as the lines that a transcript has for it; how a result is written is given. */
public final class EventLines {
    /* what a terminal might obey; the language refuses it as well */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\t]]");

    private static final String SLIP = "! ";

    private final Function<Event.Finished, String> results;

    public EventLines(Function<Event.Finished, String> results) {
        this.results = results;
    }

    /** Empty for what a transcript does not show. */
    public Optional<Line> of(Event event) {
        return switch (event) {
            case Event.Finished finished -> of(finished);
            case Event.Blocked(String process, String call, _) ->
                    Optional.of(new Line.Blocked(process, call));
            case Event.Printed(String process, Bytes text) ->
                    Optional.of(new Line.Printed(process, Quoted.escaped(text)));
            case Event.Slipped slipped ->
                    Optional.of(slip(slipped.process(), slipped.mistakes().getFirst().message()));
            case Event.Typed _, Event.Begun _, Event.Called _, Event.Forked _, Event.Ended _ ->
                    Optional.empty();
        };
    }

    private Optional<Line> of(Event.Finished finished) {
        String text = results.apply(finished);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line.Result(finished.process(), text, true));
    }

    /** What never reached the kernel. */
    public static Line.Result slip(String process, String message) {
        return new Line.Result(process, SLIP + harmless(message), true);
    }

    /** Whether a result is a slip. */
    public static boolean isSlip(String result) {
        return result.startsWith(SLIP);
    }

    /** Text of the shell's own, of which nothing can drive a terminal. */
    public static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
