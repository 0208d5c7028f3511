package sockshell.transcript.program.step;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a process while its program is made. One that is given a value of another type
 * is another variable from there on, as C and Java want it.
 */
final class Scope {
    private final Map<String, Variable> now;
    private final Map<String, Variable> known;
    private final Set<String> taken;
    private final Map<String, Integer> counts;

    Scope(Set<String> personsNames) {
        this(new HashMap<>(), new LinkedHashMap<>(), new HashSet<>(personsNames), new HashMap<>());
    }

    private Scope(
            Map<String, Variable> now,
            Map<String, Variable> known,
            Set<String> taken,
            Map<String, Integer> counts) {
        this.now = now;
        this.known = known;
        this.taken = taken;
        this.counts = counts;
    }

    /** A child's: it has what its parent has, and what it sets is its own. */
    Scope copy() {
        return new Scope(new HashMap<>(now), known, taken, counts);
    }

    Optional<Variable> find(String name) {
        return Optional.ofNullable(now.get(name));
    }

    Variable set(String name, Type type) {
        boolean isNew = !known.containsKey(name);
        Variable first = known.computeIfAbsent(name, key -> new Variable(key, type));
        Variable variable = isNew || first.type() == type ? first : other(name, type);
        now.put(name, variable);
        return variable;
    }

    private Variable other(String name, Type type) {
        String other = name + "_" + type.name().toLowerCase(Locale.ROOT);
        taken.add(other);
        return new Variable(other, type);
    }

    /** A variable that the person has not named. */
    Variable fresh(String wish, Type type) {
        String name = wish;
        while (!taken.add(name)) {
            name = wish + counts.merge(wish, 2, (before, two) -> before + 1);
        }
        return new Variable(name, type);
    }
}
