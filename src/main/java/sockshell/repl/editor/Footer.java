package sockshell.repl.editor;

import java.util.Collections;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/**
 * The lines that stay at the bottom of the window while the others scroll above them. There are
 * always as many, as every line more would scroll the whole window.
 */
final class Footer {
    static final int LINES = 2;

    /* in a lower window everything is left to what is typed */
    private static final int LOWEST_WINDOW = 10;

    private static final Size UNKNOWN = Size.of(0, 0);

    private final Terminal terminal;
    private final boolean isPossible;
    private Size window = UNKNOWN;
    private volatile boolean isCovered;
    private List<AttributedString> lines = Collections.nCopies(LINES, AttributedString.EMPTY);

    Footer(Terminal terminal) {
        this.terminal = terminal;
        isPossible = terminal.getStringCapability(Capability.change_scroll_region) != null;
    }

    /** A terminal that can't do it shows nothing. */
    void show(List<AttributedString> now) {
        lines = now;
        if (!isCovered) {
            fit();
            status().update(shown());
        }
    }

    boolean isCovered() {
        return isCovered;
    }

    /** From now on another program has the window, or not any more. */
    void cover(boolean now) {
        if (now) {
            hide();
        }
        isCovered = now;
        window = UNKNOWN;
        show(lines);
    }

    /** How many there are now. */
    int size() {
        return status().size();
    }

    /** Takes its place anew, in a window that has changed below the prompt. */
    void settle() {
        window = UNKNOWN;
        fit();
    }

    /** Takes the place that a window of another size has for it. */
    private void fit() {
        if (isPossible && !isCovered && !terminal.getSize().equals(window)) {
            window = terminal.getSize();
            makeRoom();
            place();
        }
    }

    void hide() {
        status().update(List.of());
    }

    private Status status() {
        return Status.getStatus(terminal);
    }

    private List<AttributedString> shown() {
        boolean fits = isPossible && window.getRows() >= LOWEST_WINDOW;
        return fits ? lines : List.of();
    }

    /** What stands in the last lines of the window scrolls up; what stands higher stays. */
    private void makeRoom() {
        terminal.puts(Capability.save_cursor);
        terminal.puts(Capability.change_scroll_region, 0, window.getRows() - 1);
        terminal.puts(Capability.restore_cursor);
        for (int i = 0; i < shown().size(); i++) {
            terminal.puts(Capability.scroll_forward);
        }
        terminal.puts(Capability.parm_up_cursor, shown().size());
    }

    /**
     * JLine's status scrolls the window to make room for itself, and wipes what stands above it
     * when the window shrinks. It does neither when it comes to know its lines while it is
     * suspended, and the size of the window after that.
     */
    private void place() {
        Status status = status();
        status.suspend();
        status.update(List.of());
        status.resize(window);
        status.resize(Size.of(window.getColumns(), window.getRows() - 1));
        status.update(shown());
        status.resize(window);
        status.restore();
    }
}
