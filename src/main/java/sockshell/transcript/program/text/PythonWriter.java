package sockshell.transcript.program.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Writes a program in Python: the modules that it needs, helpers, and the steps one by one. */
public final class PythonWriter {
    /* Python's own words, its functions and the modules that the program may use. */
    private static final String WORDS =
            """
            and as assert async await break class continue def del elif else except finally
            for from global if import in is lambda nonlocal not or pass raise return try
            while with print input len sum map range socket select os fcntl errno termios
            struct array sys time attempt closed show sockaddr_in sockaddr_in6
            """;

    private final List<Step> steps;
    private final Helpers helpers = Helpers.in("python.helpers");
    private final LocalNames names;
    private final PythonTerms terms;
    private final PythonCalls calls;
    private final Lines out = new Lines(0);
    private Set<String> before = Set.of();

    public PythonWriter(List<Step> steps) {
        this.steps = steps;
        names = new LocalNames(reserved(), Flow.names(steps));
        terms = new PythonTerms(helpers, names);
        calls = new PythonCalls(terms, helpers, names);
    }

    public String text() {
        all(steps);
        String body = out.text();
        String own = helpers.text(2);
        terms.note(own);
        terms.note(body);
        String imports =
                terms.modules().stream()
                        .map(module -> "import " + module + "\n")
                        .collect(Collectors.joining());
        return imports + (imports.isEmpty() ? "" : "\n") + (own.isEmpty() ? "" : "\n" + own) + body;
    }

    private void all(List<Step> body) {
        body.forEach(this::one);
    }

    private void block(List<Step> body) {
        if (body.stream().allMatch(step -> step instanceof Step.Note)) {
            out.add("pass");
        }
        all(body);
        out.dedent();
    }

    private void one(Step step) {
        terms.start();
        before = helpers.mark();
        Lines lines = new Lines(out.depth());
        switch (step) {
            case Step.Make made -> {
                calls.write(made, lines);
                finish(lines);
            }
            case Step.Set(Variable target, Term value) -> {
                lines.add(names.of(target) + " = " + set(target, value));
                finish(lines);
            }
            case Step.Inherit(Variable target, Term value) -> {
                inherit(target, value, lines);
                finish(lines);
            }
            case Step.Print(List<Term> values) -> {
                lines.add(print(values));
                finish(lines);
            }
            case Step.Note(String text) -> text.lines().forEach(line -> out.add("# " + line));
            case Step.Break _ -> out.add("break");
            case Step.Loop(List<Step> body) -> {
                out.open("while True:");
                block(body);
            }
            case Step.Repeat(Term times, List<Step> body) -> {
                out.open("for _ in range(" + terms.of(times) + "):");
                block(body);
            }
            case Step.If condition -> condition(condition);
            case Step.Fork(List<Step> body) -> {
                out.open("if os.fork() == 0:");
                all(body);
                out.add("sys.exit(0)");
                out.dedent();
            }
        }
    }

    private String set(Variable target, Term value) {
        return target.type() == Type.ADDRESS ? terms.address(value) : terms.of(value);
    }

    private void inherit(Variable target, Term value, Lines lines) {
        boolean isNone = value.type() == Type.NONE;
        String given =
                switch (target.type()) {
                    case SOCKET -> socket(value);
                    case ADDRESS -> terms.address(value);
                    default -> isNone ? "-1" : terms.of(value);
                };
        lines.add(names.of(target) + " = " + given + (isNone ? "" : "  # set before these lines"));
    }

    private String socket(Term value) {
        return switch (value) {
            case Term.Whole(long number) when number >= 0 -> "socket.socket(fileno=" + number + ")";
            default -> helpers.use("closed") + "()";
        };
    }

    private void finish(Lines lines) {
        if (terms.missing().isEmpty()) {
            out.addAll(lines);
        } else {
            helpers.reset(before);
            out.add("# not shown in Python: " + terms.missing());
            out.add("pass");
        }
    }

    private void condition(Step.If condition) {
        out.open("if " + terms.of(condition.condition()) + ":");
        block(condition.then());
        if (!condition.otherwise().isEmpty()) {
            out.open("else:");
            block(condition.otherwise());
        }
    }

    private String print(List<Term> values) {
        String all = values.stream().map(this::shown).collect(Collectors.joining(", "));
        return "print(" + all + (all.isEmpty() ? "" : ", ") + "flush=True)";
    }

    private String shown(Term value) {
        return switch (value.type()) {
            case DATA -> terms.string(value);
            case ADDRESS -> helpers.use("show") + "(" + terms.of(value) + ")";
            default -> terms.number(value);
        };
    }

    private static Set<String> reserved() {
        return new HashSet<>(List.of(WORDS.strip().split("\\s+", -1)));
    }
}
