package sockshell.repl;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import sockshell.render.Style;
import sockshell.render.Text;

/** What styles look like: colours, or nothing at all where the person wants none. */
public final class Styles {
    private static final int GREY = 244;

    private volatile boolean isColoured;

    public Styles(boolean isColoured) {
        this.isColoured = isColoured;
    }

    void colour(boolean wanted) {
        isColoured = wanted;
    }

    public AttributedString of(Text text) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        text.parts().forEach(part -> line.styled(of(part.style()), part.text()));
        return line.toAttributedString();
    }

    public AttributedStyle of(Style style) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        if (!isColoured) {
            return plain;
        }
        return switch (style) {
            case PLAIN -> plain;
            case TITLE -> plain.bold();
            case NAME -> plain.foreground(AttributedStyle.BLUE);
            case VALUE -> plain.foreground(AttributedStyle.CYAN);
            case DATA -> plain.foreground(AttributedStyle.GREEN);
            case FAILURE -> plain.foreground(AttributedStyle.RED);
            case ADVICE -> plain.foreground(AttributedStyle.MAGENTA);
            case FAINT -> plain.foreground(GREY);
        };
    }
}
