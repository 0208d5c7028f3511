package sockshell.repl.editor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** JLine's reader, which also draws the lines at the bottom while it holds its own lock. */
public final class Editor extends LineReaderImpl {
    private static final int MOST_LINES_KEPT = 10_000;

    private final Footer footer;
    private final boolean isPlain;
    private final List<String> held = new CopyOnWriteArrayList<>();
    private Change change = (_, _) -> {};

    public Editor(Terminal terminal) throws IOException {
        super(terminal, "sockshell");
        footer = new Footer(terminal);
        isPlain = isPlain(terminal);
        if (Home.canKeep(Home.history())) {
            setVariable(HISTORY_FILE, Home.history());
        }
        setVariable(HISTORY_FILE_SIZE, MOST_LINES_KEPT);
        setOpt(Option.HISTORY_IGNORE_DUPS);
        setHistory(new DefaultHistory());
    }

    /** Does it show only what is written to it, line by line? */
    static boolean isPlain(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
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
        try {
            alone(footer::hide);
            terminal.flush();
        } catch (IllegalStateException gone) {
            // the window was closed: there is nothing left to be made empty
        }
    }

    /** Does something with the window while nobody else draws in it. */
    public void alone(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** At the bottom of the window; a terminal that can't do it shows nothing. */
    public void bottom(List<AttributedString> lines) {
        alone(() -> {
            if (reading) {
                resized(); // the signal that tells of it may still be on its way
            }
            footer.show(lines);
        });
    }

    /** What is done with the whole window. */
    public interface Borrower {
        void use() throws IOException;
    }

    /** Lets another have the whole window meanwhile. */
    public void lendWindow(Borrower borrower) throws IOException {
        alone(() -> footer.cover(true));
        try {
            borrower.use();
        } finally {
            alone(() -> footer.cover(false));
            held.forEach(this::printAbove);
            held.clear();
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
        if (isPlain) {
            return;
        }
        if (reading) {
            change.to(buf.toString(), buf.cursor());
        }
        lastStatusSize = footer.size();
        super.redisplay(flush);
    }

    /**
     * A plain terminal, such as one within another editor, keeps its own way of typing a line: only
     * the prompt is written.
     */
    @Override
    protected void doCleanup(boolean newLine) {
        if (!isPlain) {
            super.doCleanup(newLine);
            return;
        }
        history.moveToEnd();
        terminal.writer().print(state == State.DONE ? "" : System.lineSeparator());
        terminal.flush();
    }

    @Override
    public void setPrompt(String text) {
        super.setPrompt(text);
        if (isPlain) {
            terminal.writer().print(text);
            terminal.flush();
        }
    }

    @Override
    public void printAbove(String text) {
        if (footer.isCovered()) {
            held.add(text);
            return;
        }
        alone(() -> {
            boolean isTyping = isPlain && reading;
            terminal.writer().print(isTyping ? System.lineSeparator() : "");
            super.printAbove(text);
            terminal.writer().print(isTyping ? prompt : "");
            terminal.flush();
        });
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        if (signal == Signal.WINCH) {
            alone(this::resized);
        } else {
            super.handleSignal(signal);
        }
    }

    /**
     * By now the terminal has folded the lines anew, those at the bottom as well: all of it is
     * drawn again from the prompt on.
     */
    private void resized() {
        Size now = terminal.getBufferSize();
        if (!now.equals(size)) {
            size = now;
            display.resize(now);
            display.update(List.of(), 0, false);
            terminal.puts(Capability.clr_eos);
            footer.settle();
            redisplay();
        }
    }
}
