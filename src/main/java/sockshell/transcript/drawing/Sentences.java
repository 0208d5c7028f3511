package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ResultText;
import sockshell.render.ladder.Ladder;
import sockshell.render.ladder.Row;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.State;
import sockshell.transcript.drawing.Told.Kind;

/**
 * What happened, in words. Nothing is said here that the moments do not show; why a call failed is
 * what the session found out when it did.
 */
final class Sentences {
    /* of a loop; the picture has the rest */
    private static final int MOST = 12;
    private static final int LONGEST = 160;

    private final Cast cast;
    private final Catalogue catalogue;
    private final ResultText results;
    private final Set<String> asleep = new HashSet<>();
    private String speaker = "";
    private final Set<String> explained = new HashSet<>();
    private int said;

    Sentences(Cast cast, Constants constants, Catalogue catalogue) {
        this.cast = cast;
        this.catalogue = catalogue;
        results = new ResultText(constants);
    }

    /** A new step, in which this process was told something. */
    void begin(String process) {
        speaker = process;
        explained.clear();
        said = 0;
    }

    String result(Outcome outcome) {
        return shortened(results.of(outcome));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    List<Told> of(Moment moment, List<Row> rows) {
        List<Told> told = new ArrayList<>();
        switch (moment.event()) {
            case Event.Called called -> {
                meaning(called.process(), called.made().call()).ifPresent(told::add);
                forked(called, rows).ifPresent(told::add);
            }
            case Event.Blocked blocked ->
                    catalogue
                            .find(blocked.call())
                            .flatMap(call -> meaning(blocked.process(), call))
                            .ifPresent(told::add);
            case Event.Finished finished ->
                    finished.remarks().stream().map(Sentences::why).forEach(told::add);
            case Event.Printed(String who, Bytes text) ->
                    told.add(did(who + " prints " + shortened(text.text())));
            case Event.Slipped(String who, _, var mistakes) ->
                    mistakes.forEach(each -> told.add(why(who + ": " + each.message())));
            case Event.Typed _, Event.Begun _, Event.Forked _, Event.Ended _ -> {}
        }
        rows.stream().map(this::of).forEach(told::add);
        endOfStream(moment).ifPresent(told::add);
        said += told.size();
        return said > MOST ? List.of() : told;
    }

    private static Told did(String text) {
        return new Told(Kind.DID, text);
    }

    private static Told why(String text) {
        return new Told(Kind.WHY, text);
    }

    /** Once for each call that the speaker makes in a step. */
    private Optional<Told> meaning(String process, Call call) {
        boolean isNew = process.equals(speaker) && explained.add(call.name());
        return Optional.of(call.help().meaning())
                .filter(meaning -> isNew && !meaning.isEmpty())
                .map(meaning -> new Told(Kind.MEANING, call.name() + ": " + meaning));
    }

    /** The ladder shows a fork by the child, and not by what the call gave. */
    private Optional<Told> forked(Event.Called called, List<Row> rows) {
        String who = called.process();
        return Optional.of(did("fork() gives " + result(called.outcome()) + " in " + who + "."))
                .filter(_ -> called.made().call().name().equals("fork") && rows.isEmpty());
    }

    private Told of(Row row) {
        return switch (row) {
            case Row.Call call -> call(call);
            case Row.Blocks(_, int column, String call) -> {
                asleep.add(cast.name(column));
                yield did(
                        cast.name(column)
                                + " sleeps in "
                                + shortened(call)
                                + " "
                                + until(call)
                                + ".");
            }
            case Row.Arrow arrow -> did(arrow(arrow));
            case Row.Begins(_, int parent, int column) ->
                    did(
                            "%s begins as a child of %s, with copies of its descriptors."
                                    .formatted(cast.name(column), cast.name(parent)));
            case Row.Ends(_, int column) ->
                    did(cast.name(column) + " ends, and the kernel closes what it had.");
        };
    }

    private Told call(Row.Call call) {
        String who = cast.name(call.column());
        String wakes = asleep.remove(who) && !who.equals(speaker) ? who + " wakes: " : "";
        String prefix = wakes.isEmpty() && !who.equals(speaker) ? who + ": " : wakes;
        String verb =
                call.result().isEmpty() ? " is done" : call.failed() ? " fails with " : " gives ";
        return did(prefix + shortened(call.call()) + verb + shortened(call.result()) + ".");
    }

    private static String until(String call) {
        int end = Math.max(0, call.indexOf('('));
        return switch (call.substring(0, end)) {
            case "accept", "accept4" -> "until a connection waits";
            case "connect" -> "until the other side answers";
            case "recv", "recvfrom", "recvmsg", "read" ->
                    "until there is something to read, or nothing more to come";
            case "send", "sendall", "sendto", "sendmsg", "write", "sendfile" ->
                    "until there is room for the data";
            case "poll", "select", "epoll_wait" ->
                    "until a descriptor is ready, or the time is over";
            case "sleep" -> "until the time is over";
            case "open" -> "until the other end is opened too";
            case "close" -> "until the data is sent";
            default -> "until the kernel has an answer";
        };
    }

    private String arrow(Row.Arrow arrow) {
        String from = cast.name(arrow.from());
        String to = cast.name(arrow.to());
        String nobody = to.equals(Ladder.OUTSIDE) ? "outside the session" : to;
        return switch (arrow.kind()) {
            case SETUP ->
                    "%s asks for a connection: %s to %s.".formatted(from, arrow.label(), nobody);
            case DATA ->
                    "%s %s from %s to %s."
                            .formatted(
                                    arrow.label(),
                                    arrow.label().startsWith("1 byte ") ? "goes" : "go",
                                    from,
                                    nobody);
            case END ->
                    "%s says that it sends no more: %s to %s."
                            .formatted(from, arrow.label(), nobody);
            case RESET ->
                    "The connection is refused or broken off: %s from %s to %s."
                            .formatted(arrow.label(), from, nobody);
        };
    }

    /** recv(2): 0 is the end of a stream; by the socket's state it is known to be that. */
    private static Optional<Told> endOfStream(Moment moment) {
        boolean isEmpty =
                moment.event() instanceof Event.Called called
                        && called.outcome() instanceof Outcome.Received received
                        && received.count() == 0;
        return Optional.of(did("0 bytes: the other side has said that it sends no more."))
                .filter(_ -> isEmpty && moment.seen().filter(Sentences::hasEnded).isPresent());
    }

    private static boolean hasEnded(Held held) {
        return held.view()
                .filter(view ->
                        view.state() == State.CLOSE_WAIT
                                || view.state() == State.LAST_ACK
                                || view.state() == State.TIME_WAIT)
                .isPresent();
    }
}
