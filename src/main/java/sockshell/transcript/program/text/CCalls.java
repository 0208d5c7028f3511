package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Calls of the system as C makes them: the catalogue's picture of a call, and what it needs. */
final class CCalls {
    private final CTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final CMemory memory;
    private final CLists lists;
    private final CMessages messages;
    private final CAnswers answers;
    private Lines out = new Lines(0);

    CCalls(CTerms terms, Helpers helpers, LocalNames names, CMemory memory) {
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.memory = memory;
        lists = new CLists(this, terms, names);
        messages = new CMessages(this, terms, helpers, names, memory);
        answers = new CAnswers(this, terms, helpers, names, memory);
    }

    Lines lines() {
        return out;
    }

    void add(String line) {
        out.add(line);
    }

    void write(Step.Make made, Lines lines) {
        out = lines;
        switch (made.call().name()) {
            case "recv", "recvfrom", "read" -> receive(made);
            case "accept", "accept4" -> {
                number(made, filled(made, result(made, 1)));
                nobody(made, "");
            }
            case "getsockname", "getpeername" -> number(made, filled(made, result(made, 0)), "");
            case "socketpair", "pipe" -> pair(made);
            case "poll" -> lists.poll(made);
            case "select" -> lists.select(made);
            case "epoll_wait" -> lists.epollWait(made);
            case "sendmsg" -> messages.sendmsg(made);
            case "recvmsg" -> messages.recvmsg(made);
            case "getsockopt" -> answers.getsockopt(made);
            case "ioctl" -> answers.ioctl(made);
            case "getaddrinfo" -> answers.getaddrinfo(made);
            case "getnameinfo" -> answers.getnameinfo(made);
            case "exit" -> exit(made);
            case "fork" -> {
                out.add("fflush(stdout);");
                number(made, filled(made, Map.of()));
            }
            default -> other(made);
        }
    }

    private void other(Step.Make made) {
        switch (made.call().name()) {
            case "sendto" -> number(made, sendTo(made));
            case "sendall" -> number(made, sendAll(made));
            case "setblocking" ->
                    number(made, helpers.use("set_blocking") + on(made, "s", "blocking"));
            case "settimeout" ->
                    number(made, helpers.use("set_timeout") + on(made, "s", "seconds"));
            case "getservbyname" ->
                    number(
                            made,
                            helpers.use("service_port") + strings(made, "name", "protocol"),
                            "");
            case "gethostbyname" ->
                    data(made, helpers.use("first_address") + strings(made, "name"));
            case "getservbyport" -> data(made, service(made));
            case "input", "raw_input" -> data(made, ask(made));
            case "gethostname" -> answers.gethostname(made);
            default -> number(made, filled(made, Map.of()));
        }
    }

    private String on(Step.Make made, String first, String second) {
        return "(" + terms.of(made.get(first)) + ", " + terms.of(made.get(second)) + ")";
    }

