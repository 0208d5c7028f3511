package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import sockshell.transcript.program.step.Signatures;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Calls that leave their answer in memory: options, names, addresses. */
final class CAnswers {
    private final CCalls calls;
    private final CTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final CMemory memory;

    CAnswers(CCalls calls, CTerms terms, Helpers helpers, LocalNames names, CMemory memory) {
        this.calls = calls;
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.memory = memory;
    }

    void getsockopt(Step.Make made) {
        String shape = Signatures.shape(made.arguments());
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        String option = names.fresh("option");
        String size = names.fresh("size");
        switch (type) {
            case DATA -> calls.add("char " + option + "[256] = { 0 };");
            case FIELDS -> calls.add("struct " + shape + " " + option + ";");
            default -> calls.add("int " + option + " = -1;");
        }
        String length =
                made.get("length").type() == Type.NONE
                        ? "sizeof " + option
                        : terms.of(made.get("length"));
        calls.add("socklen_t " + size + " = " + length + ";");
        helpers.use("check");
        String place = type == Type.DATA ? option : "&" + option;
        String call = calls.filled(made, Map.of("&result", place, "#result", "&" + size));
        calls.add("check(\"getsockopt\", " + call + ");");
        if (made.targets().isEmpty() || type == Type.FIELDS) {
            return;
        }
        String end = shape.equals("text") ? "strnlen(" + option + ", " + size + ")" : size;
        String value = type == Type.DATA ? "text(" + option + ", " + end + ")" : option;
        helpers.use(type == Type.DATA ? "text" : "check");
        memory.assign(made.targets().getFirst(), value, calls.lines());
    }

    void ioctl(Step.Make made) {
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        if (type != Type.NUMBER) {
            terms.lacking("requests with a structure");
            return;
        }
        String argument = names.fresh("argument");
        Term given = made.get("argument");
        String value = given.type() == Type.NONE ? "0" : terms.of(given);
        calls.add("int " + argument + " = " + value + ";");
        helpers.use("check");
        String call = calls.filled(made, Map.of("&argument", "&" + argument));
        calls.add("check(\"ioctl\", " + call + ");");
        if (!made.targets().isEmpty()) {
            memory.assign(made.targets().getFirst(), argument, calls.lines());
        }
    }

    void getaddrinfo(Step.Make made) {
        if (!made.targets().isEmpty()) {
            terms.lacking("a list of addresses as a value: getaddrinfo() gives one of structures");
            return;
        }
        String hints = names.fresh("hints");
        String found = names.fresh("found");
        calls.add(
                "struct addrinfo "
                        + hints
                        + " = { .ai_family = "
                        + terms.of(made.get("family"))
                        + ", .ai_socktype = "
                        + terms.of(made.get("type"))
                        + ", .ai_protocol = "
                        + terms.of(made.get("protocol"))
                        + ", .ai_flags = "
                        + terms.of(made.get("flags"))
                        + " };");
        calls.add("struct addrinfo *" + found + ";");
        String call =
                calls.filled(
                                made,
                                Map.of(
                                        "host",
                                        terms.string(made.get("host")),
                                        "port",
                                        service(made.get("port")),
                                        "&result",
                                        "&" + found))
                        .replace("&hints", "&" + hints);
        helpers.use("lookup");
        calls.add("if (lookup(\"getaddrinfo\", " + call + ") == 0)");
        calls.add("    freeaddrinfo(" + found + ");");
    }

    void getnameinfo(Step.Make made) {
        String host = names.fresh("host");
        String service = names.fresh("service");
        calls.add("char " + host + "[NI_MAXHOST] = \"\", " + service + "[NI_MAXSERV] = \"\";");
        String call =
                calls.filled(made, Map.of())
                        .replace(" host,", " " + host + ",")
                        .replace(" service,", " " + service + ",");
        helpers.use("lookup");
        calls.add("lookup(\"getnameinfo\", " + call + ");");
        List<String> values = List.of(host, service);
        for (int i = 0; i < made.targets().size(); i++) {
            helpers.use("text");
            String value = values.get(i);
            memory.assign(
                    made.targets().get(i),
                    "text(" + value + ", strlen(" + value + "))",
                    calls.lines());
        }
    }

    void gethostname(Step.Make made) {
        String name = names.fresh("name");
        calls.add("char " + name + "[256] = \"\";");
        helpers.use("check");
        String call = calls.filled(made, Map.of()).replace("buffer", name);
        calls.add("check(\"gethostname\", " + call + ");");
        if (!made.targets().isEmpty()) {
            helpers.use("text");
            memory.assign(
                    made.targets().getFirst(),
                    "text(" + name + ", strlen(" + name + "))",
                    calls.lines());
        }
    }

    private String service(Term port) {
        return port.type() == Type.NUMBER
                ? "\"" + (port instanceof Term.Whole(long number) ? number : 0) + "\""
                : terms.string(port);
    }
}
