package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Source;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Kind;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;

/**
 * All calls that a session made, and the descriptors that they were about. It is told by one thread
 * at a time, and asked by another.
 */
public final class Journal {
    /* a loop may make very many calls; a lesson is about its last ones */
    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final List<Done> calls = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private final Map<Place, Thing> open = new HashMap<>();
    private final Set<Thing> touched = new HashSet<>();
    private final Map<Role, Thing> named = new HashMap<>();
    private final Map<Thing, Role> madeFor = new HashMap<>();
    private final Map<Integer, List<String>> assigned = new HashMap<>();
    private final Map<Role, Integer> valued = new HashMap<>();
    private final Map<String, String> slips = new HashMap<>();
    private final Map<String, Integer> forks = new HashMap<>();
    private final Map<String, String> printed = new HashMap<>();
    private final List<Sleep> sleeps = new ArrayList<>();
    private String typed = "";
    private int typedAt;
    private int count;
    private long weight;

    /** Where a descriptor is: the number of a process. */
    private record Place(String process, int descriptor) {}

    /** A call that was made: with which values, on what, and what it made and gave. */
    public record Done(
            int number,
            String process,
            String call,
            List<Value> arguments,
            List<Optional<Thing>> on,
            List<Thing> made,
            Outcome outcome) {
        public Done {
            arguments = List.copyOf(arguments);
            on = List.copyOf(on);
            made = List.copyOf(made);
        }

        /** How many bytes of data it keeps. */
        private long weight() {
            return Stream.concat(
                            arguments.stream().map(Done::weight),
                            Stream.of(
                                    outcome instanceof Outcome.Received received
                                            ? (long) received.data().length()
                                            : 0L))
                    .mapToLong(Long::longValue)
                    .sum();
        }

        private static long weight(Value value) {
            return switch (value) {
                case Value.Text(var bytes) -> bytes.length();
                case Value.Items(List<Value> members, _) ->
                        members.stream().mapToLong(Done::weight).sum();
                default -> 0;
            };
        }

        public boolean isOn(Thing thing) {
            return on.contains(Optional.of(thing));
        }
    }

    /** A process went to sleep in a call. */
    record Sleep(int number, String process, String call) {}

    /** What there is before the lesson begins. */
    public synchronized void know(Survey survey) {
        survey.held().forEach(held -> born(held.process(), held.descriptor()));
    }

    /** To be told of every event, of calls too. */
    public synchronized void happened(Event event) {
        count++;
        switch (event) {
            case Event.Called called -> called(called);
            case Event.Forked(String parent, String child) -> forked(parent, child);
            case Event.Ended ended ->
                    open.keySet().removeIf(place -> place.process().equals(ended.process()));
            case Event.Printed line -> printed.put(line.process(), line.text().text());
            case Event.Typed(String process, Source source) -> typed(process, source);
            case Event.Slipped slipped ->
                    slips.put(slipped.process(), slipped.mistakes().getFirst().message());
            case Event.Blocked(String process, String call, _) ->
                    sleeps.add(new Sleep(count, process, call));
            case Event.Finished finished -> finished(finished);
            case Event.Begun _ -> {}
        }
    }

    private void typed(String process, Source source) {
        slips.remove(process);
        typed = source.text();
        typedAt = count;
    }

    private void called(Event.Called called) {
        String process = called.process();
        List<Optional<Thing>> on = on(called);
        if (called.made().call().name().equals("close")
                && !(called.outcome() instanceof Outcome.Failed)) {
            on.getFirst().ifPresent(thing -> open.remove(place(thing)));
        }
        List<Thing> made =
                made(called.outcome()).stream().map(number -> born(process, number)).toList();
        String name = called.made().call().name();
        List<Value> arguments = arguments(called);
        Stream.concat(on.stream().flatMap(Optional::stream), made.stream()).forEach(touched::add);
        keep(new Done(count, process, name, arguments, on, made, called.outcome()));
    }

    /** As all ways to write a call have them: C's length of the data cuts them. */
    private static List<Value> arguments(Event.Called called) {
        List<Value> all = new ArrayList<>(called.made().arguments());
        called.made()
                .call()
                .lengthAt(all.size())
                .ifPresent(at -> {
                    long length = Operators.whole(all.remove(at)).orElse(0L);
                    all.set(at - 1, cut(all.get(at - 1), length));
                });
        return all;
    }

    private static Value cut(Value data, long length) {
        return data instanceof Value.Text(var bytes) && length >= 0 && length < bytes.length()
                ? new Value.Text(bytes.slice(0, (int) length))
                : data;
    }

    private void keep(Done done) {
        calls.add(done);
        weight += done.weight();
        while (calls.size() > MOST || (weight > MOST_BYTES && calls.size() > 1)) {
            Done gone = calls.removeFirst();
            weight -= gone.weight();
            assigned.remove(gone.number());
        }
    }

    private void finished(Event.Finished finished) {
        String process = finished.process();
        Stmt tree = finished.statement().tree();
        Stream.concat(
                        Stream.of("$" + finished.statement().id()),
                        tree.all().flatMap(Journal::targets))
                .forEach(variable -> valued.put(new Role(process, variable), count));
        if (tree instanceof Stmt.Assign(_, _, Expr value)) {
            List<String> variables = targets(tree).toList();
            named(process, variables, made(finished.outcome()));
            if (value instanceof Expr.Call call) {
                calls.stream()
                        .filter(each -> each.process().equals(process))
                        .filter(each -> each.call().equals(call.name()))
                        .reduce((_, next) -> next)
                        .ifPresent(each -> assigned.put(each.number(), variables));
            }
        }
    }

