package sockshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Checkout.Outcome;

/**
 * The launcher with a real JVM: its ahead-of-time cache helps or is made anew, and never speaks.
 */
class AotCacheTest {
    private final Checkout checkout;

    AotCacheTest(@TempDir Path temp) throws IOException {
        checkout = Checkout.in(temp);
    }

    /** All that a JVM needs to show which jar it runs, and with which arguments. */
    static final class Printer {
        private Printer() {}

        public static void main(String[] args) {
            System.out.println("first " + String.join("|", args));
        }
    }

    private static void assertPrinted(String text, Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome(0, text + "\n", ""));
    }

    @Test
    void a_start_makes_a_cache_and_the_next_one_loads_from_it() throws Exception {
        checkout.jarThatRuns(Printer.class, UnaryOperator.identity());
        assertPrinted("first a b||c", checkout.startForReal("a b", "", "c"));
        Path cache = checkout.caches().getFirst();
        String logged = loadedFrom(cache);
        assertThat(logged).contains(Printer.class.getName() + " source: shared objects file");
    }

    private String loadedFrom(Path cache) throws IOException, InterruptedException {
        ProcessBuilder builder = checkout.command(List.of("./sockshell"));
        builder.environment().put("SOCKSHELL_JAVA", System.getProperty("java.home"));
        builder.environment().put("SOCKSHELL_JAVA_OPTS", "-Xlog:class+load");
        Object made = Files.getAttribute(cache, "unix:ino");
        Outcome outcome = Checkout.outcome(builder);
        assertThat(Files.getAttribute(cache, "unix:ino")).isEqualTo(made);
        return outcome.out();
    }

    @Test
    void a_jar_that_was_replaced_does_not_run_the_old_classes() throws Exception {
        checkout.jarThatRuns(Printer.class, UnaryOperator.identity());
        assertPrinted("first ", checkout.startForReal());
        checkout.jarThatRuns(Printer.class, bytes -> bytes.replace("first ", "other "));
        assertPrinted("other ", checkout.startForReal());
        assertThat(checkout.caches()).hasSize(1);
    }

    @Test
    void a_garbage_cache_does_not_stop_it_and_is_made_anew() throws Exception {
        checkout.jarThatRuns(Printer.class, UnaryOperator.identity());
        assertPrinted("first ", checkout.startForReal());
        Path cache = Files.writeString(checkout.caches().getFirst(), "garbage");
        assertPrinted("first ", checkout.startForReal());
        assertThat(Files.size(cache)).isGreaterThan(1_000_000);
    }

    @Test
    void a_damaged_cache_of_the_right_age_does_not_stop_it() throws Exception {
        checkout.jarThatRuns(Printer.class, UnaryOperator.identity());
        assertPrinted("first ", checkout.startForReal());
        Path cache = checkout.caches().getFirst();
        byte[] whole = Files.readAllBytes(cache);
        for (int kept : new int[] {0, 100, whole.length / 2}) {
            Files.write(cache, Arrays.copyOf(whole, kept));
            Files.setLastModifiedTime(cache, Files.getLastModifiedTime(checkout.jar()));
            assertPrinted("first ", checkout.startForReal());
            assertThat(cache).hasSize(kept);
        }
    }
}
