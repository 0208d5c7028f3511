package sockshell.session.told;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sockshell.lang.Expr;
import sockshell.lang.Mistake;
import sockshell.lang.Source;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;

/** What happened in a session; whoever shows or records it never parses text to know. */
public sealed interface Event {
    /** The process that it happened in. */
    String process();

    /** A line or a block for a process that is ready for it; its statements follow. */
    record Typed(String process, Source source) implements Event {}

    /** A process begins with a statement. */
    record Begun(String process, Statement statement) implements Event {}

    /** A call sleeps in the kernel; the process can do nothing else until it returns. */
    record Blocked(String process, String call, List<Value> arguments) implements Event {
        public Blocked {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call returned: one of a statement's, within a block too. */
    record Called(String process, Statement statement, Made made, Outcome outcome, Timing timing)
            implements Event {}

    /**
     * What was called with what, and how it was written. Released is the descriptor that it was to
     * take from the process, as that was before: what close(2) does depends on it. Looking at what
     * the call made, or else at its first argument, is measuring, so it is for those who want it,
     * at once and not later.
     */
    record Made(
            Call call,
            Expr.Call written,
            List<Value> arguments,
            Optional<Held> released,
            Supplier<Optional<Held>> look) {}

    /** Since the session began; and whether it slept for others to run. */
    record Timing(Duration started, Duration took, boolean blocked) {}

    /**
     * A statement came to its end, with what it gave and what there is to say about it. The
     * failures are all calls in it that failed, those within a block too.
     */
    record Finished(
            String process,
            Statement statement,
            Outcome outcome,
            List<String> remarks,
            int failures)
            implements Event {
        public Finished {
            remarks = List.copyOf(remarks);
        }
    }

    /** A line that the process printed, which may be no text at all. */
    record Printed(String process, Bytes text) implements Event {}

    /** A process made a child, which goes on when its turn comes. */
    record Forked(String process, String child) implements Event {}

    /**
     * A process is gone, and all that it had is closed; so many calls had failed since it told.
     * What it had is told, as it was before, where calls are.
     */
    record Ended(String process, int failures, List<Held> had) implements Event {
        public Ended {
            had = List.copyOf(had);
        }

        public Ended(String process, int failures) {
            this(process, failures, List.of());
        }
    }

    /** Mistakes of the person's; what was not done by then was left out. */
    record Slipped(String process, Source source, List<Mistake> mistakes) implements Event {
        public Slipped {
            mistakes = List.copyOf(mistakes);
        }
    }
}
