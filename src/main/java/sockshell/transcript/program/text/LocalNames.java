package sockshell.transcript.program.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import sockshell.transcript.program.step.Variable;

/**
 * The names of variables in a program: the person's own, but for those that mean something else.
 */
final class LocalNames {
    private final Set<String> reserved;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> variables;

    LocalNames(Set<String> reserved, Set<String> variables) {
        this.reserved = reserved;
        this.variables = variables;
    }

    String of(Variable variable) {
        String name = variable.name().replace("$", "result");
        return reserved.contains(name) ? name + "_" : name;
    }

    /** The one that was made last for such a wish. */
    String last(String wish) {
        return wish + counts.getOrDefault(wish, 1);
    }

    /** A name for what the program needs and the person has not named. */
    String fresh(String wish) {
        int count = counts.merge(wish, 1, Integer::sum);
        String name = wish + count;
        return variables.contains(name) ? fresh(wish) : name;
    }
}
