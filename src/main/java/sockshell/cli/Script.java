package sockshell.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.lang.Mistake;
import sockshell.lang.Parser;
import sockshell.lang.Source;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ResultText;
import sockshell.session.Event;
import sockshell.session.Session;
import sockshell.sys.Kernel;

/** Runs statements without a terminal; what it writes is a transcript. */
final class Script {
    private static final Pattern SPOKEN = Pattern.compile("([A-Za-z_][A-Za-z_0-9.]*)>(?: |$)(.*)");

    /* what a terminal might obey; the language refuses it as well */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\t]]");
    private static final String MAIN = "main";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Catalogue catalogue = new Catalogue();
    private final Session session;
    private final ResultText results;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Source> sources = new HashMap<>();
    private boolean failed;

    Script(Kernel kernel, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        results = new ResultText(kernel.constants());
        session = new Session(kernel, catalogue, this::happened);
    }

    /** Whether every call did what it was asked. */
    boolean run(List<String> lines) {
        String process = MAIN;
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            Matcher spoken = SPOKEN.matcher(line);
            boolean begins = open.isEmpty() && spoken.matches();
            if (open.isEmpty()) {
                process = begins ? spoken.group(1) : MAIN;
            }
            String text = begins ? spoken.group(2) : line;
            write(process, open.isEmpty() ? "> " : "| ", harmless(text));
            open.append(text).append('\n');
            if (understood(process, open.toString())) {
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            for (Mistake each : parse(process, open.toString()).mistakes()) {
                slipped(process, each);
            }
        }
        sayWhoIsBlocked();
        return !failed;
    }

    /** Runs what was typed so far, unless more lines belong to it. */
    private boolean understood(String process, String text) {
        Parser.Parsed parsed = parse(process, text);
        if (!parsed.unfinished()) {
            parsed.mistakes().forEach(each -> slipped(process, each));
            if (parsed.mistakes().isEmpty()) {
                parsed.statements().forEach(each -> run(process, each));
            }
        }
        return !parsed.unfinished();
    }

    private Parser.Parsed parse(String process, String text) {
        sources.put(process, new Source(text));
        return Parser.parse(text, catalogue::has);
    }

    private void run(String process, Stmt statement) {
        if (!session.run(process, statement, PATIENCE)) {
            failed = true;
            err.println("sockshell: " + process + " is still blocked; the line was left out.");
        }
    }

    private void sayWhoIsBlocked() {
        if (!session.awaitAll(PATIENCE)) {
            for (Event.Blocked each : session.blocked()) {
                err.println("sockshell: " + each.process() + " is blocked in " + each.call() + ".");
            }
        }
    }

    private void happened(Event event) {
        switch (event) {
            case Event.Finished(String process, Outcome outcome) -> {
                failed |= outcome instanceof Outcome.Failed;
                String text = results.of(outcome);
                if (!text.isEmpty()) {
                    write(process, "= ", text);
                }
            }
            case Event.Blocked(String process, String call) -> write(process, "* ", call);
            case Event.Slipped(String process, Mistake mistake) -> slipped(process, mistake);
        }
    }

    /** The transcript says what is wrong; standard error shows where, and what to do. */
    private void slipped(String process, Mistake mistake) {
        failed = true;
        write(process, "= ! ", mistake.message());
        Source source = sources.getOrDefault(process, new Source(""));
        int at = mistake.span().from();
        err.println(harmless(source.lineAt(at)));
        err.println(" ".repeat(source.column(at) - 1) + "^ " + mistake.message());
        if (!mistake.hint().isEmpty()) {
            err.println(mistake.hint());
        }
    }

    private static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    private void write(String process, String mark, String text) {
        out.println(process + mark + text);
    }
}
