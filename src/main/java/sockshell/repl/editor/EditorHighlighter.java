package sockshell.repl.editor;

import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import sockshell.repl.typing.Context;
import sockshell.repl.typing.Highlighting;
import sockshell.repl.typing.Stretch;

/** Gives what is typed its colours, for the line editor. */
public final class EditorHighlighter implements Highlighter {
    private static final char REPLACEMENT = '\ufffd';

    private final Supplier<Context> context;
    private final Styles styles;

    public EditorHighlighter(Supplier<Context> context, Styles styles) {
        this.context = context;
        this.styles = styles;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return styled(buffer, reader.getBuffer().cursor());
    }

    AttributedString styled(String buffer, int cursor) {
        String text = tame(buffer);
        AttributedStringBuilder line = new AttributedStringBuilder(text.length());
        int done = 0;
        for (Stretch stretch : Highlighting.of(buffer, cursor, context.get())) {
            line.append(text.substring(done, stretch.from()), AttributedStyle.DEFAULT);
            line.append(text.substring(stretch.from(), stretch.to()), styles.of(stretch.style()));
            done = stretch.to();
        }
        return line.append(text.substring(done), AttributedStyle.DEFAULT).toAttributedString();
    }

    /** What was pasted may hold what a terminal would obey; the length has to stay. */
    private static String tame(String text) {
        StringBuilder tame = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            boolean layout = text.charAt(i) == '\n' || text.charAt(i) == '\t';
            if (Character.isISOControl(text.charAt(i)) && !layout) {
                tame.setCharAt(i, REPLACEMENT);
            }
        }
        return tame.toString();
    }
}
