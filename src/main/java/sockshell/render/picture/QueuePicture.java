package sockshell.render.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.SockAddr;

/** The accept queue of a listening socket: who waits in it, and who does not get in. */
public final class QueuePicture {
    private static final int MOST_BOXES = 24;

    private QueuePicture() {}

    /** For what does not listen it is said instead. */
    public static List<Text> draw(Held listener, Survey survey, Sheet sheet) {
        if (!Words.isListening(listener)) {
            return notListening(listener, sheet);
        }
        return listener.view()
                .flatMap(view -> view.acceptQueue())
                .map(queue -> draw(listener, queue, survey, sheet))
                .orElseGet(() -> Flow.sentence("This system does not tell who waits.", sheet));
    }

    private static List<Text> notListening(Held held, Sheet sheet) {
        String state =
                held.view().map(view -> "its state is " + view.state()).orElse("it is no socket");
        return Flow.sentence(
                "Descriptor "
                        + held.descriptor()
                        + " of "
                        + held.process()
                        + " has no accept queue: "
                        + state
                        + ". listen(2) makes one.",
                sheet);
    }

    private static List<Text> draw(Held listener, AcceptQueue queue, Survey survey, Sheet sheet) {
        List<Text> lines = new ArrayList<>(title(listener, queue, sheet));
        List<Unheld> waiting = waiting(listener, survey);
        lines.addAll(Boxes.draw(boxes(queue, waiting, survey), free(queue), sheet));
        lines.addAll(fitting(queue, sheet));
        lines.addAll(notAllShown(queue, waiting, sheet));
        lines.addAll(knocking(listener, survey, sheet));
        lines.add(Text.EMPTY);
        lines.addAll(rule(queue, sheet));
        return lines;
    }

    private static List<Text> title(Held listener, AcceptQueue queue, Sheet sheet) {
        return Flow.sentence(
                Style.TITLE,
                listener.process()
                        + " "
                        + listener.descriptor()
                        + " listens on "
                        + Words.local(listener)
                        + ": "
                        + waiting(queue.length())
                        + " for accept",
                sheet);
    }

    private static String waiting(long length) {
        return length == 0 ? "nobody waits" : length + (length == 1 ? " waits" : " wait");
    }

    /**
     * A connection that nobody holds is ESTABLISHED only before accept(2), or CLOSE_WAIT where its
     * client has closed since: close(2) would have led it on from either.
     */
    private static List<Unheld> waiting(Held listener, Survey survey) {
        return survey.unheld().stream()
                .filter(each ->
                        each.state() == State.ESTABLISHED || each.state() == State.CLOSE_WAIT)
                .filter(each -> comesTo(listener, each.ends().local()))
                .sorted(Comparator.comparing(each -> each.ends().toString()))
                .toList();
    }

    private static boolean comesTo(Held listener, SockAddr to) {
        return Words.localOf(listener).filter(own -> Meeting.reaches(own, to)).isPresent();
    }

