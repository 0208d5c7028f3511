package sockshell.repl.editor;

import java.io.IOException;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/** JLine's reader, which also draws the lines at the bottom while it holds its own lock. */
public final class Editor extends LineReaderImpl {
    private static final int MOST_LINES_KEPT = 10_000;

    private Change change = (_, _) -> {};

    public Editor(Terminal terminal) throws IOException {
        super(terminal, "sockshell");
        setVariable(HISTORY_FILE, Home.history());
        setVariable(HISTORY_FILE_SIZE, MOST_LINES_KEPT);
        setOpt(Option.HISTORY_IGNORE_DUPS);
        setHistory(new DefaultHistory());
    }

    /** What stands in front of a second line and those behind it. */
    public void goesOnWith(String prompt) {
        setVariable(SECONDARY_PROMPT_PATTERN, prompt.replace("%", "%%"));
    }

    /** Keeps the lines typed for later sessions, and leaves the bottom of the window empty. */
    public void end() {
        try {
            getHistory().save();
        } catch (IOException e) {
            terminal.writer().println("|  The history cannot be kept: " + Home.reason(e) + ".");
        }
        bottom(List.of());
        terminal.flush();
    }

    /** At the bottom of the window; a terminal that can't do it shows nothing. */
    public void bottom(List<AttributedString> lines) {
        lock.lock();
        try {
            Status status = Status.getStatus(terminal);
            status.update(lines);
        } finally {
            lock.unlock();
        }
    }

    /** Is told what stands in the line now, and where the cursor is. */
    public interface Change {
        void to(String text, int cursor);
    }

    /** Tells of every change of the line, once it is to be seen. */
    public void onChange(Change listener) {
        change = listener;
    }

    @Override
    protected void redisplay(boolean flush) {
        if (reading) {
            change.to(buf.toString(), buf.cursor());
        }
        super.redisplay(flush);
    }
}
