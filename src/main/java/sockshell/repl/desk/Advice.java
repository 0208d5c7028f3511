package sockshell.repl.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.page.NextStep;
import sockshell.render.page.NextSteps;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;

/**
 * A fitting next step behind a call that went well, as long as the person is new to the call: the
 * lines of earlier sessions count as well.
 */
public final class Advice {
    private static final int ENOUGH = 3;
    private static final int MOST_LINES = 1000;

    private final Desk desk;
    private final Map<String, Integer> uses = new HashMap<>();
    private final NextSteps steps;

    public Advice(Desk desk) {
        this.desk = desk;
        steps = new NextSteps(desk.kernel().constants());
    }

    public synchronized Optional<Text> after(Event.Finished finished, List<Moment> calls) {
        if (finished.outcome() instanceof Outcome.Failed || calls.isEmpty()) {
            return Optional.empty();
        }
        Moment last = calls.getLast();
        if (!(last.event() instanceof Event.Called called)) {
            return Optional.empty();
        }
        String name = called.made().call().name();
        int before = uses.computeIfAbsent(name, this::inEarlierSessions);
        uses.put(name, before + 1);
        return before >= ENOUGH
                ? Optional.empty()
                : steps.after(called, last.seen()).stream().findFirst().map(Advice::text);
    }

    private static Text text(NextStep step) {
        return Text.of("Next: ").plus(Style.ADVICE, step.statement()).plus("  " + step.why());
    }

    private int inEarlierSessions(String call) {
        Pattern used = Pattern.compile("\\b" + Pattern.quote(call) + "\\b");
        List<String> lines = desk.screen().earlier();
        return (int)
                lines.stream()
                        .skip(Math.max(0, lines.size() - MOST_LINES))
                        .filter(line -> used.matcher(line).find())
                        .count();
    }
}
