package sockshell.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Mistake;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.ResultText;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;

/** A session on the real kernel, and all that it told. */
final class Told implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Kernel kernel = new LibcKernel();
    final List<Event> events = new ArrayList<>();
    final Session session;
    private final Catalogue catalogue = new Catalogue();
    private final ResultText results = new ResultText(kernel.constants());
    private final boolean everyCall;

    Told() {
        this(false);
    }

    Told(boolean everyCall) {
        this.everyCall = everyCall;
        session = new Session(kernel, catalogue, new Listener());
    }

    private final class Listener implements Session.Listener {
        @Override
        public void happened(Event event) {
            events.add(event);
        }

        @Override
        public boolean wantsCalls() {
            return everyCall;
        }

        @Override
        public Optional<String> input(String process, String question) {
            return Optional.of("answer to " + question);
        }
    }

    /** Has a process do something, and gives what happened by then, each in a line. */
    List<String> run(String process, String text) {
        int before = events.size();
        boolean done = session.run(process, Parser.parse(text, catalogue::has).typed(), PATIENCE);
        return done ? since(before) : List.of("refused: " + process + " is blocked");
    }

    List<String> interrupt(String process) {
        int before = events.size();
        return session.interrupt(process) ? since(before) : List.of("nothing to interrupt");
    }

    private List<String> since(int before) {
        return events.subList(before, events.size()).stream()
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String line(Event event) {
        return switch (event) {
            case Event.Finished(String who, _, var outcome, _, _) ->
                    results.of(outcome).isEmpty() ? "" : who + "= " + results.of(outcome);
            case Event.Blocked(String who, String call, _) -> who + "* " + call;
            case Event.Printed(String who, var text) -> who + ": " + text.text();
            case Event.Slipped(String who, _, List<Mistake> mistakes) ->
                    who + "! " + mistakes.getFirst().message();
            case Event.Typed _, Event.Begun _, Event.Called _, Event.Forked _, Event.Ended _ -> "";
        };
    }

    /** What was said about the last statement. */
    List<String> remarks() {
        return events.reversed().stream()
                .filter(Event.Finished.class::isInstance)
                .map(event -> ((Event.Finished) event).remarks())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void close() {
        session.close();
    }
}
