package sockshell.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Survey.Held;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** The bytes that wait in a socket's receive buffer. */
public final class BufferPicture {
    /** A call that sent some of the bytes: from which on, and how many. */
    public record Origin(String label, long from, long count) {}

    private final Words words;
    private final int mostLines;

    /** Shows at most so many lines of bytes. */
    public BufferPicture(Constants constants, int mostLines) {
        words = new Words(constants);
        this.mostLines = mostLines;
    }

    /** Waiting is empty where the descriptor is no socket. */
    public List<Text> draw(
            Held held, Optional<Waiting> waiting, List<Origin> origins, Sheet sheet) {
        if (held.view().isEmpty() || waiting.isEmpty()) {
            return Flow.sentence(noSocket(held), sheet);
        }
        View view = held.view().get();
        if (view.state() == State.LISTEN) {
            return Flow.sentence(name(held) + LISTENS, sheet);
        }
        return waiting.get()
                .data()
                .map(data -> full(held, waiting.get(), data, origins, sheet))
                .orElseGet(() -> Flow.sentence(empty(held, view, waiting.get()), sheet));
    }

    private static final String LISTENS =
            " listens: no bytes come to it, but connections. Its accept queue holds them.";

    private static String name(Held held) {
        return "Descriptor " + held.descriptor() + " of " + held.process();
    }

    private String noSocket(Held held) {
        String what = words.protocol(held).equals("pipe") ? "a pipe" : "no socket";
        return name(held) + " is " + what + ": only a socket can be looked at without reading it.";
    }

    private String empty(Held held, View view, Waiting waiting) {
        if (waiting.failing()) {
            return name(held)
                    + " has an error waiting. The next call gives it; to look at the data now"
                    + " would take it away.";
        }
        if (view.queues().received().orElse(0) > 0) {
            return Words.count(view.queues().received().getAsLong(), "byte")
                    + " wait, but SO_PEEK_OFF is set: to look at them would move it.";
        }
        return switch (view.state()) {
            case CLOSE, SYN_SENT, SYN_RECV ->
                    name(held) + " is not connected (" + view.state() + "): nothing can wait.";
            case CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    "No bytes wait, and no more will come: the other side has sent FIN, so recv"
                            + " gives 0.";
            case ESTABLISHED, FIN_WAIT1, FIN_WAIT2, LISTEN, UNCONNECTED, CONNECTED, UNKNOWN ->
                    words.hasMessages(view) ? "No datagram waits." : "No bytes wait.";
        };
    }

    private List<Text> full(
            Held held, Waiting waiting, Bytes data, List<Origin> origins, Sheet sheet) {
        View view = held.view().orElseThrow();
        boolean isMessage = words.hasMessages(view);
        long all = isMessage ? data.length() : view.queues().received().orElse(data.length());
        List<Text> lines = new ArrayList<>();
        lines.addAll(Flow.sentence(Style.TITLE, title(waiting, all, isMessage), sheet));
        List<Long> starts = origins.stream().map(Origin::from).toList();
        HexDump dump = new HexDump(data, starts, sheet);
        lines.addAll(dump.lines(mostLines));
        long shown = dump.shown(mostLines);
        if (shown < all) {
            lines.addAll(Flow.sentence(Style.FAINT, (all - shown) + " more follow.", sheet));
        }
        lines.addAll(origins(origins, sheet));
        lines.addAll(Flow.sentence(behind(view, waiting, isMessage), sheet));
        return lines;
    }

    private static String title(Waiting waiting, long all, boolean isMessage) {
        String from = waiting.from().map(sender -> " from " + Words.address(sender)).orElse("");
        return isMessage
                ? "The next datagram: " + Words.count(all, "byte") + from
                : Words.count(all, "byte") + (all == 1 ? " waits" : " wait");
    }

    private static List<Text> origins(List<Origin> origins, Sheet sheet) {
        List<List<Text>> rows =
                origins.stream()
                        .map(each ->
                                List.of(
                                        Text.of(Style.VALUE, "from " + each.from()),
                                        Text.of(Words.count(each.count(), "byte")),
                                        Text.of(Style.NAME, each.label())))
                        .toList();
        List<Grid.Column> columns =
                List.of(Grid.Column.number(""), Grid.Column.number(""), Grid.Column.text(""));
        return new Grid(columns, rows).draw(sheet);
    }

    private static String behind(View view, Waiting waiting, boolean isMessage) {
        List<String> sentences = new ArrayList<>();
        if (view.state() == State.CLOSE_WAIT) {
            sentences.add("Behind them comes the end: the other side has sent FIN.");
        }
        if (isMessage) {
            sentences.add("Others may wait behind it; only the next can be looked at.");
        }
        boolean isCountedHere = !(view.ends().local() instanceof SockAddr.Unix); // unix(7): there
        if (isCountedHere
                && view.queues().receiveMemory().isPresent()
                && waiting.size().isPresent()) {
            sentences.add(
                    "With the kernel's overhead what waits takes "
                            + view.queues().receiveMemory().getAsLong()
                            + " of "
                            + waiting.size().getAsLong()
                            + " bytes (SO_RCVBUF).");
        }
        return String.join(" ", sentences);
    }
}
