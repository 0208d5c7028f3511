package sockshell.render.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.picture.Grid.Column;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;

/** Every socket of a session, held and not held: a line for each. */
public final class SocketTable {
    /** So many rows are for a person to read; more are there on demand. */
    public static final int MOST = 200;

    private static final int LEAST_ADDRESS = 21;
    private static final int MILLIS = 1000;
    private static final List<Column> HELD =
            List.of(
                    Column.text("process"),
                    Column.number("fd"),
                    Column.text(""),
                    Column.text("proto"),
                    Column.text("state"),
                    Column.flexible("local", LEAST_ADDRESS),
                    Column.flexible("remote", LEAST_ADDRESS),
                    Column.number("recv-q"),
                    Column.number("send-q"));
    private static final List<Column> UNHELD =
            List.of(
                    Column.text("state"),
                    Column.flexible("local", LEAST_ADDRESS),
                    Column.flexible("remote", LEAST_ADDRESS),
                    Column.text(""));

    private final Words words;

    public SocketTable(Constants constants) {
        words = new Words(constants);
    }

    /** With at most so many rows of what is held, and as many of what is not. */
    public List<Text> draw(Survey survey, int most, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        lines.addAll(
                survey.held().isEmpty()
                        ? Flow.sentence("No process has an open descriptor.", sheet)
                        : held(survey.held(), most, sheet));
        if (!survey.unheld().isEmpty()) {
            lines.add(Text.EMPTY);
            lines.addAll(Flow.sentence(Style.TITLE, "Held by no process", sheet));
            lines.addAll(unheld(survey.unheld(), most, sheet));
        }
        return lines;
    }

    private List<Text> held(List<Held> held, int most, Sheet sheet) {
        List<Held> shown = held.subList(0, Math.min(most, held.size()));
        Map<String, String> letters = letters(held, shown);
        List<Text> lines =
                new ArrayList<>(
                        new Grid(HELD, shown.stream().map(each -> row(each, letters)).toList())
                                .draw(sheet));
        if (!letters.isEmpty()) {
            lines.addAll(
                    Flow.sentence(
                            Style.FAINT,
                            "The same letter: one socket or pipe behind several descriptors.",
                            sheet));
        }
        lines.addAll(count(shown.size(), held.size(), "descriptors", sheet));
        return lines;
    }

    /** A letter for each socket that several descriptors lead to, after fork(2) and dup(2). */
    private static Map<String, String> letters(List<Held> held, List<Held> shown) {
        Map<String, Integer> holders = new HashMap<>();
        held.forEach(
                each -> each.identity().ifPresent(name -> holders.merge(name, 1, Integer::sum)));
        Map<String, String> letters = new HashMap<>();
        for (Held each : shown) {
            each.identity()
                    .filter(name -> holders.getOrDefault(name, 0) > 1)
                    .ifPresent(name -> letters.putIfAbsent(name, letter(letters.size())));
        }
        return letters;
    }

    /** a to z, then aa, ab and so on. */
    private static String letter(int number) {
        String last = Character.toString('a' + number % 26);
        return number < 26 ? last : letter(number / 26 - 1) + last;
    }

    private List<Text> row(Held held, Map<String, String> letters) {
        Optional<String> letter =
                held.identity().flatMap(name -> Optional.ofNullable(letters.get(name)));
        return List.of(
                Text.of(Style.NAME, held.process()),
                Text.of(Integer.toString(held.descriptor())),
                Text.of(Style.ADVICE, letter.orElse("")),
                Text.of(words.protocol(held)),
                Words.state(held),
                Words.local(held),
                Words.remote(held),
                held.view()
                        .flatMap(View::acceptQueue)
                        .map(SocketTable::waiting)
                        .orElseGet(() -> Words.received(held)),
                Words.unsent(held));
    }

    /** A listening socket has connections to take instead of bytes; ss(8) has them there too. */
    private static Text waiting(AcceptQueue queue) {
        return Text.of(
                queue.length() == 0 ? Style.FAINT : Style.VALUE,
                queue.length() + " of " + (queue.limit() + 1));
    }

    private static List<Text> unheld(List<Unheld> unheld, int most, Sheet sheet) {
        List<Unheld> shown = unheld.subList(0, Math.min(most, unheld.size()));
        List<Text> lines =
                new ArrayList<>(
                        new Grid(UNHELD, shown.stream().map(SocketTable::row).toList())
                                .draw(sheet));
        lines.addAll(count(shown.size(), unheld.size(), "such sockets", sheet));
        return lines;
    }

    private static List<Text> row(Unheld unheld) {
        return List.of(
                Words.state(unheld.state()),
                Text.of(Words.address(unheld.ends().local())),
                Text.of(unheld.ends().remote().map(Words::address).orElse("")),
                Text.of(Style.FAINT, why(unheld)));
    }

    /** In a queue it is ESTABLISHED, or CLOSE_WAIT once its client has closed. */
    private static String why(Unheld unheld) {
        return switch (unheld.state()) {
            case TIME_WAIT ->
                    unheld.expiresInMillis().isPresent()
                            ? seconds(unheld.expiresInMillis().getAsLong()) + " s left"
                            : "";
            case SYN_RECV -> "half open";
            case ESTABLISHED, CLOSE_WAIT -> "waits for accept";
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK -> "closing";
            case SYN_SENT, CLOSE, LISTEN, UNCONNECTED, CONNECTED, UNKNOWN -> "";
        };
    }

    private static long seconds(long millis) {
        return (millis + MILLIS - 1) / MILLIS;
    }

    private static List<Text> count(int shown, int all, String things, Sheet sheet) {
        return shown == all
                ? List.of()
                : Flow.sentence(
                        Style.FAINT,
                        "These are " + shown + " of " + all + " " + things + ".",
                        sheet);
    }
}
