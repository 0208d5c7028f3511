package sockshell.transcript.program.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Call;
import sockshell.sys.Bytes;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Values as C has them. What needs a place in memory gets a variable, in a line before. */
final class CTerms {

    private final Helpers helpers;
    private final LocalNames names;
    private Lines out = new Lines(0);
    private String missing = "";

    CTerms(Helpers helpers, LocalNames names) {
        this.helpers = helpers;
        this.names = names;
    }

    /** Where lines go that a value needs in front of its own. */
    void writeTo(Lines lines) {
        out = lines;
        missing = "";
    }

    /** What C has no way to say here; empty where all could be said. */
    String missing() {
        return missing;
    }

    String lacking(String what) {
        missing = what;
        return "0";
    }

    String of(Term term) {
        return switch (term) {
            case Term.Whole(long value) -> whole(value);
            case Term.Fraction(double value) -> Double.toString(value);
            case Term.Text(Bytes bytes) -> text(bytes);
            case Term.Truth(boolean value) -> value ? "1" : "0";
            case Term.None _ -> "0";
            case Term.Constant constant -> constant.name();
            case Term.Errno _ -> "errno";
            case Term.Use(Variable variable) -> names.of(variable);
            case Term.Unary(String sign, Term operand) ->
                    sign.equals("not") ? "!" + truth(operand) : sign + inner(operand);
            case Term.Binary binary -> binary(binary);
            case Term.Apply apply -> apply(apply);
            case Term.Index index -> index(index);
            case Term.Slice slice -> slice(slice);
            case Term.Items _ -> lacking("lists as values");
            case Term.Fields _ -> lacking("structures as values");
        };
    }

