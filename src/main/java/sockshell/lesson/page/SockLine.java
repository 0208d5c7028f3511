package sockshell.lesson.page;

import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.transcript.Line;

/** A line of a transcript, styled: what is typed is to be seen, what was answered beside it. */
final class SockLine {
    private SockLine() {}

    static Text of(String written) {
        return switch (Line.of(written)) {
            case Line.Spoken(String who, String text) ->
                    Text.of(Style.NAME, who + "> ").plus(Style.ADVICE, text);
            case Line.Continued(String who, String text) ->
                    Text.of(Style.NAME, who + "| ").plus(Style.ADVICE, text);
            case Line.Result(String who, String text, _) ->
                    Text.of(Style.FAINT, who + "= ").plus(Style.VALUE, text);
            case Line.Printed(String who, String text) ->
                    Text.of(Style.FAINT, who + ": ").plus(Style.DATA, text);
            default -> Text.of(Style.FAINT, written);
        };
    }
}
