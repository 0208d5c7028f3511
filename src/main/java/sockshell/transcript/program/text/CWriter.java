package sockshell.transcript.program.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

    /* Each header, and by what in a program to know that it is needed. */
    private static final String HEADERS =
            """
            arpa/inet.h      (hton|ntoh|inet_)
            ctype.h          (toupper|tolower)
            errno.h          (errno|E[A-Z]{3})
            fcntl.h          (fcntl|open\\(|O_|F_|FD_CLOEXEC)
            linux/if_ether.h ETH_P_
            linux/if_packet.h PACKET_
            linux/sockios.h  SIOC
            netdb.h          (addrinfo|getnameinfo|gethost|getserv|NI_|AI_|EAI_|HOST_|TRY_|NO_)
            netinet/in.h     (in_addr|sockaddr_in|ip_mreq|IPPROTO|INADDR|INET|IP_|IPV6_)
            netinet/tcp.h    (TCP_|tcp_)
            netinet/udp.h    UDP_
            poll.h           (poll|POLL)
            signal.h         signal
            stddef.h         offsetof
            stdio.h          (printf|stderr|stdout)
            stdlib.h         exit
            string.h         (memcpy|memcmp|str[a-z_]+\\()
            sys/epoll.h      (epoll|EPOLL)
            sys/ioctl.h      (ioctl|FIO|SIOC)
            sys/resource.h   RLIMIT
            sys/select.h     (select|fd_set|FD_SET)
            sys/sendfile.h   sendfile
            sys/socket.h     (socket|sockaddr|send|recv|accept|bind|[ASP]F_|SO|SHUT_|MSG_|CMSG)
            sys/time.h       timeval
            sys/un.h         sockaddr_un
            unistd.h         (read|write|close|dup|fork|pipe|unlink|getpid|gethostname)
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
        return "#define _GNU_SOURCE\n"
                + headers(helpers.text(1) + out.text())
                + "\n"
                + (helpers.isUsed("data") ? most : "")
                + helpers.text(1)
                + "int main(void)\n{\n"
                + out.text()
                + "    return 0;\n}\n";
    }

    private static String headers(String program) {
        return HEADERS.lines()
                .map(line -> line.split(" +", 2))
                .filter(pair -> Pattern.compile("\\b" + pair[1]).matcher(program).find())
                .map(pair -> "#include <" + pair[0] + ">\n")
                .collect(Collectors.joining());
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
                memory.assign(target, value(target, value), lines);
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
            out.add("/* not shown in C: " + terms.missing() + " */");
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
        memory.assign(target, inherited(target, value), lines);
        if (value.type() != Type.NONE) {
            lines.remark(" /* set before these lines */");
        }
    }

    private String value(Variable target, Term value) {
        boolean isWritten = value instanceof Term.Items || value instanceof Term.Text;
        return isWritten && target.type() == Type.ADDRESS
                ? memory.addressValue(value, new Term.None())
                : terms.of(value);
    }

    private String inherited(Variable target, Term value) {
        boolean isNone = value.type() == Type.NONE;
        return switch (target.type()) {
            case DATA -> isNone ? "(struct data) { .length = -1 }" : terms.of(value);
            case ADDRESS -> isNone ? "(struct address) { .length = 0 }" : value(target, value);
            default -> isNone ? "-1" : terms.of(value);
        };
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
