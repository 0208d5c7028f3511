package sockshell.render.feedback;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Machine;
import sockshell.render.Prose;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.strace.Strace;
import sockshell.session.told.Event;

/** All that there is to say: each call as strace(1) prints it, its structures, each change. */
final class Verbose {
    private static final int MOST_CALLS = 20;
    private static final int MOST_CHANGES = 40;
    private static final int HANG = 4;

    private final Strace strace;
    private final StructureBytes structures;
    private final int width;

    Verbose(Machine machine, int width) {
        strace = new Strace(machine);
        structures = new StructureBytes(machine);
        this.width = width;
    }

    List<Text> calls(List<Event.Called> calls) {
        List<Event.Called> system =
                calls.stream().filter(call -> strace.of(call).isPresent()).toList();
        List<Text> lines = new ArrayList<>();
        system.stream().limit(MOST_CALLS).forEach(call -> lines.addAll(call(call)));
        lines.addAll(more(system.size() - MOST_CALLS, "more call", "more calls"));
        return lines;
    }

    private List<Text> call(Event.Called call) {
        List<Text> lines = new ArrayList<>();
        strace.of(call)
                .ifPresent(
                        text -> lines.addAll(Prose.said(Text.of(Style.DATA, text), width, HANG)));
        lines.addAll(structures.of(call, width));
        return lines;
    }

    List<Text> changes(Changes changes) {
        List<Text> all = ChangeText.all(changes);
        List<Text> lines = new ArrayList<>();
        all.stream()
                .limit(MOST_CHANGES)
                .forEach(change -> lines.addAll(Prose.said(change, width, HANG)));
        lines.addAll(more(all.size() - MOST_CHANGES, "more change", "more changes"));
        return lines;
    }

    private List<Text> more(int count, String one, String many) {
        return count > 0
                ? Prose.said(Text.of("and " + Shown.count(count, one, many)), width)
                : List.of();
    }
}
