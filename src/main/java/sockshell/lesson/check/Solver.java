package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lesson.check.Journal.Done;

/**
 * Finds who plays the parts of a step so that all that it demands is so. Where nobody can, it finds
 * how most of it is so without taking from anybody the part that he had.
 */
final class Solver {
    /* a step has a handful of parts, and a learner some dozen sockets */
    private static final int MOST_TRIES = 20_000;

    private final World world;
    private final Likeness likeness;
    private final List<Demand> demands;
    private final Past past;
    private final List<Role> sockets;
    private final List<Role> variables;
    private final boolean isByName;
    private final Comparator<Verdict> further;
    private Optional<Verdict> best = Optional.empty();
    private int tries;

    /** By name everybody has the part of that name, as in the author's own session. */
    Solver(World world, Likeness likeness, List<Demand> demands, Past past, boolean isByName) {
        this.world = world;
        this.likeness = likeness;
        this.demands = demands;
        this.past = past;
        this.isByName = isByName;
        further =
                Comparator.comparing(Verdict::isDone)
                        .thenComparing(verdict -> !verdict.binding().robs(past.binding()))
                        .thenComparingInt(Verdict::held);
        sockets = demands.stream().flatMap(Demand::sockets).distinct().toList();
        variables = demands.stream().flatMap(Demand::variables).distinct().toList();
    }

    Verdict solve() {
        assign(0, Binding.NONE);
        return best.orElseThrow();
    }

    private boolean assign(int place, Binding binding) {
        if (place == sockets.size() + variables.size()) {
            return judge(binding) || tries > MOST_TRIES;
        }
        if (place < sockets.size()) {
            return cast(place, sockets.get(place), binding);
        }
        Role role = variables.get(place - sockets.size());
        return names(role)
                        .filter(name -> !binding.isTaken(role.process(), name))
                        .anyMatch(name -> assign(place + 1, binding.with(role, name)))
                || assign(place + 1, binding);
    }

    private boolean cast(int place, Role role, Binding binding) {
        List<Thing> candidates =
                things(role).filter(thing -> !binding.isTaken(thing)).distinct().toList();
        for (Thing thing : candidates) {
            if (assign(place + 1, binding.with(role, thing))) {
                return true;
            }
        }
        boolean areAllOthers =
                candidates.stream().allMatch(thing -> past.binding().isOfAnother(role, thing));
        return areAllOthers && assign(place + 1, binding);
    }

    private Stream<Thing> things(Role role) {
        Optional<Thing> holder = past.binding().socket(role);
        Optional<Thing> named = world.journal().named(role);
        if (isByName) {
            return named.or(() -> holder)
                    .map(Stream::of)
                    .orElseGet(() -> used(role).filter(thing -> !world.journal().isNamed(thing)));
        }
        List<Thing> used = used(role).toList();
        boolean isHeld = holder.filter(world::isOpen).isPresent();
        Optional<Thing> heir =
                world.heir(role, past.binding()).filter(next -> !isHeld || used.contains(next));
        return Stream.of(
                        heir.stream(),
                        holder.stream(),
                        named.stream().filter(used::contains),
                        used.stream())
                .flatMap(each -> each)
                .filter(thing -> !isAnothers(thing));
    }

    /**
     * Only with whom something was done during the lesson, and since the last step for a part that
     * somebody has: a socket that stands by, or was only made, takes over no part.
     */
    private Stream<Thing> used(Role role) {
        List<Thing> things = world.journal().things(role.process());
        if (past.binding().socket(role).isEmpty()) {
            return things.stream().filter(world.journal()::isTouched);
        }
        List<Done> since = world.journal().since(past.since());
        return things.stream().filter(thing -> since.stream().anyMatch(call -> uses(call, thing)));
    }

    /** A call on it, or one on another that gave it, as accept(2) does. */
    private static boolean uses(Done call, Thing thing) {
        boolean isOnAnother = call.on().stream().anyMatch(Optional::isPresent);
        return call.isOn(thing) || (isOnAnother && call.made().contains(thing));
    }

    /** Who has a part that is not in this step keeps it. */
    private boolean isAnothers(Thing thing) {
        return past.binding().sockets().entrySet().stream()
                .anyMatch(
                        each -> each.getValue().equals(thing) && !sockets.contains(each.getKey()));
    }

    /** Who has the part, who is called so, and then what was given a value in this step. */
    private Stream<String> names(Role role) {
        Stream<String> others =
                isByName
                        ? Stream.empty()
                        : world.journal().assignedSince(past.since(), role.process()).stream();
        return Stream.of(past.binding().variable(role).stream(), Stream.of(role.variable()), others)
                .flatMap(each -> each)
                .filter(world.variables(role.process())::containsKey)
                .distinct();
    }

    /** Keeps what is further than all before; says whether it is done. */
    private boolean judge(Binding binding) {
        tries++;
        Set<Integer> calls = new HashSet<>();
        List<Demand> missing = new ArrayList<>();
        for (Demand demand : demands) {
            if (!holds(demand, binding, calls)) {
                missing.add(demand);
            }
        }
        Verdict next = new Verdict(binding, demands.size() - missing.size(), missing, calls);
        best = best.filter(each -> further.compare(each, next) >= 0).or(() -> Optional.of(next));
        return next.isDone();
    }

    private boolean holds(Demand demand, Binding binding, Set<Integer> calls) {
        return switch (demand) {
            case Demand.Holds(Condition condition) -> new Facts(world, binding).hold(condition);
            case Demand.Acts acts ->
                    world.journal().calls().stream()
                            .filter(call -> isFree(call.number(), calls))
                            .filter(call -> likeness.isLike(acts, call, binding))
                            .filter(call -> isInOrder(call, calls))
                            .findFirst()
                            .filter(call -> calls.add(call.number()))
                            .isPresent();
            case Demand.Sleeps sleeps -> sleeps(sleeps, calls) || returned(sleeps);
        };
    }

    /** Where calls are compared one by one, a process makes them in the order of the lesson. */
    private boolean isInOrder(Done call, Set<Integer> calls) {
        return world.journal().calls().stream()
                .filter(other -> calls.contains(other.number()))
                .filter(other -> other.process().equals(call.process()))
                .noneMatch(other -> other.number() > call.number());
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
        return !past.isUsed(number) && !calls.contains(number);
    }

    /** Whose call had no reason to sleep, as the other process came first, is further than that. */
    private boolean returned(Demand.Sleeps wanted) {
        return world.journal().calls().stream()
                .filter(call -> !past.isUsed(call.number()))
                .anyMatch(call ->
                        call.process().equals(wanted.process())
                                && call.call().equals(wanted.call()));
    }
}
