package sockshell.render.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much is said, from most to least; the names are JShell's. */
public enum Level {
    /** each system call, the bytes passed, and all that changed */
    VERBOSE,
    /** the result, and what the kernel did or why it failed */
    NORMAL,
    /** the result, and why it failed */
    CONCISE,
    /** only what failed */
    SILENT;

    /** By its name or the beginning of one, as it is typed. */
    public static Optional<Level> named(String word) {
        return Arrays.stream(values())
                .filter(_ -> !word.isEmpty())
                .filter(level -> level.word().startsWith(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean saysAtLeast(Level other) {
        return compareTo(other) <= 0;
    }
}
