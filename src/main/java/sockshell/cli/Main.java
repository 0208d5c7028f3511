package sockshell.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import sockshell.libc.LibcKernel;

/**
 * The way in. It chooses what to do and hands over; nothing heavy may be loaded before the choice,
 * so that {@code --version} costs no more than the JVM itself.
 */
public final class Main {
    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private static final String USAGE =
            """
            SockShell, an interactive shell whose statements are the BSD socket calls.

            ./sockshell -e 'CALL; CALL'   run the calls given
            ./sockshell --help            show this text
            ./sockshell --version         show the version
            """;

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        System.exit(System.out.checkError() ? FAILED : code);
    }

    /** Does what the arguments ask and answers the exit code; the streams are a test's, or ours. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 2 && args[0].equals("-e")) {
            return runScript(args[1].lines().toList(), out, err);
        }
        if (args.length != 1) {
            return refuse(args.length == 0 ? "an argument is missing" : "one argument only", err);
        }
        return switch (args[0]) {
            case "--help" -> say(USAGE.strip(), out);
            case "--version" -> say("SockShell " + version(), out);
            default -> refuse("unknown argument " + onOneLine(args[0]), err);
        };
    }

    private static int runScript(List<String> lines, PrintStream out, PrintStream err) {
        return new Script(new LibcKernel(), out, err).run(lines) ? WELL : FAILED;
    }

    private static int say(String text, PrintStream out) {
        out.println(text);
        return WELL;
    }

    private static int refuse(String reason, PrintStream err) {
        err.println("sockshell: " + reason + "; --help shows what it takes.");
        return UNUSABLE;
    }

    /** An argument may hold anything, a terminal's escape sequences too. */
    private static String onOneLine(String argument) {
        return argument.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** The version is written in pom.xml alone, whence Maven carries it into the jar's manifest. */
    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not yet in a jar)");
    }
}
