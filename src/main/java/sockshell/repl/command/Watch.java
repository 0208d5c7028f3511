package sockshell.repl.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import sockshell.render.Text;
import sockshell.render.picture.WatchPicture;
import sockshell.render.picture.WatchPicture.Scene;
import sockshell.repl.desk.Desk;

/**
 * /watch: the whole window shows what the kernel has, drawn again when something changes, until a
 * key is pressed.
 */
final class Watch {
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final Desk desk;
    private final Terminal terminal;
    private final WatchPicture picture;
    private Optional<Scene> before = Optional.empty();
    private List<Text> drawn = List.of();

    Watch(Desk desk) {
        this.desk = desk;
        terminal = desk.screen().terminal();
        picture = new WatchPicture(desk.kernel().constants());
    }

    void run() {
        try {
            desk.screen().lendWindow(this::watch);
        } catch (IOException e) {
            desk.remark("The terminal cannot be read: " + e.getMessage());
        }
    }

    private void watch() throws IOException {
        AtomicBoolean isOver = new AtomicBoolean();
        SignalHandler usual = terminal.handle(Signal.INT, _ -> isOver.set(true));
        Attributes ours = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        try {
            Display display = new Display(terminal, true);
            do {
                draw(display);
            } while (terminal.reader().read(LOOK_AGAIN_MILLIS) == NonBlockingReader.READ_EXPIRED
                    && !isOver.get());
        } finally {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(ours);
            terminal.handle(Signal.INT, usual);
            terminal.flush();
        }
    }

    private void draw(Display display) {
        Scene now = desk.ask(() -> new Scene(desk.session().activities(), desk.session().survey()));
        List<Text> lines = picture.draw(now, before, terminal.getRows() - 1, desk.screen().sheet());
        before = Optional.of(now);
        if (!lines.equals(drawn)) {
            drawn = lines;
            display.resize(terminal.getSize());
            List<AttributedString> styled = lines.stream().map(desk.screen().styles()::of).toList();
            display.update(styled, 0);
        }
    }
}
