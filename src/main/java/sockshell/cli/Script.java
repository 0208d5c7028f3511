package sockshell.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.lang.Mistake;
import sockshell.lang.Parser;
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
            write(process, open.isEmpty() ? "> " : "| ", CONTROL.matcher(text).replaceAll("?"));
            open.append(text).append('\n');
            if (understood(process, open.toString())) {
                open.setLength(0);
            }
        }
        sayWhoIsBlocked();
        return !failed;
    }

    /** Runs what was typed so far, unless more lines belong to it. */
    private boolean understood(String process, String text) {
        Parser.Parsed parsed = Parser.parse(text, catalogue::has);
        if (!parsed.unfinished()) {
            parsed.mistakes().forEach(each -> happened(new Event.Slipped(process, each)));
            if (parsed.mistakes().isEmpty()) {
                parsed.statements().forEach(each -> run(process, each));
            }
        }
        return !parsed.unfinished();
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
            case Event.Slipped(String process, Mistake mistake) -> {
                failed = true;
                write(process, "= ! ", mistake.message());
            }
        }
    }

    private void write(String process, String mark, String text) {
        out.println(process + mark + text);
    }
}
