package sockshell.repl.editor;

import java.util.List;
import java.util.stream.Stream;
import sockshell.render.Text;
import sockshell.render.picture.StatusLine;
import sockshell.session.told.Activity;

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

    public void show(List<Activity> all, String own) {
        editor.alone(() -> update(hint, line.draw(all, own, screen.sheet())));
    }

    public void hint(Text signature) {
        editor.alone(() -> update(signature, activities));
    }

    private void update(Text newHint, Text newActivities) {
        hint = newHint;
        activities = newActivities;
        List<Text> now = Stream.of(hint, activities).map(screen.sheet()::fit).toList();
        if (!now.equals(shown)) {
            shown = now;
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