    private String strings(Step.Make made, String... parameters) {
        return List.of(parameters).stream()
                .map(name -> terms.string(made.get(name)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String service(Step.Make made) {
        helpers.use("service_name");
        return "service_name("
                + terms.of(made.get("port"))
                + ", "
                + terms.string(made.get("protocol"))
                + ")";
    }

    private String ask(Step.Make made) {
        Term question = made.get("question");
        return helpers.use("ask")
                + "("
                + (question.type() == Type.NONE ? "\"\"" : terms.string(question))
                + ")";
    }

    /** The catalogue's picture with all that stands in braces; some of it is made here. */
    String filled(Step.Make made, Map<String, String> own) {
        return Template.fill(
                CTerms.shown(made.call()),
                place -> Optional.ofNullable(own.get(place)).orElseGet(() -> value(made, place)));
    }

    private String value(Step.Make made, String place) {
        String name = place.replaceFirst("[&#]", "");
        Term term = made.get(name);
        return switch (place) {
            case "data" -> memory.start(term);
            case "#data" ->
                    made.get("length").type() == Type.NONE
                            ? memory.length(term)
                            : terms.of(made.get("length"));
            case "&address" -> memory.pointer(memory.address(term, made.get("s")));
            case "#address" -> memory.lastAddress() + ".length";
            case "path", "text", "name" -> terms.string(term);
            case "&value", "#value" -> memory.option(made, place);
            case "&events" -> event(made);
            case "&offset" -> offset(term);
            case "flags" -> term.type() == Type.NONE ? "0" : terms.of(term);
            default -> terms.of(term);
        };
    }

    private String event(Step.Make made) {
        String name = names.fresh("event");
        out.add(
                "struct epoll_event "
                        + name
                        + " = { .events = "
                        + terms.of(made.get("events"))
                        + ", .data.fd = "
                        + terms.of(made.get("fd"))
                        + " };");
        return "&" + name;
    }

    private String offset(Term term) {
        if (term.type() == Type.NONE) {
            return "NULL";
        }
        String name = names.fresh("offset");
        out.add("off_t " + name + " = " + terms.of(term) + ";");
        return "&" + name;
    }

    /** Where a call writes an address; nowhere if nobody wants it. */
    private Map<String, String> result(Step.Make made, int target) {
        if (made.targets().size() <= target) {
            return Map.of("&result", "NULL", "#result", "NULL");
        }
        String name = names.of(made.targets().get(target));
        memory.declare(made.targets().get(target), out);
        out.add(name + ".length = sizeof " + name + ".at;");
        return Map.of("&result", memory.pointer(name), "#result", "&" + name + ".length");
    }

    /** None where the call failed. */
    private void nobody(Step.Make made, String part) {
        if (made.careful() && made.targets().size() > 1) {
            out.add("if (" + first(made) + part + " == -1)");
            out.add("    " + names.of(made.targets().get(1)) + ".length = 0;");
        }
    }

    void number(Step.Make made, String call) {
        number(made, call, made.targets().isEmpty() ? "" : first(made));
    }

    /** A failure is told where -1 says so; the first variable takes the number, if one does. */
    void number(Step.Make made, String call, String target) {
        helpers.use("check");
        String checked = "check(\"" + made.call().name() + "\", " + call + ")";
        if (target.isEmpty() || !made.targets().getFirst().type().isNumber()) {
            out.add(checked + ";");
        } else {
            memory.assign(made.targets().getFirst(), checked, out);
        }
    }

    String first(Step.Make made) {
        return names.of(made.targets().getFirst());
    }

    private void data(Step.Make made, String value) {
        if (made.targets().isEmpty()) {
            out.add("(void) " + value + ";");
        } else {
            memory.assign(made.targets().getFirst(), value, out);
        }
    }

    String buffer(Step.Make made) {
        if (made.targets().isEmpty()) {
            helpers.use("data");
            String name = names.fresh("unused");
            out.add("struct data " + name + ";");
            return name;
        }
        memory.declare(made.targets().getFirst(), out);
        return first(made);
    }

    private void receive(Step.Make made) {
        String buffer = buffer(made);
        boolean from = made.call().name().equals("recvfrom");
        String call =
                filled(made, from ? result(made, 1) : Map.of())
                        .replace(", buffer,", ", " + buffer + ".bytes,");
        helpers.use("check");
        out.add(buffer + ".length = check(\"" + made.call().name() + "\", " + call + ");");
        cut(made, buffer);
        nobody(made, ".length");
    }

    /** With MSG_TRUNC the kernel counts more than it wrote. */
    private void cut(Step.Make made, String buffer) {
        boolean mayTell =
                Flow.all(made.get("flags"))
                        .anyMatch(term ->
                                !(term instanceof Term.Constant constant)
                                        ? term instanceof Term.Use
                                        : constant.name().equals("MSG_TRUNC"));
        if (mayTell) {
            String size = terms.of(made.get("size"));
            out.add("if (" + buffer + ".length > " + size + ")");
            out.add("    " + buffer + ".length = " + size + ";");
        }
    }

    private void pair(Step.Make made) {
        String ends = names.fresh("ends");
        out.add("int " + ends + "[2] = { -1, -1 };");
        helpers.use("check");
        String call = filled(made, Map.of("&result", ends));
        out.add("check(\"" + made.call().name() + "\", " + call + ");");
        for (int i = 0; i < made.targets().size(); i++) {
            memory.assign(made.targets().get(i), ends + "[" + i + "]", out);
        }
    }

    /** The picture is of the form without flags, as Python has it. */
    private String sendTo(Step.Make made) {
        String call = filled(made, Map.of());
        return made.get("flags").type() == Type.NONE
                ? call
                : call.replace(", 0, (struct", ", " + terms.of(made.get("flags")) + ", (struct");
    }

    private String sendAll(Step.Make made) {
        return helpers.use("send_all")
                + "("
                + terms.of(made.get("s"))
                + ", "
                + memory.start(made.get("data"))
                + ", "
                + memory.length(made.get("data"))
                + ", "
                + terms.of(made.get("flags"))
                + ")";
    }

    private void exit(Step.Make made) {
        out.add(filled(made, Map.of()) + ";");
    }
}
