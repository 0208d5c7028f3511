package sockshell.cli;

import java.io.PrintStream;
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
    private static final Pattern SPOKEN = Pattern.compile("([A-Za-z_][A-Za-z_0-9.]*)>(?: (.*))?");

    private final Catalogue catalogue = new Catalogue();
    private final Session session;
    private final ResultText results;
    private final PrintStream out;
    private boolean failed;

    Script(Kernel kernel, PrintStream out) {
        this.out = out;
        results = new ResultText(kernel.constants());
        session = new Session(kernel, catalogue, this::write);
    }

    /** Whether every call did what it was asked. */
    boolean run(List<String> lines) {
        String process = "main";
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            Matcher spoken = SPOKEN.matcher(line);
            boolean begins = open.isEmpty() && spoken.matches();
            process = begins ? spoken.group(1) : open.isEmpty() ? "main" : process;
            String text = begins ? String.valueOf(spoken.group(2)) : line;
            out.println(process + (open.isEmpty() ? "> " : "| ") + text);
            open.append(text).append('\n');
            Parser.Parsed parsed = Parser.parse(open.toString(), catalogue::has);
            if (!parsed.unfinished()) {
                run(process, parsed);
                open.setLength(0);
            }
        }
        return !failed;
    }

    private void run(String process, Parser.Parsed parsed) {
        for (Mistake mistake : parsed.mistakes()) {
            write(new Event.Slipped(process, mistake));
        }
        if (parsed.mistakes().isEmpty()) {
            for (Stmt statement : parsed.statements()) {
                session.run(process, statement);
            }
        }
    }

    private void write(Event event) {
        switch (event) {
            case Event.Finished(String process, Outcome outcome) -> {
                failed |= outcome instanceof Outcome.Failed;
                String text = results.of(outcome);
                if (!text.isEmpty()) {
                    out.println(process + "= " + text);
                }
            }
            case Event.Blocked(String process, String call) -> out.println(process + "* " + call);
            case Event.Printed(String process, String line) -> out.println(process + ": " + line);
            case Event.Slipped(String process, Mistake mistake) -> {
                failed = true;
                out.println(process + "= ! " + mistake.message());
            }
            case Event.Returned _ -> {}
        }
    }
}
