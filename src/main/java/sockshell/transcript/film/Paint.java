package sockshell.transcript.film;

import java.util.stream.Collectors;
import sockshell.render.Style;
import sockshell.render.Text;

/** How styles look, as ECMA-48, 8.3.117 has it: each piece ends as it began. */
final class Paint {
    private static final String CSI = "\u001b[";

    private final boolean colours;

    Paint(boolean colours) {
        this.colours = colours;
    }

    /** Tame, whatever the text holds: a file's own escapes would steer the terminal. */
    String of(Style style, String text) {
        return Text.of(style, text).parts().stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Text.Part part) {
        String number = number(part.style());
        return colours && !number.isEmpty()
                ? CSI + number + "m" + part.text() + CSI + "0m"
                : part.text();
    }

    private static String number(Style style) {
        return switch (style) {
            case PLAIN -> "";
            case TITLE -> "1";
            case NAME -> "36";
            case VALUE -> "32";
            case DATA -> "33";
            case FAILURE -> "31";
            case ADVICE -> "34";
            case FAINT -> "2";
        };
    }
}
