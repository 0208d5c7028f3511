package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Tools;

/**
 * How quick transcripts are, by the program itself: {@code mvn -q test -Dtest=TranscriptSpeed}. It
 * measures and judges nothing, so no build runs it by itself.
 */
class TranscriptSpeed {
    private static final int RUNS = Integer.getInteger("runs", 5);
    private static final int PAIRS = 5_000;
    private static final int LARGE = (10 << 20) - 200;
    private static final String HEAD = "%sockshell-transcript 1\n";
    private static final String PAIR = "main> a, b = socketpair(AF_UNIX, SOCK_STREAM)\nmain= 3 4\n";
    private static final String LOOP =
            "a, b = socketpair(AF_UNIX, SOCK_STREAM); repeat 200000 { send(a, \"x\"); recv(b, 1) }";
    private static final double NANOS = 1e9;

    @TempDir Path folder;

    @Test
    void ten_thousand_statements() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + PAIR);
        for (int i = 0; i < PAIRS; i++) {
            text.append("main> send(a, \"hello\")\nmain= 5\nmain> recv(b, 9)\nmain= 5 \"hello\"\n");
        }
        String file = file("many.skt", text + "%end ok\n");
        report("10,000 statements replayed: %.2f s", median(List.of("replay", file)));
    }

    /** The last line has a mistake, so that the file is read and nothing is run. */
    @Test
    void ten_mebibytes() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + PAIR);
        while (text.length() < LARGE) {
            text.append("main> send(a, \"hello\")\nmain= 5\n");
        }
        String file = file("large.skt", text + "?\n");
        report("10 MiB opened: %.2f s", median(List.of("replay", file)));
    }

    @Test
    void recording() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            String file = folder.resolve("loop" + i + ".skt").toString();
            double without = seconds(List.of("-e", LOOP));
            ratios.add(seconds(List.of("--record", file, "-e", LOOP)) / without);
        }
        report("200,000 turns recorded, to not recorded: %.2f", median(ratios.stream()));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static double median(List<String> arguments) {
        return median(Stream.generate(() -> seconds(arguments)).limit(RUNS));
    }

    private static double median(Stream<Double> all) {
        List<Double> sorted = all.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** From the start of the program to its end. */
    private static double seconds(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("./sockshell"));
        command.addAll(arguments);
        long start = System.nanoTime();
        assertThat(Tools.run(command).exit()).isLessThan(3);
        return (System.nanoTime() - start) / NANOS;
    }

    private static void report(String what, double figure) {
        System.out.println(what.formatted(figure));
    }
}
