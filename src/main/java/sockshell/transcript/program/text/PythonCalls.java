package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Call;
import sockshell.transcript.program.step.Signatures;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Calls of the system as Python makes them: the catalogue's picture, and what it needs. */
final class PythonCalls {
    private static final Map<String, String> STRUCTURES = Map.of("linger", "ii", "timeval", "ll");

    private final PythonTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private Lines out = new Lines(0);

    /** What a call gives beyond the variables that want it, and what they hold after a failure. */
    private record Result(String targets, String otherwise) {}

    PythonCalls(PythonTerms terms, Helpers helpers, LocalNames names) {
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
    }

    void write(Step.Make made, Lines lines) {
        out = lines;
        switch (made.call().name()) {
            case "poll" -> poll(made);
            case "select" -> select(made);
            case "epoll_wait" -> give(made, counted(made, filled(made)));
            case "epoll_ctl" -> give(made, control(made));
            case "getsockopt" -> give(made, option(made));
            case "setsockopt" ->
                    give(made, filled(made, Map.of("value", value(made.get("value"), made))));
            case "ioctl" -> give(made, ioctl(made));
            case "exit" -> out.add(filled(made));
            case "accept4" -> accept4(made);
            case "dup2" -> dup2(made);
            default -> give(made, encoded(made, filled(made)));
        }
    }

    private String encoded(Step.Make made, String call) {
        if (made.call().name().equals("getnameinfo")) {
            return "[part.encode() for part in " + call + "]";
        }
        return PythonTerms.givesText(made.call()) ? call + ".encode()" : call;
    }

    private void accept4(Step.Make made) {
        give(made, filled(made));
    }

    private void dup2(Step.Make made) {
        give(made, filled(made, Map.of("onto", terms.number(made.get("onto")))));
    }

    private String filled(Step.Make made) {
        return filled(made, Map.of());
    }

    private String filled(Step.Make made, Map<String, String> own) {
        String shown = made.call().shown().getOrDefault(Call.Language.PYTHON, "");
        if (shown.isEmpty()) {
            return terms.lacking(made.call().name() + " of this kind");
        }
        String text =
                Template.fill(
                        forFiles(shown, made),
                        place ->
                                Optional.ofNullable(own.get(place))
                                        .orElseGet(() -> value(made, place)));
        return text.replaceFirst("(, None)+\\)$", ")")
                .replaceFirst("^(.*\\.(recv|recvfrom|send|sendall)\\(.*), 0\\)$", "$1)")
                .replaceFirst("^(socket\\.socket(pair)?\\(.*), 0\\)$", "$1)");
    }

    /** A file or a pipe is a number in Python, and no socket. */
    private static String forFiles(String shown, Step.Make made) {
        String text = shown;
        for (Map.Entry<String, Term> argument : made.arguments().entrySet()) {
            if (argument.getValue().type() == Type.FILE) {
                String place = "{" + argument.getKey() + "}";
                text = text.replace(place + ".fileno()", place);
                text = text.equals(place + ".close()") ? "os.close(" + place + ")" : text;
                text = text.equals(place + ".dup()") ? "os.dup(" + place + ")" : text;
            }
        }
        return text;
    }

    private String value(Step.Make made, String name) {
        Term term = made.get(name);
        return switch (name) {
            case "address" -> term.type() == Type.NONE ? "None" : terms.address(term);
            case "flags" -> term.type() == Type.NONE ? "0" : terms.of(term);
            case "s", "fd", "ep", "out", "in" -> terms.descriptor(term);
            case "path", "question", "host", "name", "protocol" -> string(term);
            case "port" -> term.type() == Type.DATA ? string(term) : terms.of(term);
            case "data" -> data(made, term);
            case "blocking" ->
                    term instanceof Term.Whole(long number)
                            ? number != 0 ? "True" : "False"
                            : terms.of(term);
            case "control" ->
                    term instanceof Term.Items(List<Term> controls, _)
                            ? controls.stream().map(terms::of).collect(Collectors.joining(", "))
                            : "";
            default -> terms.of(term);
        };
    }

    private String string(Term term) {
        return term.type() == Type.NONE ? "None" : terms.string(term);
    }

    /** C's form says how many of the bytes are meant. */
    private String data(Step.Make made, Term term) {
        Term length = made.get("length");
        return length.type() == Type.NONE
                ? terms.of(term)
                : terms.inner(term) + "[:" + terms.of(length) + "]";
    }

    private String option(Step.Make made) {
        Type type = Signatures.of(made.call(), made.arguments()).getFirst();
        String call = filled(made);
        if (type == Type.NUMBER) {
            return call;
        }
        Term length = made.get("length");
        String size = length.type() == Type.NONE ? "256" : terms.of(length);
        String bytes = call.substring(0, call.length() - 1) + ", " + size + ")";
        return Signatures.shape(made.arguments()).equals("text")
                ? bytes + ".rstrip(b\"\\0\")"
                : bytes;
    }

    private String value(Term value, Step.Make made) {
        List<Term> members =
                switch (value) {
                    case Term.Fields(Map<String, Term> fields) -> List.copyOf(fields.values());
                    case Term.Items(List<Term> items, _) -> items;
                    default -> List.of();
                };
        if (members.isEmpty()) {
            return terms.of(value);
        }
        String form = STRUCTURES.getOrDefault(Signatures.shape(made.arguments()), "");
        return form.isEmpty()
                ? terms.lacking("a form for struct " + Signatures.shape(made.arguments()))
                : "struct.pack(\""
                        + form
                        + "\", "
                        + members.stream().map(terms::of).collect(Collectors.joining(", "))
                        + ")";
    }

