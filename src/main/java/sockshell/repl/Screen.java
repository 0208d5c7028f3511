package sockshell.repl;

import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;

/** Where lines are shown: above the prompt while a line is being typed. */
final class Screen {
    private static final int NARROWEST = 20;
    private static final int UNKNOWN = 80;

    private final Terminal terminal;
    private final Styles styles;
    private final Glyphs glyphs;
    private final LineReader reader;

    Screen(LineReader reader, Styles styles, Glyphs glyphs) {
        terminal = reader.getTerminal();
        this.reader = reader;
        this.styles = styles;
        this.glyphs = glyphs;
    }

    Terminal terminal() {
        return terminal;
    }

    Styles styles() {
        return styles;
    }

    /** What pictures are drawn on now: the window may have changed since the last one. */
    Sheet sheet() {
        int width = terminal.getColumns();
        return new Sheet(width <= 0 ? UNKNOWN : Math.max(NARROWEST, width), glyphs);
    }

    void say(Text line) {
        reader.printAbove(styles.of(line));
    }

    void say(String line) {
        say(Text.of(line));
    }

    /** All at once, so that what comes from elsewhere does not get between. */
    void say(List<Text> lines) {
        if (lines.isEmpty()) {
            return;
        }
        AttributedStringBuilder all = new AttributedStringBuilder();
        for (Text line : lines) {
            all.append(all.length() > 0 ? AttributedString.NEWLINE : AttributedString.EMPTY);
            all.append(styles.of(line));
        }
        reader.printAbove(all.toAttributedString());
    }
}
