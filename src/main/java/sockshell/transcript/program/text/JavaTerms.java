package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Call;
import sockshell.sys.Bytes;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Values as Java has them: data are arrays of bytes, numbers are long, constants numbers. */
final class JavaTerms {
    private final Helpers helpers;
    private final LocalNames names;
    private String missing = "";

    JavaTerms(Helpers helpers, LocalNames names) {
        this.helpers = helpers;
        this.names = names;
    }

    void start() {
        missing = "";
    }

    String missing() {
        return missing;
    }

    String lacking(String what) {
        missing = what;
        return "0";
    }

    String of(Term term) {
        return switch (term) {
            case Term.Whole(long value) -> value == (int) value ? "" + value : value + "L";
            case Term.Fraction(double value) -> Double.toString(value);
            case Term.Text(Bytes bytes) -> helpers.use("bytes") + "(" + quoted(bytes) + ")";
            case Term.Truth(boolean value) -> value ? "1" : "0";
            case Term.None _ -> "null";
            case Term.Constant constant -> of(new Term.Whole(constant.value()));
            case Term.Errno _ -> lacking("errno");
            case Term.Use(Variable variable) -> names.of(variable);
            case Term.Unary(String sign, Term operand) ->
                    sign.equals("not") ? "(" + truth(operand) + " ? 0 : 1)" : sign + inner(operand);
            case Term.Binary binary ->
                    isTruth(binary) ? "(" + truth(binary) + " ? 1 : 0)" : arithmetic(binary);
            case Term.Apply apply -> apply(apply);
            case Term.Index index -> index(index);
            case Term.Slice slice ->
                    helpers.use("part")
                            + "("
                            + of(slice.of())
                            + ", "
                            + bound(slice.from(), "0")
                            + ", "
                            + bound(slice.to(), "Long.MAX_VALUE")
                            + ")";
            case Term.Items _ -> lacking("lists of this kind");
            case Term.Fields _ -> lacking("C structures");
        };
    }

    private String bound(Optional<Term> bound, String missing) {
        return bound.filter(term -> term.type() != Type.NONE).map(this::of).orElse(missing);
    }

    /** Octal escapes are Java's too. */
    static String quoted(Bytes bytes) {
        return CText.quoted(bytes).replace("?\\?", "??");
    }

    private String inner(Term term) {
        return term instanceof Term.Binary ? "(" + of(term) + ")" : of(term);
    }

    private String arithmetic(Term.Binary binary) {
        boolean isData = binary.left().type() == Type.DATA;
        if (isData && (binary.sign().equals("+") || binary.sign().equals("*"))) {
            String helper = helpers.use(binary.sign().equals("+") ? "joined" : "repeated");
            return helper + "(" + of(binary.left()) + ", " + of(binary.right()) + ")";
        }
        return inner(binary.left()) + " " + binary.sign() + " " + inner(binary.right());
    }

    static boolean isTruth(Term term) {
        return switch (term) {
            case Term.Truth _ -> true;
            case Term.Unary(String sign, _) -> sign.equals("not");
            case Term.Binary(String sign, _, _) ->
                    List.of("==", "!=", "<", "<=", ">", ">=", "and", "or").contains(sign);
            default -> false;
        };
    }

    /** A condition. */
    String truth(Term term) {
        return switch (term) {
            case Term.Truth(boolean value) -> Boolean.toString(value);
            case Term.Unary(String sign, Term operand) when sign.equals("not") ->
                    "!(" + truth(operand) + ")";
            case Term.Binary(String sign, Term left, Term right) when isTruth(term) ->
                    compared(sign, left, right);
            default ->
                    switch (term.type()) {
                        case DATA -> of(term) + ".length != 0";
                        case ADDRESS -> of(term) + " != null";
                        case SOCKET, FILE, EPOLL -> of(term) + " != null";
                        default -> inner(term) + " != 0";
                    };
        };
    }

    private String compared(String sign, Term left, Term right) {
        if (sign.equals("and") || sign.equals("or")) {
            String java = sign.equals("and") ? " && " : " || ";
            return "(" + truth(left) + ")" + java + "(" + truth(right) + ")";
        }
        if (left.type() == Type.DATA && right.type() == Type.DATA) {
            return "Arrays.compareUnsigned(" + of(left) + ", " + of(right) + ") " + sign + " 0";
        }
        boolean isObject =
                left.type() == Type.DATA
                        || left.type() == Type.ADDRESS
                        || left.type().isDescriptor();
        if (isObject) {
            boolean isEqual = sign.equals("==") || sign.equals("<");
            return of(left) + (isEqual ? " == null" : " != null");
        }
        return inner(left) + " " + sign + " " + inner(right);
    }

