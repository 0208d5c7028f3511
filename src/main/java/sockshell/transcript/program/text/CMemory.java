package sockshell.transcript.program.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.sys.Bytes;
import sockshell.transcript.program.step.Signatures;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** What lies in memory where a call can reach it: variables, buffers, addresses, options. */
final class CMemory {
    private final CTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final Set<Variable> used;
    private final Set<Variable> declared = new HashSet<>();
    private Lines out = new Lines(0);
    private String lastAddress = "";
    private String lastOption = "";

    CMemory(CTerms terms, Helpers helpers, LocalNames names, Set<Variable> used) {
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.used = used;
    }

    void writeTo(Lines lines) {
        out = lines;
    }

    /** In a line of its own where it is not there yet. */
    void declare(Variable variable, Lines lines) {
        if (declared.add(variable)) {
            boolean isStructure = variable.type() == Type.DATA || variable.type() == Type.ADDRESS;
            lines.add(type(variable) + names.of(variable) + (isStructure ? " = { 0 };" : " = -1;"));
            unused(variable, lines);
        }
    }

    void assign(Variable variable, String value, Lines lines) {
        if (type(variable).isEmpty()) {
            terms.lacking("a variable for this");
        } else if (declared.add(variable)) {
            lines.add(type(variable) + names.of(variable) + " = " + value + ";");
            unused(variable, lines);
        } else {
            lines.add(names.of(variable) + " = " + value + ";");
        }
    }

    /** The compiler would warn of it otherwise. */
    private void unused(Variable variable, Lines lines) {
        if (!used.contains(variable)) {
            lines.add("(void) " + names.of(variable) + ";");
        }
    }

    private String type(Variable variable) {
        return switch (variable.type()) {
            case NUMBER -> "long ";
            case FRACTION -> "double ";
            case SOCKET, FILE, EPOLL -> "int ";
            case DATA -> "struct " + helpers.use("data") + " ";
            case ADDRESS -> "struct " + helpers.use("address") + " ";
            case LIST, FIELDS, NONE -> "";
        };
    }

    /** Where the bytes begin. */
    String start(Term term) {
        return term instanceof Term.Text(Bytes bytes)
                ? CText.quoted(bytes)
                : terms.place(term) + ".bytes";
    }

    /** How many they are; asked behind {@link #start}. */
    String length(Term term) {
        return switch (term) {
            case Term.Text(Bytes bytes) -> Integer.toString(bytes.length());
            case Term.Use(Variable variable) -> names.of(variable) + ".length";
            default -> names.last("data") + ".length";
        };
    }

    String pointer(String address) {
        return "(struct sockaddr *) &" + address + ".at";
    }

    String lastAddress() {
        return lastAddress;
    }

    /** The name of the variable that holds an address. */
    String address(Term term, Term socket) {
        lastAddress =
                term instanceof Term.Use(Variable variable) && term.type() == Type.ADDRESS
                        ? names.of(variable)
                        : made(addressValue(term, socket));
        return lastAddress;
    }

    private String made(String value) {
        helpers.use("address");
        String name = names.fresh("address");
        out.add("struct address " + name + " = " + value + ";");
        return name;
    }

    /** An address as a value of struct address. */
    String addressValue(Term term, Term socket) {
        return switch (term) {
            case Term.Items(List<Term> parts, _) when parts.size() > 1 -> ofParts(parts, socket);
            case Term.Text(Bytes bytes) ->
                    helpers.use("local") + "(" + CText.quoted(bytes) + ", " + bytes.length() + ")";
            default -> {
                if (term.type() != Type.DATA) {
                    yield terms.of(term);
                }
                String place = terms.place(term);
                yield helpers.use("local") + "(" + place + ".bytes, " + place + ".length)";
            }
        };
    }

    private String ofParts(List<Term> parts, Term socket) {
        Term first = parts.getFirst();
        Term second = parts.get(1);
        if (first.type() == Type.ADDRESS) {
            return helpers.use("shortened") + "(" + terms.of(first) + ", " + terms.of(second) + ")";
        }
        String family = family(first, socket);
        boolean isName = second.type() == Type.DATA;
        String port = isName ? terms.string(second) : terms.of(second);
        String host =
                first instanceof Term.Text(Bytes bytes) && bytes.text().equals("*")
                        ? "\"\""
                        : terms.string(first);
        return helpers.use(isName ? "internet" : "numbered")
                + "("
                + family
                + ", "
                + host
                + ", "
                + port
                + ")";
    }

    /** What is written in numbers says so itself; a name means the family of the socket. */
    private String family(Term host, Term socket) {
        boolean inNumbers =
                host instanceof Term.Text(Bytes bytes) && bytes.text().indexOf(':') >= 0;
        boolean isInet6 = socket instanceof Term.Use(Variable variable) && inet6.contains(variable);
        boolean dotted = host instanceof Term.Text(Bytes bytes) && bytes.text().matches("[0-9.]+");
        return inNumbers || (isInet6 && !dotted) ? "AF_INET6" : "AF_INET";
    }

    private final Set<Variable> inet6 = new HashSet<>();

    /** A socket of IPv6, for names that mean an address of either family. */
    void isInet6(Variable socket) {
        inet6.add(socket);
    }

    /** An option's value: a C int, bytes, or a structure. */
    String option(Step.Make made, String place) {
        if (place.equals("#value")) {
            return made.get("length").type() == Type.NONE
                    ? lastOption
                    : terms.of(made.get("length"));
        }
        Term value = made.get("value");
        if (value.type() == Type.DATA) {
            String start = start(value);
            lastOption = length(value);
            return start;
        }
        String shape = Signatures.shape(made.arguments());
        String name = names.fresh("value");
        lastOption = "sizeof " + name;
        out.add(
                switch (value) {
                    case Term.Fields(Map<String, Term> fields) ->
                            "struct " + shape + " " + name + " = { " + fields(fields) + " };";
                    case Term.Items(List<Term> members, _) ->
                            "struct " + shape + " " + name + " = { " + members(members) + " };";
                    default -> "int " + name + " = " + terms.of(value) + ";";
                });
        return "&" + name;
    }

    private String fields(Map<String, Term> fields) {
        return fields.entrySet().stream()
                .map(field -> "." + field.getKey() + " = " + terms.of(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String members(List<Term> members) {
        return members.stream().map(terms::of).collect(Collectors.joining(", "));
    }
}
