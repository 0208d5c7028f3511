package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lesson.check.Condition.Side;

/**
 * Finds who plays the parts of a step so that all that it demands is so; else so that most is.
 * Those who had a part keep it where they can.
 */
final class Solver {
    /* a step has a handful of parts, and a learner some dozen sockets */
    private static final int MOST_TRIES = 20_000;

    private final World world;
    private final Likeness likeness;
    private final List<Demand> demands;
    private final Binding before;
    private final Set<Integer> used;
    private final int since;
    private final List<Role> sockets;
    private final List<Role> variables;
    private final boolean isByName;
    private Optional<Verdict> best = Optional.empty();
    private int tries;

    Solver(World world, Likeness likeness, List<Demand> demands, Before before) {
        this.world = world;
        this.likeness = likeness;
        this.demands = demands;
        this.before = before.binding();
        used = before.calls();
        since = before.since();
        isByName = before.isByName();
        sockets = demands.stream().flatMap(Demand::sockets).distinct().toList();
        variables = demands.stream().flatMap(Demand::variables).distinct().toList();
    }

    /**
     * What was found for earlier steps: who has a part, the calls that are for no other step, and
     * how much had happened by then. By name everybody has the part of that name, as in the
     * author's own session.
     */
    record Before(Binding binding, Set<Integer> calls, int since, boolean isByName) {}

    Verdict solve() {
        assign(0, Binding.NONE);
        return best.orElseThrow();
    }

    private boolean assign(int place, Binding binding) {
        if (place == sockets.size() + variables.size()) {
            return judge(binding);
        }
        if (place < sockets.size()) {
            return cast(place, sockets.get(place), binding);
        }
        Role role = variables.get(place - sockets.size());
        return names(role).anyMatch(name -> assign(place + 1, binding.with(role, name)))
                || assign(place + 1, binding);
    }

    private boolean cast(int place, Role role, Binding binding) {
        List<Thing> candidates =
                things(role).filter(thing -> !binding.isTaken(thing)).distinct().toList();
        for (Thing thing : candidates) {
            if (assign(place + 1, binding.with(role, thing)) || tries > MOST_TRIES) {
                return true;
            }
        }
        return candidates.isEmpty() && assign(place + 1, binding);
    }

    private Stream<Thing> things(Role role) {
        Optional<Thing> named = world.journal().named(role).filter(_ -> isByName);
        return named.isPresent()
                ? named.stream()
                : Stream.concat(before.socket(role).stream(), others(role))
                        .filter(thing -> !isAnothers(thing));
    }

    /** A part that somebody has goes to those only with whom something was done since. */
    private Stream<Thing> others(Role role) {
        boolean isFree = before.socket(role).isEmpty();
        return world.journal().things(role.process()).stream()
                .filter(thing -> isFree || world.journal().isTouched(thing, since));
    }

    /** Who has a part that is not in this step keeps it. */
    private boolean isAnothers(Thing thing) {
        return before.sockets().entrySet().stream()
                .anyMatch(
                        each -> each.getValue().equals(thing) && !sockets.contains(each.getKey()));
    }

    private Stream<String> names(Role role) {
        Stream<String> others =
                isByName ? Stream.empty() : world.variables(role.process()).keySet().stream();
        return Stream.concat(
                        Stream.concat(before.variable(role).stream(), Stream.of(role.variable())),
                        others)
                .filter(world.variables(role.process())::containsKey)
                .distinct();
    }

    /** Keeps what is better than all before; whether nothing can be. */
    private boolean judge(Binding binding) {
        tries++;
        Set<Integer> calls = new HashSet<>();
        List<Demand> missing = new ArrayList<>();
        for (Demand demand : demands) {
            if (!holds(demand, binding, calls)) {
                missing.add(demand);
            }
        }
        int held = demands.size() - missing.size();
        if (best.isEmpty() || best.get().held() < held) {
            best = Optional.of(new Verdict(binding, held, missing, calls));
        }
        return missing.isEmpty();
    }

    private boolean holds(Demand demand, Binding binding, Set<Integer> calls) {
        return switch (demand) {
            case Demand.Holds(Condition condition) -> holds(condition, binding);
            case Demand.Acts acts ->
                    world.journal().calls().stream()
                            .filter(call -> isFree(call.number(), calls))
                            .filter(call -> likeness.isLike(acts, call, binding))
                            .findFirst()
                            .filter(call -> calls.add(call.number()))
                            .isPresent();
            case Demand.Sleeps sleeps -> sleeps(sleeps, calls) || returned(sleeps);
        };
    }

    private boolean sleeps(Demand.Sleeps wanted, Set<Integer> calls) {
        return world.journal().sleeps().stream()
                .filter(sleep -> isFree(sleep.number(), calls))
                .filter(sleep -> sleep.process().equals(wanted.process()))
                .filter(sleep -> sleep.call().equals(wanted.call()))
                .findFirst()
                .filter(sleep -> calls.add(sleep.number()))
                .isPresent();
    }

    private boolean isFree(int number, Set<Integer> calls) {
        return !used.contains(number) && !calls.contains(number);
    }

    /** Whose call had no reason to sleep, as the other process came first, is further than that. */
    private boolean returned(Demand.Sleeps wanted) {
        return world.journal().calls().stream()
                .filter(call -> !used.contains(call.number()))
                .anyMatch(call ->
                        call.process().equals(wanted.process())
                                && call.call().equals(wanted.call()));
    }

    private boolean holds(Condition condition, Binding binding) {
        Facts facts = new Facts(world, binding);
        Optional<Value> left = facts.of(condition.left());
        Optional<Value> right =
                switch (condition.right()) {
                    case Side.Fixed(Value value) -> Optional.of(value);
                    case Side.Asked(Term term) -> facts.of(term);
                };
        return left.isPresent()
                && right.isPresent()
                && Operators.binary(condition.sign(), plain(left.get()), plain(right.get()))
                        .filter(Operators::isTrue)
                        .isPresent();
    }

    /** An address and the pair that it is are the same. */
    private static Value plain(Value value) {
        if (value instanceof Value.Address(var address)) {
            List<Value> pair = Operators.pair(address);
            return pair.isEmpty() ? value : new Value.Items(pair.subList(0, 2), true);
        }
        return value;
    }
}