    private String apply(Term.Apply apply) {
        Call call = apply.call();
        return switch (call.name()) {
            case "upper", "lower" -> helpers.use(call.name()) + "(" + of(apply.get("text")) + ")";
            case "hex" -> helpers.use("hex") + "(" + of(apply.get("bytes")) + ")";
            case "len" -> length(apply.get("of"));
            case "inet_addr" -> helpers.use("inetAddr") + "(" + string(apply.get("text")) + ")";
            case "sockaddr_in" ->
                    helpers.use("sockaddrIn")
                            + "("
                            + of(apply.get("sin_port"))
                            + ", "
                            + inAddr(apply.get("sin_addr"))
                            + ")";
            case "sockaddr_un" ->
                    "UnixDomainSocketAddress.of(" + string(apply.get("sun_path")) + ")";
            default -> filled(apply);
        };
    }

    private String inAddr(Term address) {
        return address instanceof Term.Apply apply && apply.call().name().equals("inet_aton")
                ? helpers.use("inetAddr") + "(" + string(apply.get("text")) + ")"
                : of(address);
    }

    private String filled(Term.Apply apply) {
        String shown = apply.call().shown().getOrDefault(Call.Language.JAVA, "");
        if (shown.isEmpty()
                || (apply.call().name().equals("inet_ntoa")
                        && apply.get("address").type() != Type.DATA)) {
            return lacking(apply.call().name());
        }
        String text =
                Template.fill(
                        uncast(shown, apply.arguments()),
                        name ->
                                name.equals("text")
                                        ? string(apply.get(name))
                                        : inner(apply.get(name)));
        return text.endsWith("getHostAddress()") ? helpers.use("bytes") + "(" + text + ")" : text;
    }

    /** A number that is written out is an int already, and the compiler would say so. */
    static String uncast(String shown, Map<String, Term> arguments) {
        String text = shown;
        for (Map.Entry<String, Term> argument : arguments.entrySet()) {
            if (isInt(argument.getValue())) {
                String place = "{" + argument.getKey() + "}";
                text = text.replace("(int) " + place, place);
            }
        }
        return text;
    }

    private static boolean isInt(Term term) {
        return switch (term) {
            case Term.Whole(long value) -> value == (int) value;
            case Term.Constant constant -> constant.value() == (int) constant.value();
            default -> false;
        };
    }

    /** The term as an int. */
    String integer(Term term) {
        return isInt(term) ? of(term) : "(int) " + inner(term);
    }

    private String length(Term of) {
        return switch (of) {
            case Term.Items(List<Term> members, _) -> Integer.toString(members.size());
            default -> of.type() == Type.DATA ? of(of) + ".length" : lacking("len of lists");
        };
    }

    /** Text as Java's String. */
    String string(Term term) {
        return switch (term) {
            case Term.Text(Bytes bytes) -> quoted(bytes);
            case Term.None _ -> "null";
            default -> helpers.use("text") + "(" + of(term) + ")";
        };
    }

    private String index(Term.Index index) {
        String of = of(index.of());
        if (index.of().type() == Type.ADDRESS) {
            String inet = "((InetSocketAddress) " + of + ")";
            return index.type() == Type.DATA
                    ? helpers.use("bytes") + "(" + inet + ".getAddress().getHostAddress())"
                    : inet + ".getPort()";
        }
        if (index.of().type() != Type.DATA) {
            return lacking("lists of this kind");
        }
        String at = of(index.at());
        String end = at.equals("-1") ? "Long.MAX_VALUE" : inner(index.at()) + " + 1";
        return helpers.use("part") + "(" + of + ", " + at + ", " + end + ")";
    }

    String address(Term term) {
        return switch (term) {
            case Term.Items(List<Term> parts, _) when parts.size() > 1 -> pair(parts);
            case Term.Text(Bytes bytes) when !bytes.isEmpty() && bytes.at(0) == '@' ->
                    lacking("abstract addresses");
            default ->
                    term.type() == Type.DATA
                            ? "UnixDomainSocketAddress.of(" + string(term) + ")"
                            : of(term);
        };
    }

    private String pair(List<Term> parts) {
        Term host = parts.getFirst();
        Term port = parts.get(1);
        if (host.type() == Type.ADDRESS || port.type() == Type.DATA) {
            return lacking("addresses of this kind");
        }
        boolean everywhere =
                host instanceof Term.Text(Bytes bytes)
                        && (bytes.isEmpty() || bytes.text().equals("*"));
        String number = integer(port);
        return "new InetSocketAddress(" + (everywhere ? "" : string(host) + ", ") + number + ")";
    }

    /** As the person sees it. */
    String shown(Term term) {
        if (isTruth(term)) {
            return "(" + truth(term) + " ? \"True\" : \"False\")";
        }
        return switch (term.type()) {
            case DATA -> string(term);
            case ADDRESS -> helpers.use("show") + "(" + of(term) + ")";
            case NONE -> "\"None\"";
            case SOCKET, FILE, EPOLL -> lacking("numbers of descriptors");
            default -> inner(term);
        };
    }

    String joined(List<Term> values) {
        String all = values.stream().map(this::shown).collect(Collectors.joining(" + \" \" + "));
        boolean isText = all.contains("\"") || all.contains("text(") || all.contains("show(");
        return all.isEmpty() ? "" : isText ? all : "\"\" + " + all;
    }
}
