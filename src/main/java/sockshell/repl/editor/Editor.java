package sockshell.repl.editor;

import java.io.IOException;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/** JLine's reader, which also draws the lines at the bottom while it holds its own lock. */
public final class Editor extends LineReaderImpl {
    private Change change = (_, _) -> {};

    public Editor(Terminal terminal) throws IOException {
        super(terminal, "sockshell");
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
