package sockshell.transcript.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.session.Session;
import sockshell.transcript.Captures;
import sockshell.transcript.Entry;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;

/** Holds what a transcript says against what happens, one line after the other. */
final class Comparison {
    /** How long a call may take that the recording shows with its result right below. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Session session;
    private final Observer observer;
    private final Captures captures;
    private final Duration deadline;
    private final List<Sighting> early = new ArrayList<>();
    private Optional<String> statement = Optional.empty();

    Comparison(Session session, Observer observer, Captures captures, Duration deadline) {
        this.session = session;
        this.observer = observer;
        this.captures = captures;
        this.deadline = deadline;
    }

    void begins(Entry.Statement next) {
        statement = Optional.of(new Line.Spoken(next.process(), next.text()).written());
    }

    /** Waits until there is something to compare with, as long as something can come. */
    Optional<Difference> compare(Entry.Seen recorded) {
        Line line = recorded.what();
        String process = Expected.process(line);
        Optional<Sighting> now =
                earlier(process).or(() -> upcoming(process)).map(each -> settled(each, line));
        boolean isSame = now.filter(each -> fits(line, each.line())).isPresent();
        return isSame || isOverAlready(line, now)
                ? Optional.empty()
                : Optional.of(difference(recorded.line(), Optional.of(line), now, process));
    }

    /** All that happens up to what the transcript has next of these processes. */
    List<Sighting> all(List<Line> recorded) {
        List<Sighting> all = new ArrayList<>();
        for (Line line : recorded) {
            String process = Expected.process(line);
            earlier(process)
                    .or(() -> upcoming(process))
                    .map(each -> settled(each, line))
                    .ifPresent(all::add);
        }
        for (Optional<Sighting> next = observer.next(); next.isPresent(); next = observer.next()) {
            all.add(next.get());
        }
        return all;
    }

    private Optional<Sighting> earlier(String process) {
        Optional<Sighting> found =
                early.stream().filter(each -> each.process().equals(process)).findFirst();
        found.ifPresent(early::remove);
        return found;
    }

    private Optional<Sighting> upcoming(String process) {
        while (true) {
            session.await(() -> observer.hasSeen() || session.isIdle(process), deadline);
            Optional<Sighting> next = observer.next();
            if (next.isEmpty() || !isEarly(next.get(), process)) {
                return next;
            }
            early.add(next.get());
        }
    }

    /** A process that sleeps for some time may be back before the transcript says so. */
    private boolean isEarly(Sighting sighting, String awaited) {
        return !sighting.process().equals(awaited)
                && sighting.line() instanceof Line.Result
                && observer.sleptForATime(sighting.process());
    }

    /** A sleep gives nothing, and may have been over before anybody looked. */
    private boolean isOverAlready(Line recorded, Optional<Sighting> now) {
        boolean isOver =
                recorded instanceof Line.Blocked(String process, String call)
                        && call.equals("sleep")
                        && now.filter(each -> each.process().equals(process)).isEmpty()
                        && session.isIdle(process);
        if (isOver) {
            now.ifPresent(early::add);
        }
        return isOver;
    }

    /** A call that was at once when it was recorded may need a moment now. */
    private Sighting settled(Sighting now, Line recorded) {
        String process = now.process();
        boolean isLate =
                now.line() instanceof Line.Blocked
                        && recorded instanceof Line.Result
                        && process.equals(Expected.process(recorded));
        if (!isLate) {
            return now;
        }
        session.await(() -> observer.hasSeen(process) || session.isIdle(process), AT_ONCE);
        return observer.next(process).map(next -> settled(next, recorded)).orElse(now);
    }

    /** Whether it is what was recorded; tags capture. */
    boolean fits(Line recorded, Line now) {
        return Expected.process(recorded).equals(Expected.process(now))
                && switch (recorded) {
                    case Line.Result result -> now instanceof Line.Result is && fits(result, is);
                    case Line.Printed(_, String text) ->
                            now instanceof Line.Printed(_, String is)
                                    && (text.equals(is) || captures.capture(text, is));
                    default -> recorded.equals(now);
                };
    }

    /** How a slip is worded is not the kernel's, and may change. */
    private boolean fits(Line.Result recorded, Line.Result now) {
        boolean areSlips = EventLines.isSlip(recorded.text()) && EventLines.isSlip(now.text());
        return areSlips || captures.capture(recorded.text(), now.text()) || !recorded.compared();
    }

    private Difference difference(
            int line, Optional<Line> recorded, Optional<Sighting> now, String process) {
        return new Difference(
                line,
                statement,
                recorded.map(Line::written),
                now.map(each -> each.line().written()),
                now.map(Sighting::remarks).orElseGet(() -> nothing(process)));
    }

    private List<String> nothing(String process) {
        return session.activities().stream()
                .filter(each -> each.process().equals(process) && !each.call().isEmpty())
                .map(each -> process + " is still blocked in " + each.call() + ".")
                .toList();
    }

    /** Where a statement begins, nothing may be left of what the one before did. */
    Optional<Difference> leftOver(int line) {
        Optional<Sighting> next = observer.next();
        while (next.isPresent() && isEarly(next.get(), "")) {
            early.add(next.get());
            next = observer.next();
        }
        return next.map(each -> tooMuch(line, each));
    }

    /** At the end nobody may be earlier than the transcript any more. */
    Optional<Difference> heldBack(int line) {
        return early.stream().findFirst().map(each -> tooMuch(line, each));
    }

    private Difference tooMuch(int line, Sighting now) {
        return difference(line, Optional.empty(), Optional.of(now), now.process());
    }

    /** The statement's process can't take it. */
    Difference stillBusy(Entry.Statement next) {
        begins(next);
        return new Difference(
                next.line(),
                statement,
                Optional.empty(),
                Optional.empty(),
                nothing(next.process()));
    }

    /** Whatever it did, it had to be ended. */
    Difference endless(Entry.Statement next) {
        return new Difference(
                next.line(),
                statement,
                Optional.empty(),
                Optional.empty(),
                List.of("It went on without end, and was ended at the deadline."));
    }

    Difference notBlocked(Entry.Statement next, String process) {
        return new Difference(
                next.line(),
                statement,
                Optional.empty(),
                Optional.empty(),
                List.of(process + " is not blocked in a call, so nothing can be interrupted."));
    }
}
