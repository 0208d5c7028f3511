package sockshell.repl.typing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The language's own words. */
final class Words {
    /** What begins a statement that is no call. */
    static final Map<String, String> STATEMENTS =
            new TreeMap<>(
                    Map.of(
                            "loop", "repeats a block until break",
                            "repeat", "repeats a block so many times",
                            "if", "does a block where the condition holds",
                            "break", "leaves the loop",
                            "fork", "makes a child that runs a block"));

    /** Words behind which a value begins. */
    static final Set<String> STARTING = Set.of("if", "repeat", "not", "and", "or");

    static final Set<String> VALUES = Set.of("True", "False", "None", "errno");

    private static final Set<String> OTHERS = Set.of("else", "from", "import");

    private Words() {}

    static boolean isKnown(String word) {
        return STATEMENTS.containsKey(word)
                || STARTING.contains(word)
                || VALUES.contains(word)
                || OTHERS.contains(word);
    }
}
