package sockshell.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a script is to be run. */
record Options(boolean stop, Duration deadline, Optional<Path> startup) {
    private static final Options USUAL =
            new Options(false, Duration.ofSeconds(5), Optional.empty());

    /** The options, and the arguments that are none. */
    record Parsed(Options options, List<String> rest, Optional<String> problem) {}

    static Parsed parse(String[] args) {
        Options options = USUAL;
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            boolean hasNext = i + 1 < args.length;
            switch (args[i]) {
                case "--stop" -> options = options.stopping();
                case "--deadline" -> {
                    Optional<Duration> time = hasNext ? seconds(args[++i]) : Optional.empty();
                    if (time.isEmpty()) {
                        return new Parsed(options, rest, Optional.of("--deadline needs seconds"));
                    }
                    options = options.within(time.get());
                }
                case "--startup" -> {
                    Optional<Path> file = hasNext ? path(args[++i]) : Optional.empty();
                    if (file.isEmpty()) {
                        return new Parsed(options, rest, Optional.of("--startup needs a file"));
                    }
                    options = options.beginningWith(file.get());
                }
                case "-e" -> {
                    rest.add(args[i]);
                    if (hasNext) {
                        rest.add(args[++i]);
                    }
                }
                default -> rest.add(args[i]);
            }
        }
        return new Parsed(options, rest, Optional.empty());
    }

    private Options stopping() {
        return new Options(true, deadline, startup);
    }

    private Options within(Duration time) {
        return new Options(stop, time, startup);
    }

    private Options beginningWith(Path file) {
        return new Options(stop, deadline, Optional.of(file));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }
}
