package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Kind;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ladder.Deliveries.Sent;
import sockshell.render.ladder.Description.Place;
import sockshell.render.ladder.Wires.Far;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Constants;

/** Reads moments from the first to the last, and writes the rows of a ladder. */
final class Telling {
    private static final int OUTSIDE = -1;

    private final CallText texts;
    private final Holdings holdings = new Holdings();
    private final Traffic traffic;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<Integer, Event.Called> returns = new HashMap<>();
    private final Map<Place, String> variables = new HashMap<>();
    private final Map<String, Description> sleepers = new HashMap<>();
    private final Map<Description, List<Sent>> sent = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final PassageNotes notes;
    private int moment;

    Telling(CallText texts, Constants constants, List<Moment> moments) {
        this.texts = texts;
        boolean complete = !moments.isEmpty() && moments.getFirst().number() == 1;
        notes = new PassageNotes(constants);
        traffic = new Traffic(holdings, new Wires(complete), constants, this::arrow);
        findReturns(moments);
        for (Moment each : moments) {
            moment = each.number();
            notes.at(each);
            tell(each);
        }
    }

    Ladder ladder() {
        List<String> names = new ArrayList<>(columns.keySet());
        int outside = names.size();
        List<Row> whole = rows.stream().map(row -> placed(row, outside)).toList();
        if (!whole.equals(rows)) {
            names.add(Ladder.OUTSIDE);
        }
        return new Ladder(names, whole);
    }

    private static Row placed(Row row, int outside) {
        return row instanceof Row.Arrow(int moment, int from, int to, String label, var kind)
                        && (from == OUTSIDE || to == OUTSIDE)
                ? new Row.Arrow(
                        moment,
                        from == OUTSIDE ? outside : from,
                        to == OUTSIDE ? outside : to,
                        label,
                        kind)
                : row;
    }

    Passages passages() {
        return notes.passages();
    }

    /** The next call that a blocked process tells of is the one that it was blocked in. */
    private void findReturns(List<Moment> moments) {
        Map<String, Event.Called> next = new HashMap<>();
        for (Moment each : moments.reversed()) {
            if (each.event() instanceof Event.Called called) {
                next.put(called.process(), called);
            } else if (each.event() instanceof Event.Blocked blocked) {
                Optional.ofNullable(next.get(blocked.process()))
                        .ifPresent(called -> returns.put(each.number(), called));
            }
        }
    }

    private int column(String process) {
        return columns.computeIfAbsent(process, _ -> columns.size());
    }

    private void tell(Moment at) {
        switch (at.event()) {
            case Event.Blocked blocked -> blocked(blocked);
            case Event.Called called -> called(called, at.seen());
            case Event.Forked(String parent, String child) -> forked(parent, child);
            case Event.Ended ended -> ended(ended);
            case Event.Typed _,
                    Event.Begun _,
                    Event.Finished _,
                    Event.Printed _,
                    Event.Slipped _ -> {}
        }
    }

    private void blocked(Event.Blocked blocked) {
        Optional<String> variable =
                Optional.ofNullable(returns.get(moment))
                        .flatMap(Telling::variable)
                        .or(() -> remembered(blocked));
        String text = texts.call(blocked.call(), blocked.arguments(), variable);
        rows.add(new Row.Blocks(moment, column(blocked.process()), text));
        first(blocked.arguments())
                .flatMap(number -> holdings.find(blocked.process(), number))
                .ifPresent(what -> sleepers.put(blocked.process(), what));
        if (blocked.call().equals("connect")) {
            traffic.asks(blocked.process(), blocked.arguments());
        }
    }

    private Optional<String> remembered(Event.Blocked blocked) {
        return first(blocked.arguments())
                .map(number -> new Place(blocked.process(), number.intValue()))
                .flatMap(place -> Optional.ofNullable(variables.get(place)));
    }

    static Optional<Long> first(List<Value> arguments) {
        return arguments.isEmpty() ? Optional.empty() : Operators.whole(arguments.getFirst());
    }

    /** What the first argument was written as, where that is a name and not a constant's. */
    private static Optional<String> variable(Event.Called called) {
        List<Expr> written = called.made().written().arguments();
        return !written.isEmpty()
                        && written.getFirst() instanceof Expr.Name name
                        && takesDescriptor(called.made().call())
                ? Optional.of(name.name())
                : Optional.empty();
    }

