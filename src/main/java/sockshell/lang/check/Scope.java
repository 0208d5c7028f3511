package sockshell.lang.check;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that are known at a place: those that a process has, of which there may be very many,
 * and those that were set on the way.
 */
record Scope(Set<String> held, Set<String> set) {
    boolean contains(String name) {
        return set.contains(name) || held.contains(name);
    }

    void add(String name) {
        set.add(name);
    }

    /** What is set from here on is known there only. */
    Scope copy() {
        return new Scope(held, new HashSet<>(set));
    }

    Set<String> all() {
        Set<String> all = new HashSet<>(held);
        all.addAll(set);
        return all;
    }
}
