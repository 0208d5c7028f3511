package sockshell.repl.editor;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Text;
import sockshell.render.picture.StatusLine;
import sockshell.session.told.Activity;
import sockshell.session.told.Activity.Doing;

/** The bottom of the window: who does what, and the signature of the call being typed. */
public final class BottomLine {
    private final Editor editor;
    private final Screen screen;
    private final StatusLine line;
    private Text hint = Text.EMPTY;
    private Text activities = Text.EMPTY;
    private List<Text> shown = List.of();

    public BottomLine(Editor editor, Screen screen, StatusLine line) {
        this.editor = editor;
        this.screen = screen;
        this.line = line;
    }

    /** Who is alone and ready needs no line. */
    public synchronized void show(List<Activity> all, String own) {
        boolean isQuiet =
                all.size() <= 1 && all.stream().allMatch(each -> each.doing() == Doing.READY);
        activities = isQuiet ? Text.EMPTY : line.draw(all, own, screen.sheet());
        update();
    }

    public synchronized void hint(Text signature) {
        hint = signature;
        update();
    }

    private void update() {
        List<Text> now = new ArrayList<>();
        for (Text each : List.of(hint, activities)) {
            if (!each.parts().isEmpty()) {
                now.add(screen.sheet().fit(each));
            }
        }
        if (!now.equals(shown)) {
            shown = List.copyOf(now);
            editor.bottom(now.stream().map(screen.styles()::of).toList());
        }
    }

    /** Everybody in a line each. */
    public List<Text> listed(List<Activity> all, String own) {
        return all.stream()
                .map(each -> Text.of("|  ").plus(line.draw(List.of(each), own, screen.sheet())))
                .toList();
    }
}