    private static boolean takesDescriptor(Call call) {
        for (Form form : call.forms()) {
            if (form.size() > 0 && form.parameter(0).kind() == Kind.DESCRIPTOR) {
                return true;
            }
        }
        return false;
    }

    private void called(Event.Called called, Optional<Held> seen) {
        sleepers.remove(called.process());
        if (isShown(called)) {
            write(called);
            traffic.called(called, seen);
            seen.flatMap(held -> holdings.find(held.process(), held.descriptor()))
                    .ifPresent(what -> notes.look(what, called));
        }
    }

    private void write(Event.Called called) {
        Optional<String> variable = variable(called);
        List<Value> arguments = called.made().arguments();
        variable.ifPresent(name ->
                first(arguments)
                        .map(number -> new Place(called.process(), number.intValue()))
                        .ifPresent(place -> variables.put(place, name)));
        rows.add(
                new Row.Call(
                        moment,
                        column(called.process()),
                        texts.call(called.made().call().name(), arguments, variable),
                        texts.result(called.outcome()),
                        called.outcome() instanceof Outcome.Failed));
    }

    /** What asks nothing of the kernel is left out; fork and exit have rows of their own. */
    private static boolean isShown(Event.Called called) {
        boolean failed = called.outcome() instanceof Outcome.Failed;
        return switch (called.made().call().name()) {
            case "print", "input", "raw_input", "exit" -> false;
            case "fork" -> failed;
            default -> called.made().call().gives() != Gives.VALUE;
        };
    }

    private void forked(String parent, String child) {
        rows.add(new Row.Begins(moment, column(parent), column(child)));
        holdings.fork(parent, child);
        Map.copyOf(variables).forEach((place, name) -> inherit(place, name, parent, child));
    }

    private void inherit(Place place, String name, String parent, String child) {
        if (place.process().equals(parent)) {
            variables.put(new Place(child, place.descriptor()), name);
        }
    }

    private void ended(Event.Ended ended) {
        sleepers.remove(ended.process());
        ended.had().forEach(holdings::seen);
        for (int number : holdings.numbers(ended.process())) {
            traffic.closed(ended.process(), number);
        }
        variables.keySet().removeIf(place -> place.process().equals(ended.process()));
        rows.add(new Row.Ends(moment, column(ended.process())));
    }

    /** What was sent to it, in the order in which it was. */
    List<Sent> sentTo(Held held) {
        return holdings.find(held.process(), held.descriptor()).map(sent::get).orElse(List.of());
    }

    private void keep(String process, Far far, Traffic.Parcel parcel) {
        if (far instanceof Far.Known(Description what)
                && parcel.load().data().isPresent()
                && rows.getLast() instanceof Row.Call call) {
            sent.computeIfAbsent(what, _ -> new ArrayList<>())
                    .add(new Sent(process + ": " + call.call(), parcel.load().data().get()));
        }
    }

    /** Towards the process, or from it where the label came back. */
    private void arrow(String process, Description own, Far far, Traffic.Parcel parcel) {
        notes.add(own, parcel);
        keep(process, far, parcel);
        int column = column(process);
        Optional<Integer> other =
                switch (far) {
                    case Far.Known(Description what) -> reader(what, process).map(this::column);
                    case Far.Outside() -> Optional.of(OUTSIDE);
                    case Far.Unknown() -> Optional.empty();
                };
        other.ifPresent(to ->
                rows.add(
                        parcel.comesBack()
                                ? new Row.Arrow(moment, to, column, parcel.label(), parcel.kind())
                                : new Row.Arrow(
                                        moment, column, to, parcel.label(), parcel.kind())));
    }

    /** Of several holders, one who waits for it; or else another one than the sender. */
    private Optional<String> reader(Description what, String sender) {
        List<String> holders = what.reached().stream().map(Place::process).distinct().toList();
        return holders.stream()
                .filter(process -> sleepers.get(process) == what)
                .findFirst()
                .or(() -> holders.stream().filter(each -> !each.equals(sender)).findFirst())
                .or(() -> holders.stream().findFirst());
    }
}
