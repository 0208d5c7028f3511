package sockshell.transcript.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Nesting;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.session.told.Statement;
import sockshell.sys.Kernel;
import sockshell.transcript.Line;

/** A session that really ran: its lines, and the data that its processes saw. */
final class Recorded {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final List<Done> done = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> slips = new ArrayList<>();
    private String process = "main";

    private final class Listener implements Session.Listener {
        @Override
        public void happened(Event event) {
            switch (event) {
                case Event.Finished(String who, Statement statement, Outcome outcome, _, _) -> {
                    done.add(new Done(who, statement, outcome));
                    data(statement, outcome).ifPresent(text -> see(who, text));
                }
                case Event.Printed(String who, var text) -> see(who, text.text());
                case Event.Slipped(String who, _, var mistakes) -> slips.add(who + mistakes);
                case Event.Typed _,
                        Event.Begun _,
                        Event.Blocked _,
                        Event.Called _,
                        Event.Forked _,
                        Event.Ended _ -> {}
            }
        }

        @Override
        public boolean wantsCalls() {
            return false;
        }

        @Override
        public Optional<String> input(String who, String question) {
            return Optional.of("hello");
        }
    }

    private void see(String who, String text) {
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> seen.add(who + ": " + line));
    }

    /** What the prompt shows of data, where a statement only asks for it. */
    private static Optional<String> data(Statement statement, Outcome outcome) {
        return statement.tree() instanceof Stmt.Evaluate
                        && outcome instanceof Outcome.Received received
                ? Optional.of(received.data().text())
                : Optional.empty();
    }

    /** Runs the lines of a transcript that were typed. */
    static Recorded of(String script) {
        Recorded recorded = new Recorded();
        recorded.run(script.lines().toList());
        return recorded;
    }

    /** The same lines, which nobody has run. */
    static Recorded unrun(String script) {
        Recorded recorded = new Recorded();
        Parser.Parsed parsed = Parser.parse(script, recorded.catalogue::has);
        parsed.mistakes().forEach(mistake -> recorded.slips.add(mistake.toString()));
        for (Stmt each : parsed.statements()) {
            int id = recorded.done.size() + 1;
            Statement statement = new Statement(id, parsed.typed().text(each), each);
            recorded.done.add(new Done("main", statement, new Outcome.Did()));
        }
        return recorded;
    }

    private void run(List<String> lines) {
        try (Session session = new Session(kernel, catalogue, new Listener())) {
            Nesting nesting = new Nesting();
            StringBuilder open = new StringBuilder();
            for (String line : lines) {
                Optional<String> typed = typed(line, !open.isEmpty());
                if (typed.isEmpty()) {
                    continue;
                }
                open.append(open.isEmpty() ? "" : "\n").append(typed.get());
                nesting.add(typed.get());
                if (!nesting.isOpen()) {
                    say(session, open.toString());
                    open.setLength(0);
                    nesting.clear();
                }
            }
            session.awaitAll(PATIENCE);
        }
    }

    private Optional<String> typed(String line, boolean isOpen) {
        return switch (Line.of(line)) {
            case Line.Spoken(String who, String text) -> {
                process = who;
                yield Optional.of(text);
            }
            case Line.Continued(_, String text) -> Optional.of(text);
            case Line.Other _ -> Optional.of(line);
            default -> isOpen ? Optional.of(line) : Optional.empty();
        };
    }

    private void say(Session session, String text) {
        if (text.startsWith("/interrupt ")) {
            session.interrupt(text.substring("/interrupt ".length()));
        } else {
            session.awaitIdle(process, PATIENCE);
            session.run(process, Parser.parse(text, catalogue::has).typed(), PATIENCE);
        }
    }

    Kernel kernel() {
        return kernel;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    List<Done> done() {
        return done;
    }

    List<String> slips() {
        return slips;
    }

    /** The lines of data that a process and its children printed or were shown. */
    List<String> seen(String who) {
        return seen.stream()
                .filter(line -> line.startsWith(who + ": ") || line.startsWith(who + "."))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    List<Program> programs(Language language) {
        return new Programs(catalogue, kernel.constants()).of(language, done);
    }
}
