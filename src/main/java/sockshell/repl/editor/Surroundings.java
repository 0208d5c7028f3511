package sockshell.repl.editor;

import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import sockshell.render.Glyphs;

/** What the person's environment says about how things may look. */
public final class Surroundings {
    private final Terminal terminal;

    public Surroundings(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The launcher says when the locale was C, as the JVM cannot be left in it. */
    public Glyphs glyphs() {
        boolean isPlain =
                System.getenv("SOCKSHELL_ASCII") != null
                        || Editor.isPlain(terminal)
                        || !terminal.encoding().equals(StandardCharsets.UTF_8);
        return isPlain ? Glyphs.ASCII : Glyphs.UNICODE;
    }

    public boolean wantsColours() {
        return Styles.areWanted(System.getenv()) && !Editor.isPlain(terminal);
    }
}
