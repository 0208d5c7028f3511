package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Writes a program in Java: one class, helpers that it needs, and main with the steps. */
public final class JavaWriter {
    /* No variable can have such a name. */
    private static final String WORDS =
            """
            abstract assert boolean break byte case catch char class const continue default
            do double else enum extends final finally float for goto if implements import
            instanceof int interface long native new null package private protected public
            return short static strictfp super switch synchronized this throw throws
            transient try void volatile while true false var record yield arguments failure
            """;

    private static final String IMPORTS =
            """
            import java.io.*;
            import java.net.*;
            import java.nio.*;
            import java.nio.channels.*;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.Arrays;

            """;

    private static final String GAPS =
            "// Not all of it is shown in Java: a comment stands where something is left out.\n";

    private final List<Step> steps;
    private final String name;
    private final Helpers helpers = Helpers.in("java.helpers");
    private final LocalNames names;
    private final JavaTerms terms;
    private final JavaCalls calls;
    private final JavaChannels channels;
    private final List<String> threads = new ArrayList<>();
    private Set<Variable> declared = new HashSet<>();
    private Lines out = new Lines(2);
    private boolean inThread;
    private boolean hasGaps;
    private Set<String> before = Set.of();

    public JavaWriter(List<Step> given, String name, Term pid) {
        steps = new JavaThreads(pid).of(given);
        this.name = name;
        names = new LocalNames(reserved(), Flow.names(steps));
        terms = new JavaTerms(helpers, names);
        channels = new JavaChannels(steps);
        calls = new JavaCalls(terms, helpers, names, channels);
    }

    public String text() {
        hoist(steps);
        all(steps);
        String own = helpers.text(1);
        return IMPORTS
                + (hasGaps ? GAPS : "")
                + "class "
                + name
                + " {\n"
                + own
                + String.join("", threads)
                + "    public static void main(String[] arguments) throws Exception {\n"
                + out.text()
                + "    }\n}\n";
    }

    private void hoist(List<Step> body) {
        Flow.hoisted(JavaThreads.without(body)).stream()
                .filter(each -> !declared.contains(each))
                .forEach(this::declare);
    }

    private void declare(Variable variable) {
        if (declared.add(variable) && !calls.declared(variable).isEmpty()) {
            out.add(calls.declared(variable));
        }
    }

    private void all(List<Step> body) {
        Set<Variable> given = new HashSet<>();
        for (Step step : body) {
            if (step instanceof Step.Make made && isClose(made) && given.contains(closed(made))) {
                out.add("// " + names.of(closed(made)) + " is left to the thread, which shares it");
            } else {
                one(step);
            }
            if (step instanceof Step.Fork(List<Step> child)) {
                given.addAll(kept(child));
            }
        }
    }

    private static boolean isClose(Step.Make made) {
        return made.call().name().equals("close")
                && JavaChannels.variable(made.get("s")).isPresent();
    }

    private static Variable closed(Step.Make made) {
        return JavaChannels.variable(made.get("s")).orElseThrow();
    }

    /** What a thread does more with than closing it. */
    private static Set<Variable> kept(List<Step> body) {
        return Flow.used(
                body.stream()
                        .flatMap(Flow::all)
                        .filter(step -> !(step instanceof Step.Make made && isClose(made)))
                        .filter(step -> Flow.inner(step).isEmpty())
                        .toList());
    }

    private void one(Step step) {
        terms.start();
        before = helpers.mark();
        switch (step) {
            case Step.Make made -> make(made);
            case Step.Set(Variable target, Term value) -> {
                String text =
                        target.type() == Type.ADDRESS ? terms.address(value) : terms.of(value);
                give(target, text);
            }
            case Step.Inherit(Variable target, Term value) -> inherit(target, value);
            case Step.Print(List<Term> values) ->
                    add("System.out.println(" + terms.joined(values) + ");");
            case Step.Note(String text) -> text.lines().forEach(line -> out.add("// " + line));
            case Step.Break _ -> out.add("break;");
            case Step.Loop(List<Step> body) -> block("for (;;) {", body);
            case Step.Repeat(Term times, List<Step> body) -> {
                String turn = names.fresh("turn");
                block(
                        "for (long "
                                + turn
                                + " = 0; "
                                + turn
                                + " < "
                                + terms.of(times)
                                + "; "
                                + turn
                                + "++) {",
                        body);
            }
            case Step.If condition -> condition(condition);
            case Step.Fork(List<Step> body) -> fork(body);
        }
    }

    private void add(String line) {
        if (terms.missing().isEmpty()) {
            out.add(line);
        } else {
            note();
        }
    }

    private void note() {
        hasGaps = true;
        helpers.reset(before);
        out.add("// not shown in Java: " + terms.missing());
    }

    private void give(Variable target, String value) {
        if (!terms.missing().isEmpty() || calls.declared(target).isEmpty()) {
            terms.lacking(terms.missing().isEmpty() ? "variables for this" : terms.missing());
            note();
            declare(target);
        } else if (declared.add(target)) {
            out.add(calls.type(target) + " " + names.of(target) + " = " + value + ";");
        } else {
            out.add(names.of(target) + " = " + value + ";");
        }
    }

    private void inherit(Variable target, Term value) {
        if (value.type() == Type.NONE) {
            give(target, target.type() == Type.NUMBER ? "-1" : "null");
        } else if (target.type().isDescriptor()) {
            out.add("// was descriptor " + terms.of(value) + ", which Java cannot take over");
            declare(target);
        } else {
            give(target, target.type() == Type.ADDRESS ? terms.address(value) : terms.of(value));
            out.remark(" // set before these lines");
        }
    }

