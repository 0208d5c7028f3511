package sockshell.render.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.picture.Grid.Column;
import sockshell.session.told.Activity;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;

/**
 * A session at one moment, in so many lines: processes, sockets and their queues. What is not as it
 * was in the picture before has a mark, and comes first.
 */
public final class WatchPicture {
    private static final String CHANGED = "*";
    private static final int BAR = 8;
    private static final int LEAST_ADDRESS = 9;

    /** Of a bar without more in it; the largest queue sets the scale beyond. */
    private static final long FULL_BAR = 1 << 16;

    private static final List<Column> PROCESSES =
            List.of(Column.text(""), Column.text(""), Column.text(""), Column.number(""));
    private static final List<Column> SOCKETS =
            List.of(
                    Column.text(""),
                    Column.text("process"),
                    Column.number("fd"),
                    Column.number("recv-q"),
                    Column.text(""),
                    Column.number("send-q"),
                    Column.text(""),
                    Column.text("proto"),
                    Column.text("state"),
                    Column.flexible("peer", LEAST_ADDRESS));

    private final Words words;
    private final ActivityText activityWords;

    /** What there is to draw. */
    public record Scene(List<Activity> activities, Survey survey) {
        public Scene {
            activities = List.copyOf(activities);
        }
    }

    public WatchPicture(Constants constants) {
        words = new Words(constants);
        activityWords = new ActivityText(constants);
    }

    /** Exactly as many lines as there is to show, and no more than the height. */
    public List<Text> draw(Scene now, Optional<Scene> before, int height, Sheet sheet) {
        List<Text> rest = unheld(now.survey(), sheet);
        int half = Math.max(1, (height - rest.size()) / 2);
        List<Text> lines = new ArrayList<>(processes(now, before, half, sheet));
        int room = height - lines.size() - rest.size() - 1;
        if (!now.survey().held().isEmpty() && room > 1) {
            lines.add(Text.EMPTY);
            lines.addAll(sockets(now, before, room, sheet));
        }
        lines.addAll(rest);
        return lines.subList(0, Math.min(lines.size(), Math.max(0, height)));
    }

    private List<Text> processes(Scene now, Optional<Scene> before, int most, Sheet sheet) {
        Set<Activity> old =
                before.stream()
                        .flatMap(scene -> scene.activities().stream())
                        .map(WatchPicture::timeless)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Activity> sorted = new ArrayList<>();
        List<Activity> same = new ArrayList<>();
        for (Activity each : now.activities()) {
            boolean isNew = before.isPresent() && !old.contains(timeless(each));
            (isNew ? sorted : same).add(each);
        }
        int changed = sorted.size();
        sorted.addAll(same);
        int shown = shown(sorted.size(), most);
        List<List<Text>> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            rows.add(row(sorted.get(i), i < changed));
        }
        List<Text> lines = new ArrayList<>(new Grid(PROCESSES, rows).lines(sheet));
        lines.addAll(more(sorted.size() - shown, "processes", sheet));
        return lines;
    }

    /** How long it has lasted is no news. */
    private static Activity timeless(Activity activity) {
        return new Activity(
                activity.process(),
                activity.doing(),
                activity.call(),
                activity.arguments(),
                Duration.ZERO);
    }

    private List<Text> row(Activity activity, boolean isChanged) {
        return List.of(
                mark(isChanged),
                Text.of(Style.NAME, activity.process()),
                activityWords.doing(activity),
                Text.of(Style.FAINT, ActivityText.time(activity.lasting()).strip()));
    }

    private static Text mark(boolean isChanged) {
        return Text.of(Style.ADVICE, isChanged ? CHANGED : "");
    }

    private List<Text> sockets(Scene now, Optional<Scene> before, int room, Sheet sheet) {
        Set<Held> old =
                before.stream()
                        .flatMap(scene -> scene.survey().held().stream())
                        .collect(Collectors.toCollection(HashSet::new));
        List<List<Held>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Held each : now.survey().held()) {
            boolean isNew = before.isPresent() && !old.contains(each);
            parts.get(isNew ? 0 : hasQueue(each) ? 1 : 2).add(each);
        }
        int changed = parts.getFirst().size();
        List<Held> sorted = parts.stream().flatMap(List::stream).toList();
        int shown = shown(sorted.size(), room - 1);
        long full = sorted.stream().mapToLong(WatchPicture::largest).reduce(FULL_BAR, Math::max);
        List<List<Text>> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            rows.add(row(sorted.get(i), i < changed, full, sheet.glyphs()));
        }
        List<Text> lines = new ArrayList<>(new Grid(SOCKETS, rows).lines(sheet));
        lines.addAll(more(sorted.size() - shown, "descriptors", sheet));
        return lines;
    }

    /** All that fit, or one less and a line that counts the others. */
    private static int shown(int all, int most) {
        return all <= most ? all : Math.max(0, most - 1);
    }

    private static List<Text> more(int count, String things, Sheet sheet) {
        return count == 0
                ? List.of()
                : List.of(sheet.fit(Text.of(Style.FAINT, "+" + count + " " + things)));
    }

    private static boolean hasQueue(Held held) {
        return largest(held) > 0 || accepts(held).filter(queue -> queue.length() > 0).isPresent();
    }

    private static Optional<AcceptQueue> accepts(Held held) {
        return held.view().flatMap(View::acceptQueue);
    }

    private static long largest(Held held) {
        return held.view()
                .map(View::queues)
                .map(queues -> Math.max(queues.received().orElse(0), queues.unsent().orElse(0)))
                .orElse(0L);
    }

    private List<Text> row(Held held, boolean isChanged, long full, Glyphs glyphs) {
        Optional<AcceptQueue> accepts = accepts(held);
        Text received =
                accepts.map(queue -> bar(queue.length(), queue.limit() + 1, glyphs))
                        .orElseGet(() -> bar(queue(held, true), full, glyphs));
        Text count =
                accepts.map(queue -> Text.of(queue.length() + " of " + (queue.limit() + 1)))
                        .orElseGet(() -> Words.received(held));
        return List.of(
                mark(isChanged),
                Text.of(Style.NAME, held.process()),
                Text.of(Integer.toString(held.descriptor())),
                count,
                received,
                Words.unsent(held),
                bar(queue(held, false), full, glyphs),
                Text.of(words.protocol(held)),
                Words.state(held),
                Words.remote(held));
    }

    private static long queue(Held held, boolean isReceived) {
        OptionalLong length =
                held.view()
                        .map(View::queues)
                        .map(queues -> isReceived ? queues.received() : queues.unsent())
                        .orElse(OptionalLong.empty());
        return length.orElse(0);
    }

    /** Something is never drawn as nothing. */
    private static Text bar(long length, long full, Glyphs glyphs) {
        if (length <= 0) {
            return Text.EMPTY;
        }
        int filled = Math.clamp(length * BAR / full, 1, BAR);
        return Text.of(Style.DATA, glyphs.block().repeat(filled))
                .plus(Style.FAINT, glyphs.shade().repeat(BAR - filled));
    }

    private static List<Text> unheld(Survey survey, Sheet sheet) {
        Map<State, Long> counts =
                survey.unheld().stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.state(), TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return List.of();
        }
        String words =
                counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "));
        return List.of(Text.EMPTY, sheet.fit(Text.of("held by no process: " + words)));
    }
}
