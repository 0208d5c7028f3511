package sockshell.terminal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How quick the prompt is, beside JShell in the same run: {@code mvn -q test -Dtest=PromptSpeed}.
 * It measures and judges nothing, so no build runs it by itself.
 */
class PromptSpeed {
    private static final int RUNS = Integer.getInteger("runs", 7);
    private static final int CALLS = 30;
    private static final int SOCKETS = 19_000;
    private static final String SIGN = "These are 200 of";
    private static final double MILLION = 1e6;

    @TempDir Path home;

    @Test
    void start_beside_JShell() throws Exception {
        Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            ours.add(timeTo("main>", "./sockshell"));
            ratios.add(ours.getLast() / timeTo("jshell>", jshell.toString()));
        }
        report(
                "start to prompt: %.0f ms, %.2f of JShell's"
                        .formatted(median(ours), median(ratios)));
    }

    private double timeTo(String prompt, String command) throws IOException {
        long begin = System.nanoTime();
        try (Person person = new Person(100, 30, Map.of("HOME", home.toString()), command)) {
            person.sees(prompt);
            return (System.nanoTime() - begin) / MILLION;
        }
    }

    @Test
    void answers() throws Exception {
        try (Person person = reading()) {
            person.enter("s, t = socketpair(AF_UNIX, SOCK_STREAM)").sees("==> 3 4");
            List<Double> times = new ArrayList<>();
            for (int i = 2; i < CALLS + 2; i++) {
                times.add(answer(person, "send(s, \"x\")", "$" + i + " ==> 1"));
            }
            report(
                    "a typed call: the first %.0f ms, the second %.0f, one of %d %.0f"
                            .formatted(times.get(0), times.get(1), CALLS, median(times)));
        }
    }

    @Test
    void many_sockets() throws Exception {
        try (Person person = reading()) {
            String all = "repeat " + SOCKETS + " { socket(AF_INET, SOCK_STREAM) }";
            person.enter(all).enter("htons(1)").sees("==> 256");
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                person.type("\f")
                        .sees("a cleared window", lines -> !lines.toString().contains(SIGN));
                times.add(answer(person, "/sockets", SIGN));
            }
            report(
                    "/sockets of %d: the first %.0f ms, then %.0f"
                            .formatted(SOCKETS, times.get(0), median(times)));
        }
    }

    @Test
    void watching() throws Exception {
        try (Person person = reading()) {
            person.enter("l = socket(AF_INET, SOCK_STREAM)").sees("==> 3").enter("listen(l)");
            person.sees("==> 0").enter("/watch").sees("LISTEN");
            rest(Duration.ofSeconds(2));
            Duration before = used(person);
            rest(Duration.ofSeconds(10));
            report(
                    "/watch takes %.1f %% of a core"
                            .formatted(
                                    used(person).minus(before).toNanos()
                                            * 100.0
                                            / SECONDS.toNanos(10)));
        }
    }

    private static Duration used(Person person) {
        ProcessHandle program = person.program().toHandle();
        return Stream.concat(Stream.of(program), program.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Someone who has read the first screen. */
    private Person reading() throws IOException {
        Person person = Person.atSockShell(100, 30, home).sees("main>");
        rest(Duration.ofSeconds(2));
        return person;
    }

    private static void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static double answer(Person person, String line, String sign) {
        person.type(line).sees(line);
        long begin = System.nanoTime();
        person.type(Person.ENTER).sees(sign);
        return NANOSECONDS.toMicros(System.nanoTime() - begin) / 1000.0;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static void report(String line) {
        System.out.println(line);
    }
}
