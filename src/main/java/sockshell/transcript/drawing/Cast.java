package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.ladder.Ladder;
import sockshell.render.ladder.Row;
import sockshell.session.told.Moment;
import sockshell.sys.Constants;
import sockshell.transcript.Beat;
import sockshell.transcript.Transcript;

/** Who is in a story, from left to right, and which rows of the ladder belong to which moment. */
record Cast(List<String> columns, Map<Integer, List<Row>> rows) {
    private static final int NOBODY = -1;

    static Cast of(
            Transcript transcript, List<Beat> beats, Constants constants, Catalogue catalogue) {
        List<Moment> moments =
                beats.stream()
                        .filter(Beat.Happened.class::isInstance)
                        .map(beat -> ((Beat.Happened) beat).moment())
                        .toList();
        Ladder ladder = Ladder.of(moments, constants, catalogue);
        List<String> columns = ordered(transcript.processes(), present(ladder, moments));
        Map<Integer, List<Row>> rows = new HashMap<>();
        for (Row row : ladder.rows()) {
            rows.computeIfAbsent(row.moment(), _ -> new ArrayList<>())
                    .add(moved(row, ladder.columns(), columns));
        }
        return new Cast(columns, rows);
    }

    /** The ladder's columns, and who only did what the ladder leaves out. */
    private static List<String> present(Ladder ladder, List<Moment> moments) {
        List<String> present = new ArrayList<>(ladder.columns());
        moments.stream()
                .map(moment -> moment.event().process())
                .distinct()
                .filter(process -> !present.contains(process))
                .forEach(present::add);
        return present;
    }

    /** As the file lists them; a child that it does not list stands behind its parent's others. */
    private static List<String> ordered(List<String> listed, List<String> present) {
        List<String> order = new ArrayList<>(listed);
        order.retainAll(present);
        for (String process : present) {
            if (!order.contains(process) && !process.equals(Ladder.OUTSIDE)) {
                order.add(place(process, order), process);
            }
        }
        if (present.contains(Ladder.OUTSIDE) && !order.contains(Ladder.OUTSIDE)) {
            order.add(Ladder.OUTSIDE);
        }
        return order;
    }

    private static int place(String process, List<String> order) {
        int dot = process.lastIndexOf('.');
        String parent = dot < 0 ? process : process.substring(0, dot);
        for (int i = order.size(); i > 0; i--) {
            String before = order.get(i - 1);
            if (before.equals(parent) || before.startsWith(parent + ".")) {
                return i;
            }
        }
        return order.size();
    }

    private static Row moved(Row row, List<String> from, List<String> to) {
        return switch (row) {
            case Row.Begins(int moment, int parent, int column) ->
                    new Row.Begins(moment, moved(parent, from, to), moved(column, from, to));
            case Row.Ends(int moment, int column) -> new Row.Ends(moment, moved(column, from, to));
            case Row.Blocks(int moment, int column, String call) ->
                    new Row.Blocks(moment, moved(column, from, to), call);
            case Row.Call(int moment, int column, String call, String result, boolean failed) ->
                    new Row.Call(moment, moved(column, from, to), call, result, failed);
            case Row.Arrow(int moment, int sender, int receiver, String label, var kind) ->
                    new Row.Arrow(
                            moment,
                            moved(sender, from, to),
                            moved(receiver, from, to),
                            label,
                            kind);
        };
    }

    private static int moved(int column, List<String> from, List<String> to) {
        return to.indexOf(from.get(column));
    }

    List<Row> at(Moment moment) {
        return rows.getOrDefault(moment.number(), List.of());
    }

    Optional<Integer> column(String process) {
        return Optional.of(columns.indexOf(process)).filter(found -> found != NOBODY);
    }

    String name(int column) {
        return columns.get(column);
    }
}