    private static Stream<String> targets(Stmt statement) {
        return statement instanceof Stmt.Assign(_, List<Stmt.Target> targets, _)
                ? targets.stream().map(Stmt.Target::name)
                : Stream.empty();
    }

    /**
     * A variable holds what was made for it, also when that is closed and its number in use again.
     */
    private void named(String process, List<String> variables, List<Integer> made) {
        for (int i = 0; i < Math.min(made.size(), variables.size()); i++) {
            Role role = new Role(process, variables.get(i));
            Optional.ofNullable(open.get(new Place(process, made.get(i))))
                    .ifPresent(thing -> name(role, thing));
        }
    }

    private void name(Role role, Thing thing) {
        named.put(role, thing);
        madeFor.put(thing, role);
    }

    /** What was last made for a variable. */
    synchronized Optional<Thing> named(Role role) {
        return Optional.ofNullable(named.get(role));
    }

    /** What was made later for the variable that it was made for. */
    synchronized Optional<Thing> successor(Thing thing) {
        return Optional.ofNullable(madeFor.get(thing))
                .flatMap(this::named)
                .filter(other -> !other.equals(thing));
    }

    /** Whether it was made for a variable; what came by rights was not. */
    synchronized boolean isNamed(Thing thing) {
        return named.containsValue(thing);
    }

    private static Place place(Thing thing) {
        return new Place(thing.process(), thing.descriptor());
    }

    private Thing born(String process, int descriptor) {
        Thing thing = new Thing(things.size(), process, descriptor);
        things.add(thing);
        open.put(place(thing), thing);
        return thing;
    }

    private List<Optional<Thing>> on(Event.Called called) {
        var parameters = called.made().call().forms().getFirst().parameters();
        List<Value> arguments = called.made().arguments();
        return IntStream.range(0, arguments.size())
                .mapToObj(i ->
                        i < parameters.size() && parameters.get(i).kind() == Kind.DESCRIPTOR
                                ? thing(called.process(), arguments.get(i))
                                : Optional.<Thing>empty())
                .toList();
    }

    private static List<Integer> made(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made(List<Integer> descriptors) -> descriptors;
            case Outcome.Accepted(int descriptor, _) -> List.of(descriptor);
            case Outcome.Received received -> received.rights();
            default -> List.of();
        };
    }

    private void forked(String parent, String child) {
        forks.merge(parent, 1, Integer::sum);
        List.copyOf(open.values()).stream()
                .filter(thing -> thing.process().equals(parent))
                .forEach(thing -> inherited(child, thing));
    }

    private void inherited(String child, Thing thing) {
        Thing own = born(child, thing.descriptor());
        touched.add(own);
        List<Role> names =
                named.entrySet().stream()
                        .filter(each -> each.getValue().equals(thing))
                        .map(Map.Entry::getKey)
                        .toList();
        names.forEach(name -> name(new Role(child, name.variable()), own));
    }

    /** What a process has behind a value now. */
    synchronized Optional<Thing> thing(String process, Value number) {
        return Operators.whole(number)
                .map(whole -> new Place(process, whole.intValue()))
                .flatMap(place -> Optional.ofNullable(open.get(place)));
    }

    synchronized boolean isOpen(Thing thing) {
        return thing.equals(open.get(place(thing)));
    }

    /** Whether it was made, or a call made on it, since the lesson began. */
    synchronized boolean isTouched(Thing thing) {
        return touched.contains(thing);
    }

    /** All that a process has or had: what is open first, and the newer first. */
    synchronized List<Thing> things(String process) {
        List<Thing> all = things.stream().filter(each -> each.process().equals(process)).toList();
        List<Thing> sorted = new ArrayList<>(all.reversed());
        sorted.sort(Comparator.comparing(each -> !isOpen(each)));
        return sorted;
    }

    public synchronized List<Done> calls() {
        return List.copyOf(calls);
    }

    /** The variables that were given what a call gave; none where it was given to none. */
    public synchronized List<String> assigned(Done call) {
        return assigned.getOrDefault(call.number(), List.of());
    }

    /** A process's variables that were given something behind so many things that happened. */
    synchronized List<String> assignedSince(int number, String process) {
        return valued.entrySet().stream()
                .filter(each -> each.getValue() > number)
                .map(Map.Entry::getKey)
                .filter(each -> each.process().equals(process))
                .map(Role::variable)
                .sorted(
                        Comparator.comparing((String name) -> name.startsWith("$"))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What was typed last, where it was behind so many things that happened. */
    public synchronized Optional<String> typedSince(int number) {
        return Optional.of(typed).filter(_ -> typedAt > number);
    }

    /** How often a process was forked, by the call or by a block. */
    synchronized int forks(String parent) {
        return forks.getOrDefault(parent, 0);
    }

    /** The calls behind so many things that happened. */
    public synchronized List<Done> since(int number) {
        return calls.stream().filter(each -> each.number() > number).toList();
    }

    synchronized List<Sleep> sleeps() {
        return List.copyOf(sleeps);
    }

    /** How much happened. */
    public synchronized int count() {
        return count;
    }

    /** The line that a process printed last. */
    synchronized Optional<String> printed(String process) {
        return Optional.ofNullable(printed.get(process));
    }

    /** What was wrong with what a process was told last, where nothing reached the kernel. */
    public synchronized Optional<String> slip(String process) {
        return Optional.ofNullable(slips.get(process));
    }
}
