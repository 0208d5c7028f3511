package sockshell.repl;

import java.time.Duration;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.Session;
import sockshell.sys.Kernel;

/**
 * Makes a few calls in a session that nobody sees while the person reads the first screen: a call
 * that the JVM never made takes it some 50 ms, and the next ones none.
 */
final class Warmup {
    private static final String CALLS =
            "s = socket(AF_INET, SOCK_STREAM); bind(s, (\"127.0.0.1\", 0)); close(s)";

    private Warmup() {}

    static void begin(Kernel kernel, Catalogue catalogue) {
        Thread thread = new Thread(() -> run(kernel, catalogue), "warmup");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Kernel kernel, Catalogue catalogue) {
        try (Session unseen = new Session(kernel, catalogue, _ -> {})) {
            unseen.run("warmup", Parser.parse(CALLS, catalogue::has).typed(), Duration.ZERO);
            unseen.survey();
            kernel.inspection().packetsUnderWay();
        }
    }
}