    /** With names only where it is sure who waits. */
    private static List<List<Text>> boxes(AcceptQueue queue, List<Unheld> waiting, Survey survey) {
        int count = (int) Math.min(queue.length(), MOST_BOXES);
        List<List<Text>> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(
                    isSure(queue, waiting)
                            ? box(waiting.get(i), survey)
                            : List.of(Text.of(Style.FAINT, "waits"), Text.EMPTY));
        }
        return boxes;
    }

    private static boolean isSure(AcceptQueue queue, List<Unheld> waiting) {
        return waiting.size() == queue.length();
    }

    private static List<Text> box(Unheld waiting, Survey survey) {
        String from = waiting.ends().remote().map(Words::address).orElse("");
        String gone = waiting.state() == State.CLOSE_WAIT ? "has closed" : "";
        return List.of(
                Text.of(Style.VALUE, from),
                client(waiting.ends(), survey)
                        .map(QueuePicture::name)
                        .orElse(Text.of(Style.FAINT, gone)));
    }

    /** The other end, where it is of this session. */
    private static Optional<Held> client(Ends ends, Survey survey) {
        return survey.held().stream()
                .filter(held -> Words.localOf(held).equals(ends.remote()))
                .filter(held -> held.view().flatMap(v -> v.ends().remote()).isPresent())
                .findFirst();
    }

    private static Text name(Held held) {
        return Text.of(Style.NAME, held.process()).plus(" " + held.descriptor());
    }

    /** A queue is full when it is longer than the backlog: sk_acceptq_is_full of Linux. */
    private static long free(AcceptQueue queue) {
        return Math.max(0, queue.limit() + 1 - queue.length());
    }

    private static List<Text> fitting(AcceptQueue queue, Sheet sheet) {
        String more =
                free(queue) == 0
                        ? "The queue is full."
                        : free(queue) + " more " + (free(queue) == 1 ? "fits." : "fit.");
        String order =
                queue.length() > 1 ? " In which order they wait the kernel does not tell." : "";
        String hidden =
                queue.length() > MOST_BOXES ? "The first " + MOST_BOXES + " are drawn. " : "";
        return Flow.sentence(hidden + more + order, sheet);
    }

    private static List<Text> notAllShown(AcceptQueue queue, List<Unheld> waiting, Sheet sheet) {
        if (waiting.size() > queue.length()) {
            return Flow.sentence(
                    "Several sockets listen here; who waits for which of them is not told.", sheet);
        }
        return waiting.size() < queue.length() && !waiting.isEmpty()
                ? Flow.sentence("One or more were reset while they waited.", sheet)
                : List.of();
    }

    private static List<Text> knocking(Held listener, Survey survey, Sheet sheet) {
        List<List<Text>> rows =
                Stream.concat(
                                clients(listener, survey).map(QueuePicture::row),
                                halfOpen(listener, survey).map(QueuePicture::row))
                        .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Text> lines = new ArrayList<>(List.of(Text.EMPTY));
        lines.addAll(Flow.sentence(Style.TITLE, "Knocking", sheet));
        List<Grid.Column> columns =
                List.of(Grid.Column.text(""), Grid.Column.text(""), Grid.Column.text(""));
        lines.addAll(new Grid(columns, rows).draw(sheet));
        return lines;
    }

    /** The session's own sockets that wait for an answer, each once. */
    private static Stream<Held> clients(Held listener, Survey survey) {
        Map<String, Held> clients = new LinkedHashMap<>();
        survey.held().stream()
                .filter(held -> held.view().filter(v -> v.state() == State.SYN_SENT).isPresent())
                .filter(held ->
                        held.view()
                                .flatMap(v -> v.ends().remote())
                                .filter(to -> comesTo(listener, to))
                                .isPresent())
                .forEach(
                        held -> clients.putIfAbsent(held.identity().orElse(name(held) + ""), held));
        return clients.values().stream();
    }

    private static Stream<Unheld> halfOpen(Held listener, Survey survey) {
        return survey.unheld().stream()
                .filter(each -> each.state() == State.SYN_RECV)
                .filter(each -> comesTo(listener, each.ends().local()));
    }

    private static List<Text> row(Held client) {
        return List.of(name(client), Words.local(client), Words.state(client));
    }

    private static List<Text> row(Unheld halfOpen) {
        return List.of(
                Text.EMPTY,
                Text.of(halfOpen.ends().remote().map(Words::address).orElse("")),
                Words.state(halfOpen.state()));
    }

    private static List<Text> rule(AcceptQueue queue, Sheet sheet) {
        String holds =
                "The backlog is "
                        + queue.limit()
                        + "; Linux holds backlog + 1 = "
                        + (queue.limit() + 1)
                        + ".";
        return Flow.sentence(
                free(queue) > 0
                        ? holds
                        : holds
                                + " A SYN that finds the queue full is dropped without an answer,"
                                + " and its sender tries again, first after a second"
                                + " (RFC 6298, 2.1).",
                sheet);
    }
}
