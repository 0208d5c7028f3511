package sockshell.repl.cursor;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The language's own words. */
public final class Words {
    /** What begins a statement that is no call. */
    public static final Map<String, String> STATEMENTS =
            Collections.unmodifiableMap(
                    new TreeMap<>(
                            Map.of(
                                    "loop", "repeats a block until break",
                                    "repeat", "repeats a block so many times",
                                    "if", "does a block where the condition holds",
                                    "break", "leaves the loop",
                                    "fork", "makes a child that runs a block")));

    /** Words behind which a value begins. */
    public static final Set<String> STARTING = Set.of("if", "repeat", "not", "and", "or");

    public static final Set<String> VALUES = Set.of("True", "False", "None", "errno");

    private static final Set<String> OTHERS = Set.of("else", "from", "import");

    private Words() {}

    public static boolean isKnown(String word) {
        return STATEMENTS.containsKey(word)
                || STARTING.contains(word)
                || VALUES.contains(word)
                || OTHERS.contains(word);
    }
}
