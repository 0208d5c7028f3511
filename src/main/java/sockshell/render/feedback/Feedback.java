package sockshell.render.feedback;

import java.util.ArrayList;
import java.util.List;
import sockshell.render.Machine;
import sockshell.render.Prose;
import sockshell.render.ResultText;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Activity;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;

/** What the shell says after each statement, as much of it as the person wants. */
public final class Feedback {
    private final Level level;
    private final Sheet sheet;
    private final ResultLine results;
    private final Sentences sentences;
    private final BlockedText blocked;
    private final Verbose verbose;

    public Feedback(Machine machine, Level level, Sheet sheet) {
        this.level = level;
        this.sheet = sheet;
        results = new ResultLine(ResultText.brief(machine.constants()));
        sentences = new Sentences(machine);
        blocked = new BlockedText(machine);
        verbose = new Verbose(machine, sheet.width());
    }

    /** Behind a statement of the process that the person speaks as. */
    public List<Text> finished(Report report) {
        Event.Finished finished = report.finished();
        List<Text> lines = new ArrayList<>(result(finished, Text.EMPTY));
        Changes changes = Changes.between(report.before(), report.after());
        if (level == Level.VERBOSE) {
            lines.addAll(verbose.calls(report.made()));
        }
        lines.addAll(why(finished));
        if (level.saysAtLeast(Level.NORMAL)) {
            if (finished.remarks().isEmpty()) {
                sentences.of(report, changes).ifPresent(text -> lines.addAll(said(text)));
            }
            report.advice().ifPresent(advice -> lines.addAll(Prose.said(advice, sheet.width())));
        }
        if (level == Level.VERBOSE) {
            lines.addAll(verbose.changes(changes));
        }
        return lines;
    }

    /** Behind a statement of another process, which was blocked: {@code srv: c ==> 4}. */
    public List<Text> elsewhere(Event.Finished finished) {
        List<Text> lines =
                new ArrayList<>(result(finished, Text.of(Style.NAME, finished.process() + ": ")));
        lines.addAll(why(finished));
        return lines;
    }

    /** A process is gone; the surveys are those around the statement that ended it. */
    public List<Text> ended(Event.Ended event, Survey before, Survey after) {
        return level.saysAtLeast(Level.NORMAL)
                ? Endings.ended(event.process(), Changes.between(before, after))
                        .map(this::said)
                        .orElse(List.of())
                : List.of();
    }

    private List<Text> result(Event.Finished finished, Text before) {
        boolean isWanted = level.saysAtLeast(Level.CONCISE) || ResultLine.isFailure(finished);
        return isWanted
                ? results.of(finished)
                        .map(line -> Prose.wrapped(before.plus(line), sheet.width(), 4))
                        .orElse(List.of())
                : List.of();
    }

    private List<Text> why(Event.Finished finished) {
        boolean isWanted =
                level.saysAtLeast(Level.NORMAL)
                        || ResultLine.isFailure(finished)
                        || finished.failures() > 0;
        return isWanted
                ? finished.remarks().stream().flatMap(text -> said(text).stream()).toList()
                : List.of();
    }

    private List<Text> said(String sentence) {
        return Prose.said(Text.of(sentence), sheet.width());
    }

    /** A call has gone to sleep; the activities tell who else is there. */
    public List<Text> blocked(Event.Blocked event, Survey survey, List<Activity> activities) {
        String other = BlockedText.other(event.process(), activities);
        return level.saysAtLeast(Level.CONCISE)
                ? said(blocked.blocked(event, survey, other))
                : List.of();
    }

    /** A line for a process that is not ready: said at every level. */
    public List<Text> refused(Activity activity, Survey survey) {
        return said(blocked.refused(activity, survey));
    }

    /** A mistake of the person's: said at every level. */
    public List<Text> slipped(Event.Slipped slipped) {
        return new SlipText(sheet).of(slipped);
    }
}
