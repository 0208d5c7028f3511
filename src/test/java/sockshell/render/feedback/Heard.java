package sockshell.render.feedback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.Glyphs;
import sockshell.render.Machine;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.session.Session;
import sockshell.session.told.Activity;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey;
import sockshell.sys.Kernel;

/** A session on the real kernel, and what the shell says in it. */
final class Heard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CHOSEN =
            Pattern.compile("(?<=[:(]|port )[1-9]\\d{4}(?=[)\\s.:;,]|$)");

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final Chronicle chronicle = new Chronicle();
    private final Session session;
    private final Feedback feedback;
    private final int width;
    private int port;

    Heard(Level level, int width) {
        this.width = width;
        feedback = new Feedback(Machine.of(kernel), level, new Sheet(width, Glyphs.ASCII));
        session = new Session(kernel, catalogue, new Listener());
    }

    private final class Listener implements Session.Listener {
        @Override
        public void happened(Event event) {
            chronicle.note(event, Duration.ZERO);
        }

        @Override
        public boolean wantsCalls() {
            return true;
        }
    }

    /** Has {@code who> statement} done, and gives the lines that are said of it. */
    List<String> type(String line) {
        int mark = line.indexOf("> ");
        String text = line.substring(mark + 2).replace("PORT", Integer.toString(port));
        List<String> said = run(line.substring(0, mark), text);
        port = port > 0 ? port : firstPort();
        return said;
    }

    /** The first port that anything is bound to, which lines call PORT. */
    private int firstPort() {
        return session.survey().held().stream()
                .flatMap(held -> held.view().stream())
                .mapToInt(view -> Shown.port(view.ends().local()))
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    private List<String> run(String process, String text) {
        Optional<Activity> busy =
                session.activities().stream()
                        .filter(each -> each.process().equals(process))
                        .filter(each -> each.doing() != Activity.Doing.READY)
                        .findFirst();
        if (busy.isPresent()) {
            return plain(feedback.refused(busy.get(), session.survey()));
        }
        Survey before = session.survey();
        int old = chronicle.moments().size();
        Parser.Parsed parsed = Parser.parse(text, catalogue::has);
        if (parsed.mistakes().isEmpty()) {
            session.run(process, parsed.typed(), PATIENCE);
        } else {
            chronicle.note(
                    new Event.Slipped(process, parsed.typed().source(), parsed.mistakes()),
                    Duration.ZERO);
        }
        List<Moment> moments = chronicle.moments().subList(old, chronicle.moments().size());
        return plain(said(process, moments, before, session.survey()));
    }

    List<String> interrupt(String process) {
        int old = chronicle.moments().size();
        session.interrupt(process);
        List<Moment> moments = chronicle.moments().subList(old, chronicle.moments().size());
        return plain(said("", moments, session.survey(), session.survey()));
    }

    private List<Text> said(String process, List<Moment> moments, Survey before, Survey after) {
        List<Text> lines = new ArrayList<>();
        for (Moment moment : moments) {
            lines.addAll(
                    switch (moment.event()) {
                        case Event.Finished done when done.process().equals(process) ->
                                feedback.finished(
                                        new Report(done, moments, before, after, Optional.empty()));
                        case Event.Finished done -> feedback.elsewhere(done);
                        case Event.Blocked blocked ->
                                feedback.blocked(blocked, after, session.activities());
                        case Event.Slipped slipped -> feedback.slipped(slipped);
                        case Event.Ended ended -> feedback.ended(ended, before, after);
                        case Event.Typed _,
                                Event.Begun _,
                                Event.Called _,
                                Event.Printed _,
                                Event.Forked _ ->
                                List.<Text>of();
                    });
        }
        return lines;
    }

    private List<String> plain(List<Text> lines) {
        for (Text line : lines) {
            if (line.width() > width) {
                throw new AssertionError("wider than " + width + ": " + line);
            }
        }
        return lines.stream()
                .map(line -> settled(line.toString()))
                .filter(line -> !line.endsWith("FIN_WAIT -> FIN_WAIT")) // of 1 to 2: a moment
                .toList();
    }

    /** What differs from run to run, or with the kernel's buffers, gets a letter. */
    private static String settled(String line) {
        return CHOSEN.matcher(line)
                .replaceAll("P")
                .replaceAll("FIN_WAIT[12]", "FIN_WAIT")
                .replaceAll("(?<=pid ==> )\\d+", "N")
                .replaceAll("(?<=memory )\\d+ -> \\d+", "N -> N")
                .replaceAll("(?<=drops )\\d+ -> \\d+", "N -> N")
                .replaceAll("(?<=backlog |holds |of )\\d{4,}|\\b\\d{6,}\\b", "N")
                .replaceAll("^((?:\\|  )02 00 +)\\w\\w \\w\\w(?= +7f)", "$1pp pp");
    }

    @Override
    public void close() {
        session.close();
    }
}
