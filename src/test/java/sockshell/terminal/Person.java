package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/**
 * Someone who sits in front of a terminal in which a program runs: types, looks at the screen, and
 * waits for what has to appear there.
 */
public final class Person implements AutoCloseable {
    public static final String ENTER = "\r";
    public static final String CTRL_C = "\u0003";
    public static final String CTRL_D = "\u0004";
    public static final String TAB = "\t";
    public static final String UP = "\u001bOA";
    public static final String LEFT = "\u001bOD";
    public static final String ESCAPE = "\u001b";

    private static final long PATIENCE_NANOS =
            TimeUnit.SECONDS.toNanos(Long.getLong("patience", 60));
    private static final String RESTORE = "\u001b8";
    private static final long LOOK_MILLIS = 50;

    private final PseudoTerminal terminal;
    private final ScreenTerminal screen;
    private final Process program;
    private final Thread eyes;
    private final Object news = new Object();
    private final StringBuilder seen = new StringBuilder();
    private int columns;
    private int rows;

    /** Starts a program on a terminal of its own, which is what it is controlled by. */
    public Person(int columns, int rows, Map<String, String> environment, String... command)
            throws IOException {
        this.columns = columns;
        this.rows = rows;
        terminal = new PseudoTerminal(columns, rows);
        screen = new ScreenTerminal(columns, rows);
        List<String> line = new ArrayList<>(List.of("setsid", "--ctty", "--wait"));
        line.addAll(List.of(command));
        File slave = new File(terminal.slave());
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectInput(slave)
                        .redirectOutput(slave)
                        .redirectError(slave);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        program = builder.start();
        eyes = new Thread(this::look, "eyes");
        eyes.setDaemon(true);
        eyes.start();
    }

    /** SockShell, with a home of its own. */
    public static Person atSockShell(int columns, int rows, Path home) throws IOException {
        return atSockShell(columns, rows, home, Map.of());
    }

    /** The same where the environment says more. */
    public static Person atSockShell(
            int columns, int rows, Path home, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", home.toString());
        return new Person(columns, rows, all, "./sockshell");
    }

    private void look() {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        ByteBuffer rest = ByteBuffer.allocate(1 << 16);
        byte[] bytes = terminal.read();
        while (bytes.length > 0 || program.isAlive()) { // a signal may have ended a read
            rest.put(bytes).flip();
            CharBuffer text = CharBuffer.allocate(rest.remaining() + 1);
            decoder.decode(rest, text, false);
            rest.compact();
            show(text.flip().toString());
            bytes = terminal.read();
        }
    }

    private void show(String text) {
        synchronized (news) {
            seen.append(text);
            int from = 0;
            for (int at = text.indexOf(RESTORE); at >= 0; at = text.indexOf(RESTORE, from)) {
                screen.write(text.substring(from, at + RESTORE.length()));
                forgetPendingWrap();
                from = at + RESTORE.length();
            }
            screen.write(text.substring(from));
            news.notifyAll();
        }
    }

    /**
     * A terminal that goes back to a saved place forgets that it had come to the end of a line;
     * JLine's does not, and would begin a new one with the next character.
     */
    private void forgetPendingWrap() {
        int[] cursor = new int[2];
        screen.dump(new long[columns * rows], cursor);
        screen.write("\u001b[" + (cursor[0] + 1) + "G");
    }

    /** Keys, as they come from a keyboard. */
    public Person type(String keys) {
        terminal.write(keys);
        return this;
    }

    /** A line and the Enter key. */
    public Person enter(String line) {
        return type(line + ENTER);
    }

    /** What a terminal sends when text is pasted into it. */
    public Person paste(String text) {
        return type("\u001b[200~" + text + "\u001b[201~");
    }

    public Person resize(int toColumns, int toRows) {
        synchronized (news) {
            columns = toColumns;
            rows = toRows;
            screen.setSize(Size.of(toColumns, toRows));
        }
        terminal.resize(toColumns, toRows);
        return this;
    }

    /** Waits until some text is on the screen. */
    public Person sees(String text) {
        return sees("\"" + text + "\"", lines -> String.join("\n", lines).contains(text));
    }

    /** Waits until a line of the screen is this one. */
    public Person seesLine(String line) {
        return sees("line \"" + line + "\"", lines -> lines.contains(line));
    }

    /** Waits until the line of the cursor is this one. */
    public Person seesLast(String line) {
        return sees(
                "last line \"" + line + "\"",
                lines -> {
                    List<String> typed = withoutStatus(lines);
                    return !typed.isEmpty() && typed.getLast().equals(line);
                });
    }

    private static List<String> withoutStatus(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** Waits until the screen is as it has to be. */
    public Person sees(String what, Predicate<List<String>> isThere) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (news) {
            try {
                while (!isThere.test(screen())) {
                    if (System.nanoTime() > end) {
                        throw new AssertionError(
                                "never seen: %s%nprogram runs: %s, eyes are open: %s%n%s"
                                        .formatted(
                                                what,
                                                program.isAlive(),
                                                eyes.isAlive(),
                                                String.join("\n", screen())));
                    }
                    news.wait(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    /** The lines of the screen without the blanks at their ends. */
    public List<String> screen() {
        synchronized (news) {
            long[] cells = new long[columns * rows];
            screen.dump(cells, new int[2]);
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < columns; column++) {
                    int point = ScreenTerminal.cellCodePoint(cells[row * columns + column]);
                    line.appendCodePoint(point == 0 ? ' ' : point);
                }
                lines.add(line.toString().stripTrailing());
            }
            return lines;
        }
    }

    /** All that the program wrote, escape sequences and all. */
    public String written() {
        synchronized (news) {
            return seen.toString();
        }
    }

    /** The terminal's settings as {@code stty -g} tells them. */
    public String settings() throws IOException, InterruptedException {
        Process stty = new ProcessBuilder("stty", "-g", "-F", terminal.slave()).start();
        String settings = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(stty.waitFor()).isZero();
        return settings;
    }

    /** Waits until the terminal's settings are these. */
    public void seesSettings(String wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!settings().equals(wanted)) {
            assertThat(System.nanoTime()).as("still other settings").isLessThan(end);
        }
    }

    public Process program() {
        return program;
    }

    /** Waits for the program's end. */
    public int exitCode() throws InterruptedException {
        if (!program.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("still running:\n" + String.join("\n", screen()));
        }
        return program.exitValue();
    }

    /** The eyes are closed first: the next terminal may get the number that this one had. */
    @Override
    public void close() {
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
        try {
            eyes.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
