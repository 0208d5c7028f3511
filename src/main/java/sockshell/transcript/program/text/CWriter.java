package sockshell.transcript.program.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Writes a program in C: headers, helpers that it needs, and main with the steps one by one. */
public final class CWriter {
    /* C's own words, and functions and macros that the program may call. */
    private static final String WORDS =
            """
            auto break case char const continue default do double else enum extern float for
            goto if inline int long register restrict return short signed sizeof static
            struct switch typedef union unsigned void volatile while main errno unix linux
            stdin stdout stderr printf fprintf strlen memcpy memcmp signal index text check
            host port local named shown part joined repeated size lookup internet numbered
            compared terminated ask
            """;

    private static final String HEADERS =
            """
            #define _GNU_SOURCE
            #include <arpa/inet.h>
            #include <ctype.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <limits.h>
            #include <net/if.h>
            #include <netdb.h>
            #include <netinet/in.h>
            #include <netinet/tcp.h>
            #include <netinet/udp.h>
            #include <poll.h>
            #include <signal.h>
            #include <stddef.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/epoll.h>
            #include <sys/ioctl.h>
            #include <sys/select.h>
            #include <sys/sendfile.h>
            #include <sys/socket.h>
            #include <sys/time.h>
            #include <sys/un.h>
            #include <sys/wait.h>
            #include <unistd.h>

            """;

    private final List<Step> steps;
    private final Helpers helpers = Helpers.in("c.helpers");
    private final LocalNames names;
    private final CTerms terms;
    private final CMemory memory;
    private final CCalls calls;
    private final CPrint print;
    private final Lines out = new Lines(1);
    private Set<String> before = Set.of();

    public CWriter(List<Step> steps, Set<String> reserved) {
        this.steps = steps;
        Set<Variable> used = Flow.used(steps);
        names = new LocalNames(reserved, Flow.names(steps));
        terms = new CTerms(helpers, names);
        memory = new CMemory(terms, helpers, names, used);
        calls = new CCalls(terms, helpers, names, memory);
        print = new CPrint(terms, helpers);
    }

    public String text() {
        out.add("/* A send to a connection that is gone gives EPIPE, and ends nothing. */");
        out.add("signal(SIGPIPE, SIG_IGN);");
        out.add("setvbuf(stdout, NULL, _IOLBF, 0);");
        out.add("");
        Flow.hoisted(steps).stream()
                .filter(variable ->
                        !Set.of(Type.LIST, Type.FIELDS, Type.NONE).contains(variable.type()))
                .forEach(variable -> memory.declare(variable, out));
        all(steps);
        String most = "#define MOST " + Flow.mostBytes(steps) + " /* bytes in one variable */\n\n";
        return HEADERS
                + (helpers.isUsed("data") ? most : "")
                + helpers.text(1)
                + "int main(void)\n{\n"
                + out.text()
                + "    return 0;\n}\n";
    }

    private void all(List<Step> body) {
        body.forEach(this::one);
    }

    /** Written apart first: what turns out to have no way in C is left out, and that is said. */
    private void one(Step step) {
        Lines lines = new Lines(out.depth());
        before = helpers.mark();
        terms.writeTo(lines);
        memory.writeTo(lines);
        switch (step) {
            case Step.Make made -> {
                calls.write(made, lines);
                family(made);
                finish(lines);
            }
            case Step.Set(Variable target, Term value) -> {
                memory.assign(target, terms.of(value), lines);
                finish(lines);
            }
            case Step.Inherit(Variable target, Term value) -> {
                inherit(target, value, lines);
                finish(lines);
            }
            case Step.Print(List<Term> values) -> {
                lines.add(print.line(values));
                finish(lines);
            }
            case Step.Note(String text) -> out.add("/* " + text.replace("*/", "* /") + " */");
            case Step.Break _ -> out.add("break;");
            case Step.Loop(List<Step> body) -> block("for (;;) {", body);
            case Step.Repeat(Term times, List<Step> body) -> repeat(times, body, lines);
            case Step.If condition -> condition(condition, lines);
            case Step.Fork(List<Step> body) -> fork(body);
        }
    }

    private void finish(Lines lines) {
        if (terms.missing().isEmpty()) {
            out.addAll(lines);
        } else {
            helpers.reset(before);
            out.add("/* C has no " + terms.missing() + "; a line is left out here. */");
        }
    }

    private void family(Step.Make made) {
        boolean isInet6 =
                made.get("family") instanceof Term.Constant constant
                        && constant.name().endsWith("INET6");
        if (isInet6 && made.call().name().equals("socket")) {
            made.targets().forEach(memory::isInet6);
        }
    }

    private void inherit(Variable target, Term value, Lines lines) {
        String given =
                value instanceof Term.Items && target.type() == Type.ADDRESS
                        ? memory.address(value, new Term.None())
                        : value.type() == Type.NONE && target.type().isNumber()
                                ? "-1"
                                : terms.of(value);
        lines.add("/* set before these lines */");
        memory.assign(target, given, lines);
    }

    private void block(String head, List<Step> body) {
        out.open(head);
        all(body);
        out.close("}");
    }

    private void repeat(Term times, List<Step> body, Lines lines) {
        String count = terms.of(times);
        out.addAll(lines);
        String turn = names.fresh("turn");
        block("for (long " + turn + " = 0; " + turn + " < " + count + "; " + turn + "++) {", body);
    }

    private void condition(Step.If condition, Lines lines) {
        String truth = terms.truth(condition.condition());
        finish(lines);
        String head = truth.startsWith("(") && truth.endsWith(")") ? truth : "(" + truth + ")";
        out.open("if " + (isWhole(head) ? head : "(" + truth + ")") + " {");
        all(condition.then());
        if (!condition.otherwise().isEmpty()) {
            out.dedent();
            out.open("} else {");
            all(condition.otherwise());
        }
        out.close("}");
    }

    /** Whether the first bracket is the one that the last closes. */
    private static boolean isWhole(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    private void fork(List<Step> body) {
        out.add("fflush(stdout);");
        out.open("if (fork() == 0) {");
        all(body);
        out.add("exit(0);");
        out.close("}");
    }

    /** C's own words, and functions and macros that the program may call. */
    public static Set<String> reserved(Set<String> calls) {
        Set<String> words =
                List.of(WORDS.strip().split("\\s+", -1)).stream().collect(Collectors.toSet());
        words.addAll(calls);
        return words;
    }
}
