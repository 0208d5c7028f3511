package sockshell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The way in. It chooses what to do and hands over; nothing heavy may be loaded before the choice,
 * so that {@code --version} costs no more than the JVM itself.
 */
public final class Main {

    private static final String USAGE =
            """
            SockShell, an interactive shell whose statements are the BSD socket calls.

            ./sockshell                   the prompt; without a terminal the same as -
                --startup FILE            lines to begin with
            ./sockshell FILE              run a script or a recording
            ./sockshell -                 the same from standard input
            ./sockshell -e 'CALL; CALL'   run the calls given
                --stop                    end behind the first line with a call that failed
                --deadline SECONDS        how long to wait for what is blocked; 5 if not said
                --record FILE             keep the session in a new file; so does the prompt
            ./sockshell replay FILE...    run recordings again, and compare
                --bless                   write what happens now into the recordings
                --trust                   let them speak with other machines, and open any file
                --deadline SECONDS        how long a call may take; 10 if not said
            ./sockshell play FILE         show a recording as it was typed; nothing is run
                --speed NUMBER, --step    faster or slower; statement by statement
            ./sockshell export FILE       run a recording again, and make another file of it
                --to FORMAT               cast, svg, html, mermaid, pcapng, c, python or java
                --out PATH                where to; if not said, standard output, and for
                                          programs a folder of their own
            ./sockshell lesson [NAME]     begin a lesson, or list them all
            ./sockshell lesson check [NAME...]      prove that lessons hold on this machine
            ./sockshell lesson grade NAME FILE      judge a student's recording
            ./sockshell lesson new NAME   begin to write one
                --lessons FOLDER          one's own lessons
            ./sockshell --help            show this text
            ./sockshell --version         show the version

            What comes out of a script is a transcript. The exit code is 0 if all went well, 1 if a
            call failed or a recording differed, 2 for unusable arguments or files, 3 for a
            recording without its end.
            """;

    private static final Set<String> PROMPT = Set.of("--startup", "--record", "--lessons");
    private static final Set<String> SCRIPT = Set.of("--stop", "--deadline", "--record");
    private static final Set<String> REPLAY = Set.of("--bless", "--trust", "--deadline");
    private static final Set<String> PLAY = Set.of("--speed", "--step");
    private static final Set<String> EXPORT = Set.of("--to", "--out", "--trust", "--deadline");

    private static final Set<String> LESSON = Set.of("--lessons", "--record");

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, new Terminal(System.in, System.out, System.err));
        System.exit(System.out.checkError() ? ExitCode.FAILED.number() : code);
    }

    /** The three streams: a test's, or ours. */
    record Terminal(InputStream in, PrintStream out, PrintStream err) {}

    /** Does what the arguments ask and answers the exit code. */
    static int run(String[] args, Terminal terminal) {
        Options.Parsed parsed = Options.parse(args);
        if (parsed.problem().isPresent()) {
            return refuse(parsed.problem().get(), terminal);
        }
        Options options = parsed.options();
        List<String> rest = options.rest();
        Optional<String> unfit = options.other(known(rest));
        if (unfit.isPresent()) {
            return refuse(unfit.get() + " does not fit here", terminal);
        }
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "replay" -> replay(options, terminal);
            case "lesson" -> lesson(options, terminal);
            case "play" ->
                    rest.size() == 2
                            ? new Plays(options, terminal).run(rest.getLast())
                            : refuse("play takes one recording", terminal);
            case "export" ->
                    rest.size() == 2
                            ? new Exports(options, terminal).run(rest.getLast())
                            : refuse("export takes one recording, and --to FORMAT", terminal);
            default -> session(rest, new Runs(options, terminal), terminal);
        };
    }

    private static Set<String> known(List<String> rest) {
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "" -> PROMPT;
            case "replay" -> REPLAY;
            case "lesson" -> LESSON;
            case "play" -> PLAY;
            case "export" -> EXPORT;
            default -> SCRIPT;
        };
    }

    private static int replay(Options options, Terminal terminal) {
        List<String> files = options.rest().subList(1, options.rest().size());
        return files.isEmpty()
                ? refuse("replay needs the recordings to run again", terminal)
                : new Replays(options, terminal).run(files);
    }

    private static int lesson(Options options, Terminal terminal) {
        List<String> words = options.rest().subList(1, options.rest().size());
        Lessons lessons = new Lessons(options, terminal);
        try {
            lessons.look();
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "" -> lessons.list();
                case "check" -> lessons.check(words.subList(1, words.size()));
                case "grade" ->
                        words.size() == 3
                                ? lessons.grade(words.get(1), words.get(2))
                                : refuse("lesson grade takes a lesson and a recording", terminal);
                case "new" ->
                        words.size() == 2 && words.get(1).matches("[a-z0-9-]+")
                                ? lessons.begin(words.get(1))
                                : refuse("lesson new takes a name such as my-lesson", terminal);
                default -> new Runs(options, terminal).prompt(Optional.of(words.getFirst()));
            };
        } catch (IOException | IllegalArgumentException e) {
            return refuse(onOneLine(String.valueOf(e.getMessage())), terminal);
        }
    }

    private static int session(List<String> rest, Runs runs, Terminal terminal) {
        if (rest.isEmpty()) {
            return runs.prompt(Optional.empty());
        }
        if (rest.size() == 2 && rest.getFirst().equals("--rehearse")) {
            return runs.rehearse(rest.getLast());
        }
        if (rest.size() == 2 && rest.getFirst().equals("-e")) {
            return runs.text(rest.getLast());
        }
        return rest.size() == 1
                ? one(rest.getFirst(), runs, terminal)
                : refuse("one argument only", terminal);
    }

    private static int one(String argument, Runs runs, Terminal terminal) {
        return switch (argument) {
            case "--help" -> say(USAGE.strip(), terminal);
            case "--version" -> say("SockShell " + version(), terminal);
            case "-" -> runs.standardInput();
            case "-e" -> refuse("-e needs the calls to run", terminal);
            case "" -> refuse("the name of the file is empty", terminal);
            default ->
                    argument.startsWith("-")
                            ? refuse("unknown argument " + onOneLine(argument), terminal)
                            : runs.file(argument);
        };
    }

    private static int say(String text, Terminal terminal) {
        terminal.out().println(text);
        return ExitCode.WELL.number();
    }

    static int refuse(String reason, Terminal terminal) {
        terminal.err().println("sockshell: " + reason + "; --help shows what it takes.");
        return ExitCode.UNUSABLE.number();
    }

    /** An argument may hold anything, a terminal's escape sequences too. */
    static String onOneLine(String argument) {
        return argument.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** The version is written in pom.xml alone, whence Maven carries it into the jar's manifest. */
    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not yet in a jar)");
    }
}
