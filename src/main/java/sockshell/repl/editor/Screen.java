package sockshell.repl.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;

/** Where lines are shown: above the prompt while a line is being typed. */
public final class Screen {
    private static final int NARROWEST = 20;
    private static final int UNKNOWN = 80;

    private final Terminal terminal;
    private final Styles styles;
    private final Glyphs glyphs;
    private final Editor reader;
    private final Attributes original;
    private final Instant began = Instant.now();

    public Screen(Editor reader, Styles styles, Glyphs glyphs) {
        terminal = reader.getTerminal();
        this.reader = reader;
        this.styles = styles;
        this.glyphs = glyphs;
        original = terminal.getAttributes();
        if (!Editor.isPlain(terminal)) {
            terminal.setAttributes(quiet(original));
        }
    }

    /** What is typed ahead is not shown twice: once where it is typed and once at the prompt. */
    private static Attributes quiet(Attributes original) {
        Attributes attributes = new Attributes(original);
        attributes.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        attributes.setLocalFlag(Attributes.LocalFlag.ICANON, false);
        attributes.setControlChar(Attributes.ControlChar.VMIN, 1);
        attributes.setControlChar(Attributes.ControlChar.VTIME, 0);
        return attributes;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Styles styles() {
        return styles;
    }

    /** What pictures are drawn on now: the window may have changed since the last one. */
    public Sheet sheet() {
        int width = terminal.getColumns();
        return new Sheet(width <= 0 ? UNKNOWN : Math.max(NARROWEST, width), glyphs);
    }

    public void say(Text line) {
        reader.printAbove(styles.of(line));
    }

    public void say(String line) {
        say(Text.of(line));
    }

    /** All at once, so that what comes from elsewhere does not get between. */
    public void say(List<Text> lines) {
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

    /** A line of the person's; empty where Ctrl-C or Ctrl-D is pressed instead. */
    public Optional<String> ask(String question) {
        try {
            return Optional.of(reader.readLine(question));
        } catch (UserInterruptException | EndOfFileException none) {
            return Optional.empty();
        }
    }

    /** The lines of this session, or those of earlier ones too. */
    public List<String> history(boolean all) {
        History history = reader.getHistory();
        return StreamSupport.stream(history.spliterator(), false)
                .filter(entry -> all || entry.time().isAfter(began))
                .map(History.Entry::line)
                .toList();
    }

    /** The lines of earlier sessions. */
    public List<String> earlier() {
        return StreamSupport.stream(reader.getHistory().spliterator(), false)
                .filter(entry -> entry.time().isBefore(began))
                .map(History.Entry::line)
                .toList();
    }

    /** Lets another program have the terminal, as it was before this one changed it. */
    public void lend(String command, Path file) throws IOException {
        ProcessBuilder program =
                new ProcessBuilder("/bin/sh", "-c", command + " \"$1\"", "sh", file.toString());
        Attributes ours = terminal.getAttributes();
        terminal.setAttributes(original);
        try {
            reader.lendWindow(() -> waitFor(program.inheritIO().start()));
        } finally {
            terminal.setAttributes(ours);
        }
    }

    private static void waitFor(Process program) {
        try {
            program.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets one of our own have the whole window. */
    public void lendWindow(Editor.Borrower borrower) throws IOException {
        reader.lendWindow(borrower);
    }

    /** On, off, or as the environment says. */
    public void colours(String wanted) {
        boolean usual = new Surroundings(terminal).wantsColours();
        styles.colours(wanted.equals("on") || (usual && !wanted.equals("off")));
    }

    /** The keys of vi, or those of emacs. */
    public void keys(String wanted) {
        String map = wanted.equals("vi") ? LineReader.VIINS : LineReader.EMACS;
        reader.setVariable(LineReader.EDITING_MODE, wanted);
        reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(map));
        reader.setKeyMap(LineReader.MAIN);
    }
}
