package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Signatures;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Calls of the system as C makes them: the catalogue's picture of a call, and what it needs. */
final class CCalls {
    private final CTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final CMemory memory;
    private Lines out = new Lines(0);

    CCalls(CTerms terms, Helpers helpers, LocalNames names, CMemory memory) {
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.memory = memory;
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
            case "poll" -> poll(made);
            case "select" -> select(made);
            case "epoll_wait" -> epollWait(made);
            case "sendmsg" -> sendmsg(made);
            case "recvmsg" -> recvmsg(made);
            case "getsockopt" -> getsockopt(made);
            case "ioctl" -> ioctl(made);
            case "getaddrinfo" -> getaddrinfo(made);
            case "getnameinfo" -> getnameinfo(made);
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
            case "gethostname" -> gethostname(made);
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
    private String filled(Step.Make made, Map<String, String> own) {
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

    private void number(Step.Make made, String call) {
        number(made, call, made.targets().isEmpty() ? "" : first(made));
    }

    /** A failure is told where -1 says so; the first variable takes the number, if one does. */
    private void number(Step.Make made, String call, String target) {
        helpers.use("check");
        String checked = "check(\"" + made.call().name() + "\", " + call + ")";
        if (target.isEmpty() || !made.targets().getFirst().type().isNumber()) {
            out.add(checked + ";");
        } else {
            memory.assign(made.targets().getFirst(), checked, out);
        }
    }

    private String first(Step.Make made) {
        return names.of(made.targets().getFirst());
    }

    private void data(Step.Make made, String value) {
        if (made.targets().isEmpty()) {
            out.add("(void) " + value + ";");
        } else {
            memory.assign(made.targets().getFirst(), value, out);
        }
    }

    private String buffer(Step.Make made) {
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

    private void poll(Step.Make made) {
        if (!(made.get("list") instanceof Term.Items(List<Term> members, _))) {
            terms.lacking("a list in a variable");
            return;
        }
        String name = names.fresh("list");
        String entries = members.stream().map(this::asked).collect(Collectors.joining(", "));
        out.add("struct pollfd " + name + "[] = { " + entries + " };");
        String count =
                made.arguments().containsKey("nfds")
                        ? terms.of(made.get("nfds"))
                        : Integer.toString(members.size());
        number(made, filled(made, Map.of("list", name, "#list", count)));
    }

    private String asked(Term member) {
        List<Term> pair =
                member instanceof Term.Items(List<Term> parts, _) ? parts : List.of(member);
        String events = pair.size() > 1 ? terms.of(pair.get(1)) : "POLLIN | POLLPRI | POLLOUT";
        return "{ " + terms.of(pair.getFirst()) + ", " + events + ", 0 }";
    }

    private void select(Step.Make made) {
        List<String> sets = new ArrayList<>();
        for (String parameter : List.of("read", "write", "except")) {
            sets.add(set(made.get(parameter)));
        }
        Term seconds = made.get("seconds");
        String time = seconds.type() == Type.NONE ? "NULL" : time(seconds);
        Map<String, String> own =
                Map.of(
                        "&read",
                        sets.get(0),
                        "&write",
                        sets.get(1),
                        "&except",
                        sets.get(2),
                        "&seconds",
                        time);
        String call = filled(made, own);
        number(
                made,
                made.arguments().containsKey("nfds")
                        ? call.replace("FD_SETSIZE", terms.of(made.get("nfds")))
                        : call);
    }

    private String set(Term list) {
        if (!(list instanceof Term.Items(List<Term> members, _)) || members.isEmpty()) {
            return "NULL";
        }
        String name = names.fresh("set");
        out.add("fd_set " + name + ";");
        out.add("FD_ZERO(&" + name + ");");
        members.forEach(fd -> out.add("FD_SET(" + terms.of(fd) + ", &" + name + ");"));
        return "&" + name;
    }

    private String time(Term seconds) {
        String name = names.fresh("time");
        out.add(
                seconds instanceof Term.Whole
                        ? "struct timeval " + name + " = { " + terms.of(seconds) + ", 0 };"
                        : "struct timeval "
                                + name
                                + " = { 0, (long) ("
                                + terms.of(seconds)
                                + " * 1000000) };");
        return "&" + name;
    }

    private void epollWait(Step.Make made) {
        String name = names.fresh("events");
        out.add("struct epoll_event " + name + "[1024];");
        number(made, filled(made, Map.of("&result", name)));
    }

    private void sendmsg(Step.Make made) {
        if (!(made.get("buffers") instanceof Term.Items(List<Term> parts, _))) {
            terms.lacking("a list in a variable");
            return;
        }
        String entries =
                parts.stream()
                        .map(part -> "{ " + memory.start(part) + ", " + memory.length(part) + " }")
                        .collect(Collectors.joining(", "));
        String list = names.fresh("parts");
        String message = names.fresh("message");
        out.add("struct iovec " + list + "[] = { " + entries + " };");
        out.add(
                "struct msghdr "
                        + message
                        + " = { .msg_iov = "
                        + list
                        + ", .msg_iovlen = "
                        + parts.size()
                        + " };");
        if (made.get("address").type() != Type.NONE) {
            String address = memory.address(made.get("address"), made.get("s"));
            out.add(message + ".msg_name = &" + address + ".at;");
            out.add(message + ".msg_namelen = " + address + ".length;");
        }
        if (made.get("control") instanceof Term.Items(List<Term> controls, _)) {
            controls.forEach(control -> attach(message, control));
        }
        number(made, filled(made, Map.of()).replace("&message", "&" + message));
    }

    private void attach(String message, Term control) {
        if (!(control instanceof Term.Apply rights)
                || !(rights.get("fds") instanceof Term.Items(List<Term> fds, _))) {
            terms.lacking("this control message");
            return;
        }
        String list = names.fresh("fds");
        String room = names.fresh("room");
        out.add(
                "int "
                        + list
                        + "[] = { "
                        + fds.stream().map(terms::of).collect(Collectors.joining(", "))
                        + " };");
        out.add("char " + room + "[CMSG_SPACE(sizeof " + list + ")] = { 0 };");
        out.add(
                helpers.use("attach")
                        + "(&"
                        + message
                        + ", "
                        + room
                        + ", "
                        + list
                        + ", "
                        + fds.size()
                        + ");");
    }

    private void recvmsg(Step.Make made) {
        String buffer = buffer(made);
        String part = names.fresh("part");
        String room = names.fresh("room");
        String message = names.fresh("message");
        out.add(
                "struct iovec "
                        + part
                        + " = { "
                        + buffer
                        + ".bytes, "
                        + terms.of(made.get("size"))
                        + " };");
        out.add("char " + room + "[1024];");
        out.add(
                "struct msghdr "
                        + message
                        + " = { .msg_iov = &"
                        + part
                        + ", .msg_iovlen = 1, "
                        + ".msg_control = "
                        + room
                        + ", .msg_controllen = sizeof "
                        + room
                        + " };");
        if (made.targets().size() > 1) {
            String from = names.of(made.targets().get(1));
            memory.declare(made.targets().get(1), out);
            out.add(message + ".msg_name = &" + from + ".at;");
            out.add(message + ".msg_namelen = sizeof " + from + ".at;");
        }
        helpers.use("check");
        String call = filled(made, Map.of()).replace("&message", "&" + message);
        out.add(buffer + ".length = check(\"recvmsg\", " + call + ");");
        if (made.targets().size() > 1) {
            String from = names.of(made.targets().get(1));
            out.add(from + ".length = " + message + ".msg_namelen;");
        }
    }

    private void getsockopt(Step.Make made) {
        String shape = Signatures.shape(made.arguments());
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        String option = names.fresh("option");
        String size = names.fresh("size");
        switch (type) {
            case DATA -> out.add("char " + option + "[256] = { 0 };");
            case FIELDS -> out.add("struct " + shape + " " + option + ";");
            default -> out.add("int " + option + " = -1;");
        }
        String length =
                made.get("length").type() == Type.NONE
                        ? "sizeof " + option
                        : terms.of(made.get("length"));
        out.add("socklen_t " + size + " = " + length + ";");
        helpers.use("check");
        String place = type == Type.DATA ? option : "&" + option;
        String call = filled(made, Map.of("&result", place, "#result", "&" + size));
        out.add("check(\"getsockopt\", " + call + ");");
        if (made.targets().isEmpty() || type == Type.FIELDS) {
            return;
        }
        String end = shape.equals("text") ? "strnlen(" + option + ", " + size + ")" : size;
        String value = type == Type.DATA ? "text(" + option + ", " + end + ")" : option;
        helpers.use(type == Type.DATA ? "text" : "check");
        memory.assign(made.targets().getFirst(), value, out);
    }

    private void ioctl(Step.Make made) {
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        if (type != Type.NUMBER) {
            terms.lacking("requests with a structure");
            return;
        }
        String argument = names.fresh("argument");
        Term given = made.get("argument");
        String value = given.type() == Type.NONE ? "0" : terms.of(given);
        out.add("int " + argument + " = " + value + ";");
        helpers.use("check");
        String call = filled(made, Map.of("&argument", "&" + argument));
        out.add("check(\"ioctl\", " + call + ");");
        if (!made.targets().isEmpty()) {
            memory.assign(made.targets().getFirst(), argument, out);
        }
    }

    private void getaddrinfo(Step.Make made) {
        if (!made.targets().isEmpty()) {
            terms.lacking("a list of addresses as a value: getaddrinfo() gives one of structures");
            return;
        }
        String hints = names.fresh("hints");
        String found = names.fresh("found");
        out.add(
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
        out.add("struct addrinfo *" + found + ";");
        String call =
                filled(
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
        out.add("if (lookup(\"getaddrinfo\", " + call + ") == 0)");
        out.add("    freeaddrinfo(" + found + ");");
    }

    private String service(Term port) {
        return port.type() == Type.NUMBER
                ? "\"" + (port instanceof Term.Whole(long number) ? number : 0) + "\""
                : terms.string(port);
    }

    private void getnameinfo(Step.Make made) {
        String host = names.fresh("host");
        String service = names.fresh("service");
        out.add("char " + host + "[NI_MAXHOST] = \"\", " + service + "[NI_MAXSERV] = \"\";");
        String call =
                filled(made, Map.of())
                        .replace(" host,", " " + host + ",")
                        .replace(" service,", " " + service + ",");
        helpers.use("lookup");
        out.add("lookup(\"getnameinfo\", " + call + ");");
        List<String> values = List.of(host, service);
        for (int i = 0; i < made.targets().size(); i++) {
            helpers.use("text");
            String value = values.get(i);
            memory.assign(made.targets().get(i), "text(" + value + ", strlen(" + value + "))", out);
        }
    }

    private void gethostname(Step.Make made) {
        String name = names.fresh("name");
        out.add("char " + name + "[256] = \"\";");
        helpers.use("check");
        String call = filled(made, Map.of()).replace("buffer", name);
        out.add("check(\"gethostname\", " + call + ");");
        if (!made.targets().isEmpty()) {
            helpers.use("text");
            memory.assign(
                    made.targets().getFirst(), "text(" + name + ", strlen(" + name + "))", out);
        }
    }

    private void exit(Step.Make made) {
        out.add(filled(made, Map.of()) + ";");
    }
}
