package sockshell.transcript.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Nesting;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Line;

/** A session that really ran: its lines, what it printed, and what it left blocked. */
final class Recorded {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PORT = "PORT";

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final List<Done> done = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private final List<String> slips = new ArrayList<>();

    private final class Listener implements Session.Listener {
        @Override
        public void happened(Event event) {
            switch (event) {
                case Event.Finished(String who, var statement, var outcome, _, _) ->
                        done.add(new Done(who, statement, outcome));
                case Event.Printed(String who, String text) -> printed.add(who + ": " + text);
                case Event.Slipped(String who, _, var mistakes) -> slips.add(who + mistakes);
                case Event.Blocked _, Event.Called _, Event.Forked _, Event.Ended _ -> {}
            }
        }

        @Override
        public boolean wantsCalls() {
            return false;
        }

        @Override
        public Optional<String> input(String process, String question) {
            return Optional.of("hello");
        }
    }

    /** Runs lines as a transcript has them. The word PORT stands for a port that is free. */
    static Recorded of(String script, int port) {
        Recorded recorded = new Recorded();
        recorded.run(script.replace(PORT, Integer.toString(port)).lines().toList());
        return recorded;
    }

    private void run(List<String> lines) {
        try (Session session = new Session(kernel, catalogue, new Listener())) {
            Nesting nesting = new Nesting();
            StringBuilder open = new StringBuilder();
            String process = "main";
            for (String line : lines) {
                String text = line;
                if (open.isEmpty()
                        && Line.of(line) instanceof Line.Spoken(String who, String said)) {
                    process = who;
                    text = said;
                }
                open.append(open.isEmpty() ? "" : "\n").append(text);
                nesting.add(text);
                if (!nesting.isOpen()) {
                    say(session, process, open.toString());
                    open.setLength(0);
                    nesting.clear();
                }
            }
            session.awaitAll(PATIENCE);
        }
    }

    private void say(Session session, String process, String text) {
        session.awaitIdle(process, PATIENCE);
        session.run(process, Parser.parse(text, catalogue::has).typed(), PATIENCE);
    }

    List<Done> done() {
        return done;
    }

    List<String> slips() {
        return slips;
    }

    List<String> printed(String process) {
        return printed.stream()
                .filter(line -> line.startsWith(process + ": "))
                .map(line -> line.substring(process.length() + 2))
                .toList();
    }

    List<Program> programs(Language language) {
        return new Programs(catalogue, kernel.constants()).of(language, done);
    }
}
