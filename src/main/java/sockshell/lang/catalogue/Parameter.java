package sockshell.lang.catalogue;

import java.util.Optional;
import sockshell.lang.Value;

/**
 * One parameter. The fallback is what it is when left out, as it is typed ({@code 0}, {@code 128},
 * {@code None}); without one it has to be given, unless it repeats: then any number of values may
 * stand here.
 */
public record Parameter(String name, Kind kind, Optional<String> fallback, boolean repeats) {

    static Parameter of(String name, Kind kind) {
        return new Parameter(name, kind, Optional.empty(), false);
    }

    static Parameter of(String name, Kind kind, String fallback) {
        return new Parameter(name, kind, Optional.of(fallback), false);
    }

    static Parameter many(String name, Kind kind) {
        return new Parameter(name, kind, Optional.empty(), true);
    }

    boolean isNeeded() {
        return fallback.isEmpty() && !repeats;
    }

    /** The fallback as a value. */
    Optional<Value> missing() {
        return fallback.map(text ->
                text.equals("None") ? Value.Nothing.NONE : Value.Whole.of(Long.parseLong(text)));
    }

    /** Whether a value can stand here; None can where it is the fallback. */
    public boolean takes(Value value) {
        return kind.takes(value)
                || (value == Value.Nothing.NONE && fallback.filter("None"::equals).isPresent());
    }
}
