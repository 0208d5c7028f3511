package sockshell.repl.editor;

import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import sockshell.render.Style;
import sockshell.render.Text;

/** How each style looks on a terminal. Without colours, only what is bold or faint differs. */
public final class Styles {
    private volatile boolean colours;

    public Styles(boolean colours) {
        this.colours = colours;
    }

    /** As the environment wants it. */
    public static Styles of(Map<String, String> environment) {
        return new Styles(areWanted(environment));
    }

    /** By no-color.org any value of NO_COLOR but an empty one says no. */
    static boolean areWanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    public boolean colours() {
        return colours;
    }

    /** From now on with colours, or without. */
    public void colours(boolean wanted) {
        colours = wanted;
    }

    public AttributedStyle of(Style style) {
        return switch (style) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case TITLE -> AttributedStyle.BOLD;
            case NAME -> colour(AttributedStyle.CYAN);
            case VALUE -> colour(AttributedStyle.GREEN);
            case DATA -> colour(AttributedStyle.YELLOW);
            case FAILURE -> colour(AttributedStyle.RED);
            case ADVICE -> colour(AttributedStyle.BLUE);
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
    }

    private AttributedStyle colour(int number) {
        return colours ? AttributedStyle.DEFAULT.foreground(number) : AttributedStyle.DEFAULT;
    }

    public AttributedString of(Text text) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        text.parts().forEach(part -> line.append(part.text(), of(part.style())));
        return line.toAttributedString();
    }
}