    private void make(Step.Make made) {
        String name = made.call().name();
        if (name.equals("exit")) {
            out.add("if (true) {");
            out.add(
                    inThread
                            ? "    return;"
                            : "    System.exit(" + terms.integer(made.get("code")) + ");");
            out.add("}");
            return;
        }
        if (name.equals("pipe") && made.targets().size() == 2) {
            pipe(made);
            return;
        }
        if (name.equals("listen") && channels.isBound(made.get("s"))) {
            out.add("// listen: bind has done this too");
            made.targets().forEach(target -> give(target, "0"));
            return;
        }
        String call = calls.of(made);
        if (!terms.missing().isEmpty()) {
            note();
            made.targets().forEach(this::declare);
            return;
        }
        if (!made.careful() && !inThread) {
            plain(made, call);
            return;
        }
        made.targets().forEach(this::declare);
        helpers.use("report");
        out.open("try {");
        plain(made, call);
        out.dedent();
        out.open("} catch (Exception failure) {");
        out.add("report(\"" + name + "\", failure);");
        for (Variable target : made.targets()) {
            if (!calls.declared(target).isEmpty()) {
                out.add(names.of(target) + (target.type() == Type.NUMBER ? " = -1;" : " = null;"));
            }
        }
        out.close("}");
    }

    private void pipe(Step.Make made) {
        String pipe = names.fresh("pipe");
        out.add("Pipe " + pipe + " = Pipe.open();");
        give(made.targets().get(0), pipe + ".source()");
        give(made.targets().get(1), pipe + ".sink()");
    }

    private void plain(Step.Make made, String call) {
        if (made.targets().isEmpty()) {
            out.add(call + ";");
        } else if (made.targets().size() == 1) {
            single(made, call);
        } else {
            both(made, call);
        }
    }

    /** What gives nothing in Java counts as C's 0. */
    private void single(Step.Make made, String call) {
        Variable target = made.targets().getFirst();
        boolean counts =
                List.of("send", "sendto", "sendall", "write", "sendfile", "getsockopt", "getpid")
                        .contains(made.call().name());
        if (target.type() == Type.NUMBER && !counts) {
            out.add(call + ";");
            give(target, "0");
        } else {
            give(target, call);
        }
    }

    private void both(Step.Make made, String call) {
        Variable first = made.targets().get(0);
        Variable second = made.targets().get(1);
        if (made.call().name().startsWith("accept")) {
            give(first, call);
            give(second, names.of(first) + ".getRemoteAddress()");
        } else if (channels.of(made.get("s")).equals(JavaChannels.DATAGRAM)) {
            String datagram = names.fresh("datagram");
            out.add("Datagram " + datagram + " = " + call + ";");
            give(first, datagram + ".data()");
            give(second, datagram + ".from()");
        } else {
            give(first, call);
            give(second, "null");
        }
    }

    private void block(String head, List<Step> body) {
        if (!terms.missing().isEmpty()) {
            note();
        }
        out.open(head);
        all(body);
        out.close("}");
    }

    private void condition(Step.If condition) {
        String truth = terms.truth(condition.condition());
        if (!terms.missing().isEmpty()) {
            note();
            return;
        }
        out.open("if (" + truth + ") {");
        all(condition.then());
        if (!condition.otherwise().isEmpty()) {
            out.dedent();
            out.open("} else {");
            all(condition.otherwise());
        }
        out.close("}");
    }

    /** Java has no fork: a thread has copies of the variables, and shares the channels. */
    private void fork(List<Step> body) {
        Set<Variable> outside = new LinkedHashSet<>(Flow.used(body));
        outside.retainAll(declared);
        String thread = names.fresh("Child");
        String values = outside.stream().map(names::of).collect(Collectors.joining(", "));
        out.add("new Thread(new " + thread + "(" + values + ")).start();");
        String fields =
                outside.stream()
                        .map(each -> calls.type(each) + " " + names.of(each))
                        .collect(Collectors.joining(", "));
        Lines parents = out;
        Set<Variable> parentsDeclared = declared;
        boolean wasInThread = inThread;
        out = new Lines(1);
        declared = new HashSet<>(outside);
        inThread = true;
        out.add("/** What the child of fork does: here a thread, which shares the channels. */");
        out.open("record " + thread + "(" + fields + ") implements Runnable {");
        out.add("@Override");
        out.open("public void run() {");
        body(JavaThreads.withoutExit(body), outside);
        out.close("}");
        out.close("}");
        threads.add(out.text() + "\n");
        out = parents;
        declared = parentsDeclared;
        inThread = wasInThread;
    }

    private void body(List<Step> body, Set<Variable> outside) {
        Set<Variable> changed =
                body.stream()
                        .flatMap(Flow::all)
                        .flatMap(step -> Flow.targets(step).stream())
                        .collect(Collectors.toSet());
        outside.stream()
                .filter(changed::contains)
                .forEach(each ->
                        out.add(
                                calls.type(each)
                                        + " "
                                        + names.of(each)
                                        + " = this."
                                        + names.of(each)
                                        + ";"));
        hoist(body);
        Set<Variable> elsewhere = usedElsewhere();
        for (Step step : body) {
            if (step instanceof Step.Make made
                    && isClose(made)
                    && elsewhere.contains(closed(made))) {
                out.add("// " + names.of(closed(made)) + " stays open: it is shared");
            } else {
                one(step);
            }
        }
    }

    /** What the parent does more with than closing it. */
    private Set<Variable> usedElsewhere() {
        return kept(JavaThreads.without(steps));
    }

    private static Set<String> reserved() {
        return new HashSet<>(List.of(WORDS.strip().split("\\s+", -1)));
    }
}