    private String ioctl(Step.Make made) {
        if (Signatures.of(made.call(), made.arguments()).getFirst() != Type.NUMBER) {
            return terms.lacking("a form for this structure");
        }
        Term argument = made.get("argument");
        String number = argument.type() == Type.NONE ? "0" : terms.of(argument);
        String call = filled(made, Map.of("argument", "struct.pack(\"i\", " + number + ")"));
        return "struct.unpack(\"i\", " + call + ")[0]";
    }

    private void poll(Step.Make made) {
        if (!(made.get("list") instanceof Term.Items(List<Term> members, _))) {
            terms.lacking("a list in a variable here");
            return;
        }
        String name = names.fresh("waiting");
        out.add(name + " = select.poll()");
        for (Term member : members) {
            List<Term> pair =
                    member instanceof Term.Items(List<Term> parts, _) ? parts : List.of(member);
            String events = pair.size() > 1 ? ", " + terms.of(pair.get(1)) : "";
            out.add(name + ".register(" + terms.of(pair.getFirst()) + events + ")");
        }
        give(made, counted(made, name + ".poll(" + terms.of(made.get("milliseconds")) + ")"));
    }

    private String counted(Step.Make made, String call) {
        return made.targets().size() == 1 ? "len(" + call + ")" : call;
    }

    private void select(Step.Make made) {
        if (made.targets().size() > 1) {
            terms.lacking("one list of all that are ready");
            return;
        }
        String call =
                filled(
                        made,
                        Map.of(
                                "read",
                                list(made.get("read")),
                                "write",
                                list(made.get("write")),
                                "except",
                                list(made.get("except"))));
        give(made, made.targets().isEmpty() ? call : "sum(map(len, " + call + "))");
    }

    private String list(Term term) {
        return term.type() == Type.NONE ? "[]" : terms.of(term);
    }

    private String control(Step.Make made) {
        String name =
                made.get("operation") instanceof Term.Constant constant ? constant.name() : "";
        String ep = terms.of(made.get("ep"));
        String fd = terms.of(made.get("fd"));
        String both = fd + ", " + terms.of(made.get("events"));
        return switch (name) {
            case "EPOLL_CTL_ADD" -> ep + ".register(" + both + ")";
            case "EPOLL_CTL_MOD" -> ep + ".modify(" + both + ")";
            case "EPOLL_CTL_DEL" -> ep + ".unregister(" + fd + ")";
            default -> terms.lacking("an operation that is no constant");
        };
    }

    /** Gives the variables what the call gives; a call that may fail is made by attempt. */
    private void give(Step.Make made, String call) {
        Result result = result(made);
        boolean isNumber =
                !made.targets().isEmpty() && made.targets().getFirst().type() == Type.NUMBER;
        String whole = call;
        if (made.careful() || isNumber) {
            helpers.use("attempt");
            String otherwise = result.otherwise().equals("-1") ? "" : ", " + result.otherwise();
            whole = "attempt(\"" + made.call().name() + "\", lambda: " + call + otherwise + ")";
        }
        events(made, result, whole);
    }

    private void events(Step.Make made, Result result, String call) {
        boolean isReady = made.targets().size() > 1 && made.targets().get(1).type() == Type.LIST;
        if (isReady) {
            String list = names.of(made.targets().get(1));
            out.add(list + " = " + call);
            out.add(names.of(made.targets().getFirst()) + " = len(" + list + ")");
        } else {
            out.add(result.targets().isEmpty() ? call : result.targets() + " = " + call);
        }
    }

    private Result result(Step.Make made) {
        List<String> given = made.targets().stream().map(names::of).toList();
        String first = given.isEmpty() ? "_" : given.getFirst();
        String second = given.size() > 1 ? given.get(1) : "_";
        return switch (made.call().name()) {
            case "accept", "accept4" ->
                    new Result(
                            (given.isEmpty() ? names.fresh("made") : first) + ", " + second,
                            "(" + closed(made) + ", None)");
            case "recvfrom" ->
                    new Result(given.isEmpty() ? "" : first + ", " + second, "(-1, None)");
            case "recvmsg" ->
                    new Result(
                            given.isEmpty() ? "" : first + ", _, _, " + second,
                            "(-1, [], 0, None)");
            case "socketpair" -> new Result(String.join(", ", pair(given)), pairOf(closed(made)));
            case "pipe" -> new Result(String.join(", ", pair(given)), "(-1, -1)");
            case "getnameinfo" -> new Result(String.join(", ", pair(given)), "(None, None)");
            case "socket", "dup" ->
                    new Result(given.isEmpty() ? names.fresh("made") : first, closed(made));
            case "poll", "epoll_wait" ->
                    new Result(given.isEmpty() ? "" : first, given.size() == 2 ? "[]" : "-1");
            default -> new Result(String.join(", ", given), "-1");
        };
    }

    private static String pairOf(String each) {
        return "(" + each + ", " + each + ")";
    }

    private static List<String> pair(List<String> given) {
        return given.size() == 1 ? List.of(given.getFirst(), "_") : given;
    }

    private String closed(Step.Make made) {
        return made.careful() ? helpers.use("closed") + "()" : "-1";
    }
}
