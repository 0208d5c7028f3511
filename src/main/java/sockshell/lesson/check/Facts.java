package sockshell.lesson.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Condition.Side;
import sockshell.lesson.check.Journal.Done;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection;
import sockshell.sys.Inspection.Queues;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** What a fact is now; empty where there is no such thing now. */
final class Facts {
    private final World world;
    private final Binding binding;

    Facts(World world, Binding binding) {
        this.world = world;
        this.binding = binding;
    }

    Optional<Value> of(Term term) {
        String first = term.arguments().getFirst();
        String last = term.arguments().getLast();
        return switch (term.fact()) {
            case STATE, FAMILY, TYPE, LOCAL, PEER, QUEUE, BUFFER, UNSENT ->
                    thing(term).flatMap(world::view).flatMap(view -> seen(term, view));
            case DESCRIPTOR -> thing(term).map(thing -> number(thing.descriptor()));
            case OPEN -> thing(term).map(thing -> Value.Truth.of(world.journal().isOpen(thing)));
            case IDENTITY -> thing(term).flatMap(this::identity).map(Value.Text::of);
            case RECEIVED -> thing(term).map(thing -> Traffic.received(calls(thing), constants()));
            case SENT -> thing(term).map(thing -> Traffic.sent(calls(thing)));
            case OPTION -> thing(term).flatMap(thing -> option(thing, last));
            case RETURNED ->
                    thing(term).flatMap(thing -> latest(calls(thing), last)).map(Facts::gave);
            case FAILED -> latest(calls(first), last).map(Facts::failure);
            case ERRNO -> Optional.of(errno(first));
            case CALLED -> Optional.of(number(times(first, last)));
            case BLOCKED -> Optional.of(Value.Text.of(blocked(first)));
            case PRINTED -> world.journal().printed(first).map(Value.Text::of);
            case VALUE -> term.variable().flatMap(this::value);
        };
    }

    /** What went through a socket last. */
    Optional<Value> last(Term term) {
        return thing(term).stream()
                .flatMap(this::calls)
                .map(call ->
                        term.fact() == Fact.SENT
                                ? Traffic.sent(Stream.of(call))
                                : Traffic.received(Stream.of(call), constants()))
                .filter(data -> !data.equals(Value.Text.of("")))
                .reduce((_, next) -> next);
    }

    /** Whether it is as a line of a check says. */
    boolean hold(Condition condition) {
        Optional<Value> left = of(condition.left());
        Optional<Value> right =
                switch (condition.right()) {
                    case Side.Fixed(Value value) -> Optional.of(value);
                    case Side.Asked(Term term) -> of(term);
                };
        return left.isPresent() && right.isPresent() && hold(condition, left.get(), right.get());
    }

    private static boolean hold(Condition condition, Value left, Value right) {
        return switch (condition.sign()) {
            case "==" -> isEndOf(condition, left) || isTrue(condition, left, right);
            case "!=" -> !isEndOf(condition, left) && isTrue(condition, left, right);
            default -> isTrue(condition, left, right);
        };
    }

    private static boolean isTrue(Condition condition, Value left, Value right) {
        return Operators.binary(condition.sign(), plain(left), plain(right))
                .filter(Operators::isTrue)
                .isPresent();
    }

    /** Of what went through the last counts: whoever sent a wrong thing can send the right one. */
    private static boolean isEndOf(Condition condition, Value all) {
        return condition.left().fact().isStream()
                && condition.right() instanceof Side.Fixed(Value.Text(Bytes end))
                && end.length() > 0
                && all instanceof Value.Text(Bytes bytes)
                && bytes.length() >= end.length()
                && bytes.slice(bytes.length() - end.length(), bytes.length()).equals(end);
    }

    /** An address and the pair that it is are the same. */
    private static Value plain(Value value) {
        if (value instanceof Value.Address(var address)) {
            List<Value> pair = Operators.pair(address);
            return pair.isEmpty() ? value : new Value.Items(pair.subList(0, 2), true);
        }
        return value;
    }

