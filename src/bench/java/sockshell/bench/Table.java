package sockshell.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What came out of all rounds, as a table in Markdown: medians, and how far the rounds differ. */
record Table(Map<Case, List<Round>> rounds) {
    private static final double MOST_BYTES = 1;
    private static final String HEAD =
            """
            | one operation | C ns | SockShell ns | ratio to C | min..max | at most | \
            Python to C | bytes allocated |
            | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: |
            """;

    String text() {
        return HEAD
                + rounds.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + noise();
    }

    private static String row(Case which, List<Round> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.3f | %.3f..%.3f | %s | %.2f | %s |%n",
                which.title(),
                median(rounds, Round::c),
                median(rounds, Round::nanoseconds),
                median(rounds, Round::ratio),
                least(rounds, Round::ratio),
                most(rounds, Round::ratio),
                bound(which, median(rounds, Round::ratio)),
                median(rounds, Round::pythonRatio),
                bytes(which, median(rounds, Round::bytes)));
    }

    private static String bound(Case which, double ratio) {
        return which.isBound()
                ? String.format(
                        Locale.ROOT,
                        "%.2f: %s",
                        which.bound(),
                        ratio <= which.bound() ? "holds" : "NOT HELD")
                : "-";
    }

    /** JMH's own allocations are in it, shared out among the operations; ours would be 16 each. */
    private static String bytes(Case which, double bytes) {
        return which.benchmark().isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT, "%.3f%s", bytes, bytes < MOST_BYTES ? "" : ": TOO MANY");
    }

    /** C did the same in every round: whatever differs, the machine did. */
    private String noise() {
        return rounds.entrySet().stream()
                .map(entry -> noise(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "Noise of the machine, C alone in ns: ", ".\n"));
    }

    private static String noise(Case which, List<Round> rounds) {
        return String.format(
                Locale.ROOT,
                "%s %.0f..%.0f",
                which.name().toLowerCase(Locale.ROOT),
                least(rounds, Round::c),
                most(rounds, Round::c));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> column) {
        return Median.of(rounds.stream().mapToDouble(column));
    }

    private static double least(List<Round> rounds, ToDoubleFunction<Round> column) {
        return rounds.stream().mapToDouble(column).min().orElseThrow();
    }

    private static double most(List<Round> rounds, ToDoubleFunction<Round> column) {
        return rounds.stream().mapToDouble(column).max().orElseThrow();
    }
}