    private static String whole(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    private String text(Bytes bytes) {
        helpers.use("text");
        return "text(" + CText.quoted(bytes) + ", " + bytes.length() + ")";
    }

    /** In brackets where it is put together. */
    private String inner(Term term) {
        boolean isWhole = term instanceof Term.Binary || term instanceof Term.Unary;
        return isWhole ? "(" + of(term) + ")" : of(term);
    }

    private String binary(Term.Binary binary) {
        Term left = binary.left();
        Term right = binary.right();
        String sign = binary.sign();
        if (sign.equals("and") || sign.equals("or")) {
            return truth(left) + (sign.equals("and") ? " && " : " || ") + truth(right);
        }
        if (left.type() == Type.DATA && right.type() == Type.DATA) {
            return sign.equals("+")
                    ? helpers.use("joined") + "(" + of(left) + ", " + of(right) + ")"
                    : helpers.use("compared") + arguments(left, right) + " " + sign + " 0";
        }
        if (left.type() == Type.DATA && sign.equals("*")) {
            return helpers.use("repeated") + arguments(left, right);
        }
        return sign.equals("<<") && !(left instanceof Term.Whole)
                ? "(long) ((unsigned long) " + number(left) + " << " + number(right) + ")"
                : number(left) + " " + sign + " " + number(right);
    }

    private String arguments(Term left, Term right) {
        return "(" + of(left) + ", " + of(right) + ")";
    }

    /** A text counts as its length here: after a call that failed that is -1. */
    private String number(Term term) {
        return switch (term.type()) {
            case DATA, ADDRESS -> of(term) + ".length";
            case LIST, FIELDS -> lacking("comparing lists");
            default -> inner(term);
        };
    }

    String truth(Term term) {
        return switch (term.type()) {
            case DATA, ADDRESS -> "(" + of(term) + ".length != 0)";
            default -> inner(term);
        };
    }

    private String apply(Term.Apply apply) {
        Call call = apply.call();
        return switch (call.name()) {
            case "upper", "lower" -> helpers.use(call.name()) + "(" + of(apply.get("text")) + ")";
            case "hex" -> helpers.use("hex") + "(" + of(apply.get("bytes")) + ")";
            case "len" -> length(apply.get("of"));
            case "inet_addr" -> "inet_addr(" + string(apply.get("text")) + ")";
            case "inet_ntoa" -> string("inet_ntoa((struct in_addr) { " + inAddr(apply) + " })");
            case "strerror" -> string("strerror(" + of(apply.get("number")) + ")");
            case "inet_aton" -> bytes("AF_INET", apply.get("text"));
            case "inet_pton" -> bytes(of(apply.get("family")), apply.get("text"));
            case "inet_ntop" ->
                    helpers.use("to_text") + arguments(apply.get("family"), apply.get("address"));
            case "sockaddr_in", "sockaddr_in6", "sockaddr_un" -> structure(apply);
            case "rights" -> lacking("rights as a value");
            case "htons", "ntohs" ->
                    call.name() + "(" + cut(apply.get("number"), 0xffff, "uint16_t") + ")";
            case "htonl", "ntohl" ->
                    call.name() + "(" + cut(apply.get("number"), 0xffffffffL, "uint32_t") + ")";
            default -> Template.fill(shown(call), name -> of(apply.get(name)));
        };
    }

    /** C cuts a number to the parameter; where the number is written out it has to be told to. */
    private String cut(Term number, long most, String type) {
        boolean isTooLarge =
                number instanceof Term.Whole(long value) && (value < 0 || value > most);
        return isTooLarge ? "(" + type + ") " + of(number) : of(number);
    }

    static String shown(Call call) {
        return call.shown().getOrDefault(Call.Language.C, "");
    }

    private String inAddr(Term.Apply apply) {
        Term address = apply.get("address");
        return address.type() == Type.DATA
                ? "*(in_addr_t *) " + place(address) + ".bytes"
                : of(address);
    }

    private String bytes(String family, Term text) {
        return helpers.use("to_bytes") + "(" + family + ", " + string(text) + ")";
    }

    private String structure(Term.Apply apply) {
        if (apply.call().name().equals("sockaddr_un")) {
            helpers.use("named");
            return "named(" + of(apply.get("sun_family")) + ", " + of(apply.get("sun_path")) + ")";
        }
        String values =
                apply.arguments().values().stream()
                        .map(this::field)
                        .collect(Collectors.joining(", "));
        return helpers.use(apply.call().name()) + "(" + values + ")";
    }

    private String field(Term term) {
        return term.type() == Type.DATA
                        && term instanceof Term.Apply apply
                        && apply.call().name().equals("inet_aton")
                ? "inet_addr(" + string(apply.get("text")) + ")"
                : of(term);
    }

    private String length(Term of) {
        return switch (of) {
            case Term.Items(List<Term> members, _) -> Integer.toString(members.size());
            case Term.Text(Bytes bytes) -> Integer.toString(bytes.length());
            default -> of.type() == Type.DATA ? of(of) + ".length" : lacking("len of lists");
        };
    }

    /** A C string made into bytes and their length. */
    private String string(String expression) {
        helpers.use("text");
        String name = names.fresh("string");
        out.add("const char *" + name + " = " + expression + ";");
        return "text(" + name + ", strlen(" + name + "))";
    }

    /** The term as a C string. */
    String string(Term term) {
        return switch (term) {
            case Term.Text(Bytes bytes) -> CText.quoted(bytes);
            case Term.None _ -> "NULL";
            default -> {
                helpers.use("terminated");
                yield "terminated(&" + place(term) + ")";
            }
        };
    }

    /** The name of a variable that has the value. */
    String place(Term term) {
        if (term instanceof Term.Use(Variable variable)) {
            return names.of(variable);
        }
        String wish = term.type() == Type.ADDRESS ? "address" : "data";
        helpers.use(wish);
        String value = of(term);
        String name = names.fresh(wish);
        out.add("struct " + wish + " " + name + " = " + value + ";");
        return name;
    }

    private String index(Term.Index index) {
        if (index.of().type() == Type.ADDRESS) {
            boolean isHost = index.type() == Type.DATA;
            return helpers.use(isHost ? "host" : "port") + "(" + of(index.of()) + ")";
        }
        if (index.of().type() != Type.DATA) {
            return lacking("members of lists");
        }
        helpers.use("part");
        String at = of(index.at());
        String end = at.equals("-1") ? "MOST" : inner(index.at()) + " + 1";
        return "part(" + of(index.of()) + ", " + at + ", " + end + ")";
    }

    private String slice(Term.Slice slice) {
        if (slice.of().type() != Type.DATA) {
            return lacking("parts of lists");
        }
        helpers.use("part");
        return "part("
                + of(slice.of())
                + ", "
                + bound(slice.from(), "0")
                + ", "
                + bound(slice.to(), "MOST")
                + ")";
    }

    private String bound(Optional<Term> bound, String missing) {
        return bound.filter(term -> term.type() != Type.NONE).map(this::of).orElse(missing);
    }
}