    private Constants constants() {
        return world.constants();
    }

    private Optional<Thing> thing(Term term) {
        return term.socket().flatMap(binding::socket);
    }

    private static Value number(long number) {
        return Value.Whole.of(number);
    }

    private static Optional<Value> number(OptionalLong number) {
        return number.stream().mapToObj(Facts::number).findFirst();
    }

    private static Optional<Value> seen(Term term, View view) {
        return switch (term.fact()) {
            case STATE -> Optional.of(Value.Text.of(view.state().name()));
            case FAMILY -> Optional.of(number(view.made().family()));
            case TYPE -> Optional.of(number(view.made().type()));
            case LOCAL -> Optional.of(address(view.ends().local(), term.field()));
            case PEER -> view.ends().remote().map(peer -> address(peer, term.field()));
            case QUEUE -> queue(view, term.field());
            case BUFFER -> queued(view, Queues::received);
            default -> queued(view, Queues::unsent);
        };
    }

    private static Value address(SockAddr address, String field) {
        List<Value> pair = Operators.pair(address);
        return switch (field) {
            case "host" -> pair.isEmpty() ? Value.Text.of(address.toString()) : pair.getFirst();
            case "port" -> pair.isEmpty() ? Value.Nothing.NONE : pair.get(1);
            default -> new Value.Address(address);
        };
    }

    private static Optional<Value> queue(View view, String field) {
        return view.acceptQueue()
                .map(queue -> number(field.equals("length") ? queue.length() : queue.limit()));
    }

    private static Optional<Value> queued(View view, Function<Queues, OptionalLong> which) {
        return number(which.apply(view.queues()));
    }

    private Optional<String> identity(Thing thing) {
        return world.journal().isOpen(thing)
                ? world.survey()
                        .find(thing.process(), thing.descriptor())
                        .flatMap(Survey.Held::identity)
                : Optional.empty();
    }

    private Stream<Done> calls(Thing thing) {
        return world.journal().calls().stream().filter(each -> each.isOn(thing));
    }

    private Stream<Done> calls(String process) {
        return world.journal().calls().stream().filter(each -> each.process().equals(process));
    }

    private static Optional<Done> latest(Stream<Done> calls, String name) {
        return last(calls.filter(each -> each.call().equals(name)));
    }

    private static <T> Optional<T> last(Stream<T> all) {
        return all.reduce((_, next) -> next);
    }

    private long times(String process, String call) {
        return call.equals("fork")
                ? world.journal().forks(process)
                : calls(process).filter(each -> each.call().equals(call)).count();
    }

    private static Value gave(Done done) {
        return done.outcome().value();
    }

    private static Value failure(Done done) {
        return Value.Text.of(
                done.outcome() instanceof Outcome.Failed(var errno) ? errno.name() : "0");
    }

    /** errno(3): the last failure's, as success leaves it alone. */
    private Value errno(String process) {
        return last(calls(process).filter(each -> each.outcome() instanceof Outcome.Failed))
                .map(Facts::failure)
                .orElse(Value.Text.of("0"));
    }

    private String blocked(String process) {
        return world.session().blocked().stream()
                .filter(each -> each.process().equals(process))
                .map(Event.Blocked::call)
                .findFirst()
                .orElse("nothing");
    }

    private Optional<Value> value(Role role) {
        return binding.variable(role)
                .flatMap(name -> Optional.ofNullable(world.variables(role.process()).get(name)));
    }

    /** The kernel's bytes of an option, as the number that an {@code int} is. */
    private Optional<Value> option(Thing thing, String name) {
        return world.session().options(thing.process(), thing.descriptor()).stream()
                .filter(each -> each.name().equals(name))
                .filter(each -> each.value().length() == Integer.BYTES)
                .map(Inspection.Option::value)
                .map(bytes ->
                        number(
                                java.nio.ByteBuffer.wrap(bytes.toArray())
                                        .order(java.nio.ByteOrder.nativeOrder())
                                        .getInt()))
                .findFirst();
    }
}
