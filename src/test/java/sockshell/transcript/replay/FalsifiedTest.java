package sockshell.transcript.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.transcript.Line;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.TranscriptReader.Reading;

/**
 * Every shipped recording, falsified in one place: a number, a byte, an errno, an order, a missing
 * block. Whatever can still be read must be seen to differ.
 */
class FalsifiedTest {
    /** So many of each recording: all of them take minutes. */
    private static final int MOST = Integer.getInteger("falsifications", 12);

    private static final Pattern NUMBER = Pattern.compile("^(-?)(\\d+)(?![\\d.])");
    private static final Pattern LETTER = Pattern.compile("\"([^\"\\\\])");
    private static final Pattern ERRNO = Pattern.compile("^-1 E[A-Z]+");

    private final Rerun rerun = new Rerun();

    static List<Path> shipped() {
        return Rerun.shipped().toList();
    }

    /** A falsified text, and what was done to it. */
    private record Falsified(String what, String text) {}

    @ParameterizedTest
    @MethodSource("shipped")
    void what_is_falsified_differs(Path file) {
        List<String> missed = new ArrayList<>();
        for (Falsified each : thinned(falsified(Rerun.text(file).lines().toList()))) {
            Reading reading =
                    TranscriptReader.read("f", each.text().getBytes(StandardCharsets.UTF_8));
            boolean isCaught =
                    !reading.problems().isEmpty()
                            || rerun.of(reading, Terms.in(Rerun.SHIPPED)).isPresent();
            if (!isCaught) {
                missed.add(each.what());
            }
        }
        assertThat(missed).isEmpty();
    }

    /** Of a long recording every so many only, spread over all of it, as each is a whole run. */
    private static List<Falsified> thinned(List<Falsified> all) {
        int step = 1 + all.size() / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Falsified> falsified(List<String> lines) {
        List<Falsified> all = new ArrayList<>();
        IntStream.range(0, lines.size()).forEach(i -> all.addAll(falsified(lines, i)));
        return all;
    }

    private static List<Falsified> falsified(List<String> lines, int at) {
        List<Falsified> all = new ArrayList<>();
        switch (Line.of(lines.get(at))) {
            case Line.Result(String who, String text, boolean compared) -> {
                if (compared) {
                    results(text)
                            .forEach(other -> all.add(replaced(lines, at, who + "= " + other)));
                }
            }
            case Line.Blocked(String who, String call) -> {
                if (!returnsByItself(lines, at, who)) {
                    all.add(removed(lines, at));
                }
                all.add(replaced(lines, at, who + "* " + call + "x"));
            }
            case Line.Printed(String who, String text) -> {
                all.add(removed(lines, at));
                all.add(replaced(lines, at, who + ": " + text + "x"));
            }
            default -> {}
        }
        swapped(lines, at).ifPresent(all::add);
        return all;
    }

    /** Its result is the next thing seen: it may as well need a moment, and never block. */
    private static boolean returnsByItself(List<String> lines, int at, String who) {
        return lines.stream()
                .skip(at + 1)
                .map(Line::of)
                .filter(line -> !(line instanceof Line.Pause || line instanceof Line.Prose))
                .findFirst()
                .filter(line -> line instanceof Line.Result(String next, _, _) && next.equals(who))
                .isPresent();
    }

    private static List<String> results(String text) {
        List<String> others = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            String more = Integer.toString(Integer.parseInt(number.group(2)) + 1);
            others.add(number.replaceFirst(number.group(1) + more));
        }
        Matcher letter = LETTER.matcher(text);
        if (letter.find()) {
            others.add(letter.replaceFirst(letter.group(1).equals("~") ? "\"!" : "\"~"));
        }
        if (ERRNO.matcher(text).find()) {
            others.add(text.replaceFirst("E[A-Z]+", "EXDEV"));
        }
        others.add(text + "x");
        return others;
    }

    private static Falsified replaced(List<String> lines, int at, String other) {
        List<String> changed = new ArrayList<>(lines);
        String before = changed.set(at, other);
        return new Falsified((at + 1) + ": " + before + " -> " + other, joined(changed));
    }

    private static Falsified removed(List<String> lines, int at) {
        List<String> changed = new ArrayList<>(lines);
        String before = changed.remove(at);
        return new Falsified((at + 1) + ": without " + before, joined(changed));
    }

    /** Two neighbours of different processes in another order. */
    private static Optional<Falsified> swapped(List<String> lines, int at) {
        if (at + 1 >= lines.size() || !isSeen(lines.get(at)) || !isSeen(lines.get(at + 1))) {
            return Optional.empty();
        }
        List<String> changed = new ArrayList<>(lines);
        String before = changed.remove(at);
        changed.add(at + 1, before);
        return Optional.of(
                new Falsified((at + 1) + ": behind the next " + before, joined(changed)));
    }

    private static boolean isSeen(String line) {
        return Line.of(line) instanceof Line.Result
                || Line.of(line) instanceof Line.Blocked
                || Line.of(line) instanceof Line.Printed;
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
