package sockshell.repl;

import java.io.IOException;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/** JLine's reader, which also draws the lines at the bottom while it holds its own lock. */
final class Editor extends LineReaderImpl {
    Editor(Terminal terminal) throws IOException {
        super(terminal, "sockshell");
    }

    /** At the bottom of the window; a terminal that can't do it shows nothing. */
    void bottom(List<AttributedString> lines) {
        lock.lock();
        try {
            Status status = Status.getStatus(terminal);
            status.update(lines);
        } finally {
            lock.unlock();
        }
    }
}
