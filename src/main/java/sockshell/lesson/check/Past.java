package sockshell.lesson.check;

import java.util.Set;

/**
 * What became of the steps before: who has a part, the calls that count for them and for no other,
 * and how much had happened when the last of them was done.
 */
record Past(Binding binding, Set<Integer> calls, int since) {
    static final Past NONE = new Past(Binding.NONE, Set.of(), 0);

    Past {
        calls = Set.copyOf(calls);
    }

    boolean isUsed(int call) {
        return calls.contains(call);
    }
}
