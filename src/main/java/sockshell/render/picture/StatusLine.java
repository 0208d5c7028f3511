package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Activity;
import sockshell.sys.Constants;

/** The bottom line of the prompt: every process and what it does. */
public final class StatusLine {
    private final ActivityText words;

    public StatusLine(Constants constants) {
        words = new ActivityText(constants);
    }

    /**
     * The process of the prompt is always on it. Of the others the first that fit, in few words;
     * the rest is counted.
     */
    public Text draw(List<Activity> activities, String own, Sheet sheet) {
        for (Function<Activity, Text> level : levels()) {
            Text all = line(activities, level, sheet);
            if (all.width() <= sheet.width()) {
                return all;
            }
        }
        int ownAt =
                IntStream.range(0, activities.size())
                        .filter(i -> activities.get(i).process().equals(own))
                        .findFirst()
                        .orElse(0);
        Text line = some(activities, ownAt, 0, sheet);
        for (int others = 1; others < activities.size(); others++) {
            Text more = some(activities, ownAt, others, sheet);
            if (more.width() > sheet.width()) {
                break;
            }
            line = more;
        }
        return line;
    }

    /** From the most that can be said to the least. */
    private List<Function<Activity, Text>> levels() {
        return List.of(words::whole, words::brief, words::least);
    }

    /** The own one and the first of the others; the own one gives way to the count. */
    private Text some(List<Activity> activities, int ownAt, int others, Sheet sheet) {
        int end = others + (ownAt <= others ? 1 : 0);
        List<Activity> shown =
                new ArrayList<>(activities.subList(0, Math.min(end, activities.size())));
        if (ownAt >= end) {
            shown.add(activities.get(ownAt));
        }
        int hidden = activities.size() - shown.size();
        Text line = line(shown, words::least, sheet);
        if (hidden == 0) {
            return others == 0 ? sheet.fit(line) : line;
        }
        Text rest = dot(sheet).plus(Style.FAINT, "+" + hidden + " more");
        Text fitting =
                others == 0
                        ? line.cut(sheet.width() - rest.width(), sheet.glyphs().ellipsis())
                        : line;
        return fitting.plus(rest);
    }

    private static Text line(
            List<Activity> activities, Function<Activity, Text> words, Sheet sheet) {
        Text line = Text.EMPTY;
        for (Activity activity : activities) {
            line = (line.width() == 0 ? line : line.plus(dot(sheet))).plus(words.apply(activity));
        }
        return line;
    }

    private static Text dot(Sheet sheet) {
        return Text.of(Style.FAINT, " " + sheet.glyphs().dot() + " ");
    }
}
