package sockshell.lang.catalogue;

import java.util.Optional;

/**
 * One parameter. The fallback is what it is when left out, as it is typed ({@code 0}, {@code 128});
 * without one it has to be given, unless it repeats: then any number of values may stand here.
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
}
