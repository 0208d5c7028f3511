package sockshell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * {@code repeat 200000 { send(a, "x"); recv(b, 1) }} as {@code ./sockshell} runs it, beside the
 * same loop in C and in Python. C and Python time their loop alone; of SockShell the time of a
 * script with one turn is taken off, so that its start is left out and the JIT's work is not. The
 * later loops are those that follow in the same script.
 */
public final class Loops {
    private static final int TURNS = 200_000;
    private static final int LATER = 3;
    private static final String PAIR = "a, b = socketpair(AF_UNIX, SOCK_STREAM)\n";

    private final Path folder;
    private final List<Double> c = new ArrayList<>();
    private final List<Double> python = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> later = new ArrayList<>();

    private Loops(Path folder) {
        this.folder = folder;
    }

    /** Arguments: {@code quick} or {@code full}, and a folder to write to. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        Loops loops = new Loops(Path.of(args[1]));
        loops.prepare();
        for (int round = 0; round < effort.rounds(); round++) {
            loops.round();
        }
        loops.print();
        System.out.println(effort.remark());
    }

    private void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String source = Path.of("src", "bench", "c", "loop.c").toString();
        output("cc", "-O2", "-Wall", "-o", folder.resolve("loop").toString(), source);
        script("one", 1, 1);
        script("first", TURNS, 1);
        script("later", TURNS, 1 + LATER);
        output("./sockshell", "--version");
    }

    private void script(String name, int turns, int times) throws IOException {
        String loop = "repeat " + turns + " { send(a, \"x\"); recv(b, 1) }\n";
        Files.writeString(
                folder.resolve(name), PAIR + String.join("", Collections.nCopies(times, loop)));
    }

    private void round() throws IOException, InterruptedException {
        String turns = Integer.toString(TURNS);
        c.add(Double.parseDouble(output(folder.resolve("loop").toString(), turns)));
        String program = Path.of("src", "bench", "python", "loop.py").toString();
        python.add(Double.parseDouble(output("python3", program, turns)));
        double one = seconds("one");
        double all = seconds("first");
        first.add(all - one);
        later.add((seconds("later") - all) / LATER);
    }

    private double seconds(String script) throws IOException, InterruptedException {
        long start = System.nanoTime();
        output("./sockshell", folder.resolve(script).toString());
        return (System.nanoTime() - start) / 1e9;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return output.strip();
    }

    private void print() {
        System.out.println("| 200,000 turns of send + recv | seconds | to C | to Python |");
        System.out.println("| --- | ---: | ---: | ---: |");
        row("C", c);
        row("Python", python);
        row("SockShell, first loop", first);
        row("SockShell, later loops", later);
    }

    private void row(String title, List<Double> seconds) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.2f | %.2f |%n",
                title,
                median(seconds),
                median(seconds) / median(c),
                median(seconds) / median(python));
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().flatMapToDouble(DoubleStream::of));
    }
}
