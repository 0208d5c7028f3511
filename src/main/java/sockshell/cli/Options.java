package sockshell.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The options of a command line, each with its value, and the arguments that are none. */
record Options(Map<String, String> given, List<String> rest) {
    private static final Set<String> FLAGS = Set.of("--stop", "--trust", "--bless", "--step");

    /* what each option's value is, for the sentence that says that it is missing */
    private static final Map<String, String> VALUES =
            Map.of(
                    "--lessons", "a folder",
                    "--out", "a file or a folder",
                    "--deadline", "seconds",
                    "--startup", "a file",
                    "--record", "a file",
                    "--to", "a format",
                    "--speed", "a number");

    private static final Set<String> FILES = Set.of("--startup", "--record", "--out", "--lessons");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");
    private static final int MILLIS = 1000;

    Options {
        given = Map.copyOf(given);
        rest = List.copyOf(rest);
    }

    /** What was understood, or why not. */
    record Parsed(Options options, Optional<String> problem) {}

    static Parsed parse(String... args) {
        Map<String, String> given = new HashMap<>();
        List<String> rest = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            boolean hasNext = i + 1 < args.length;
            if (FLAGS.contains(option)) {
                given.put(option, "");
            } else if (VALUES.containsKey(option)) {
                String value = hasNext ? args[++i] : "";
                given.put(option, value);
                problem = problem.or(() -> problem(option, value));
            } else {
                rest.add(option);
                if (option.equals("-e") && hasNext) {
                    rest.add(args[++i]);
                }
            }
        }
        return new Parsed(new Options(given, rest), problem);
    }

    private static Optional<String> problem(String option, String value) {
        boolean isNumber = option.equals("--deadline") || option.equals("--speed");
        boolean isRight =
                FILES.contains(option)
                        ? path(value).isPresent()
                        : isNumber ? NUMBER.matcher(value).matches() : !value.isEmpty();
        return isRight
                ? Optional.empty()
                : Optional.of(option + " needs " + VALUES.getOrDefault(option, "a value"));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    boolean has(String option) {
        return given.containsKey(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option));
    }

    Optional<Path> file(String option) {
        return text(option).flatMap(Options::path);
    }

    Optional<Double> number(String option) {
        return text(option).map(Double::parseDouble);
    }

    /** How long to wait for a call. */
    Optional<Duration> deadline() {
        return number("--deadline").map(each -> Duration.ofMillis(Math.round(each * MILLIS)));
    }

    /** The first option that is none of these. */
    Optional<String> other(Set<String> known) {
        return given.keySet().stream().filter(each -> !known.contains(each)).sorted().findFirst();
    }
}
