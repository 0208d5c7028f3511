package sockshell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs all cases in C, Java and Python, in rounds, and prints how they compare. It fails where
 * something broke, and not where a ratio is above its bound: that may be the machine's doing, and
 * is for a person to judge.
 */
public final class Compare {
    private Compare() {}

    /** Arguments: {@code quick} or {@code full}, and a folder to write to. */
    public static void main(String[] args)
            throws IOException, InterruptedException, RunnerException {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        Path folder = Path.of(args[1]);
        Programs programs = Programs.prepare(folder, effort);
        Port port = new Port(programs.block(), folder.resolve("jmh.log"), effort);
        Map<Case, List<Round>> rounds = new EnumMap<>(Case.class);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Case which : Case.values()) {
                rounds.computeIfAbsent(which, _ -> new ArrayList<>())
                        .add(round(which, programs, port));
            }
        }
        System.out.print(new Table(rounds).text());
        System.out.println(effort.remark());
    }

    private static Round round(Case which, Programs programs, Port port)
            throws IOException, InterruptedException, RunnerException {
        double c = programs.c(which);
        Port.Measured measured =
                which.benchmark().isEmpty()
                        ? new Port.Measured(programs.threadedC(which), 0)
                        : port.measure(which);
        return new Round(c, measured, programs.python(which));
    }
}
