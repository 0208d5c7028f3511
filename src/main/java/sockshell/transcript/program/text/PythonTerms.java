package sockshell.transcript.program.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Call;
import sockshell.sys.Bytes;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Values as Python has them: data are bytes, descriptors are sockets, addresses are pairs. */
final class PythonTerms {
    /* Constants of C that Python's modules do not have on every system; the number stands there. */
    private static final Pattern ONLY_C =
            Pattern.compile(
                    "SIOC.*|FD_SETSIZE|INET6?_.*|HOST_.*|TRY_.*|NO_.*|RLIMIT.*|EPOLLWAKEUP"
                            + "|EPOLL_CTL_.*|EHWPOISON|MSG_(WAITFORONE|ZEROCOPY)|UDP_.*|IPV6_(MTU.*"
                            + "|RECVERR)|IP_(PKTINFO|MTU.*|RECVERR|RECVTTL|FREEBIND|BIND.*)"
                            + "|TCP_FASTOPEN_CONNECT|SOL_(IPV6|PACKET)|SCM_TIME.*|ETH_.*"
                            + "|PACKET_STAT.*|AF_BLUETOOTH|SO_(TIMESTAMP.*|.*FORCE"
                            + "|RXQ.*|PEEK.*|BUSY.*|MEMINFO|INCOMING.*|COOKIE|ZEROCOPY)");
    private static final Set<String> NAMES_OF_TEXT =
            Set.of(
                    "inet_ntop",
                    "inet_ntoa",
                    "strerror",
                    "hex",
                    "gethostbyname",
                    "gethostname",
                    "getservbyport",
                    "input",
                    "raw_input");

    private static final Pattern MODULE =
            Pattern.compile(
                    "\\b(socket|select|os|fcntl|errno|termios|struct|array|sys|time)\\.\\w");

    private final Helpers helpers;
    private final LocalNames names;
    private final Set<String> modules = new TreeSet<>();
    private String missing = "";

    PythonTerms(Helpers helpers, LocalNames names) {
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

    /** The modules of all that was written so far. */
    Set<String> modules() {
        return modules;
    }

    /** Notes what modules a piece of Python uses. */
    void note(String text) {
        Matcher module = MODULE.matcher(text);
        while (module.find()) {
            modules.add(module.group(1));
        }
    }

    String of(Term term) {
        return switch (term) {
            case Term.Whole(long value) -> Long.toString(value);
            case Term.Fraction(double value) -> Double.toString(value);
            case Term.Text(Bytes bytes) -> "b" + quoted(bytes);
            case Term.Truth(boolean value) -> value ? "True" : "False";
            case Term.None _ -> "None";
            case Term.Constant constant -> constant(constant);
            case Term.Errno _ -> helpers.use("attempt") + ".errno";
            case Term.Use(Variable variable) -> names.of(variable);
            case Term.Unary(String sign, Term operand) ->
                    (sign.equals("not") ? "not " : sign) + inner(operand);
            case Term.Binary(String sign, Term left, Term right) ->
                    number(left) + " " + sign + " " + number(right);
            case Term.Apply apply -> apply(apply);
            case Term.Index index -> index(index);
            case Term.Slice(Term of, Optional<Term> from, Optional<Term> to) ->
                    inner(of)
                            + "["
                            + from.map(this::of).orElse("")
                            + ":"
                            + to.map(this::of).orElse("")
                            + "]";
            case Term.Items(List<Term> members, boolean tuple) -> items(members, tuple);
            case Term.Fields _ -> lacking("C structures as values");
        };
    }

    private String items(List<Term> members, boolean tuple) {
        String all = members.stream().map(this::of).collect(Collectors.joining(", "));
        if (!tuple) {
            return "[" + all + "]";
        }
        return "(" + all + (members.size() == 1 ? ",)" : ")");
    }

    static String quoted(Bytes bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < bytes.length(); i++) {
            text.append(escaped(bytes.at(i) & 0xff));
        }
        return text.append('"').toString();
    }

    private static String escaped(int octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            default ->
                    octet >= ' ' && octet < 127
                            ? Character.toString(octet)
                            : "\\x%02x".formatted(octet);
        };
    }

    private String constant(Term.Constant constant) {
        String name = constant.name();
        if (name.startsWith("PF_") || name.equals("AF_LOCAL")) {
            return name.endsWith("LOCAL") ? "socket.AF_UNIX" : "socket.AF_" + name.substring(3);
        }
        return ONLY_C.matcher(name).matches()
                ? Long.toString(constant.value())
                : module(name) + "." + name;
    }

    private static String module(String name) {
        if (name.startsWith("POLL") || name.startsWith("EPOLL")) {
            return "select";
        }
        if (name.matches("(F|FD)_.*")) {
            return "fcntl";
        }
        if (name.matches("FIO.*")) {
            return "termios";
        }
        boolean isErrno = name.startsWith("E") && !name.startsWith("EAI_");
        return name.startsWith("O_") ? "os" : isErrno ? "errno" : "socket";
    }

    String inner(Term term) {
        boolean isWhole = term instanceof Term.Binary || term instanceof Term.Unary;
        return isWhole ? "(" + of(term) + ")" : of(term);
    }

    /** The number of a descriptor, where one is compared or shown. */
    String number(Term term) {
        boolean isObject = term.type() == Type.SOCKET || term.type() == Type.EPOLL;
        return isObject ? inner(term) + ".fileno()" : inner(term);
    }

    /** A descriptor's socket; one given as a number is taken over. */
    String descriptor(Term term) {
        return switch (term) {
            case Term.Whole(long number) -> "socket.socket(fileno=" + number + ")";
            default -> of(term);
        };
    }

    /** Text as Python's str. */
    String string(Term term) {
        return switch (term) {
            case Term.Text text when text.bytes().equals(Bytes.of(text.bytes().text())) ->
                    quotedText(text.bytes().text());
            case Term.None _ -> "None";
            default -> term.type() == Type.DATA ? inner(term) + ".decode()" : of(term);
        };
    }

    private static String quotedText(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(c < 127 ? escaped(c) : "\\U%08x".formatted(c)));
        return quoted.append('"').toString();
    }

    private String apply(Term.Apply apply) {
        Call call = apply.call();
        return switch (call.name()) {
            case "inet_ntoa" ->
                    apply.get("address").type() == Type.DATA
                            ? filled(call, apply)
                            : "socket.inet_ntoa(struct.pack(\"=I\", "
                                    + of(apply.get("address"))
                                    + ")).encode()";
            case "sockaddr_in", "sockaddr_in6" ->
                    helpers.use(call.name())
                            + apply.arguments().values().stream()
                                    .map(this::field)
                                    .collect(Collectors.joining(", ", "(", ")"));
            case "sockaddr_un" -> of(apply.get("sun_path"));
            default -> filled(call, apply);
        };
    }

    /** C's in_addr may be given as its four bytes. */
    private String field(Term term) {
        boolean isAton =
                term instanceof Term.Apply apply && apply.call().name().equals("inet_aton");
        return isAton ? "struct.unpack(\"=I\", " + of(term) + ")[0]" : of(term);
    }

    private String filled(Call call, Term.Apply apply) {
        String shown = call.shown().getOrDefault(Call.Language.PYTHON, "");
        String text = Template.fill(shown, name -> argument(call, name, apply.get(name)));
        return NAMES_OF_TEXT.contains(call.name()) ? text + ".encode()" : text;
    }

    String argument(Call call, String name, Term term) {
        boolean isData = Set.of("upper", "lower", "hex", "len").contains(call.name());
        if (name.equals("text") && !isData) {
            return string(term);
        }
        return name.equals("fds") && term instanceof Term.Items(List<Term> fds, _)
                ? fds.stream().map(this::number).collect(Collectors.joining(", "))
                : isData ? inner(term) : of(term);
    }

    static boolean givesText(Call call) {
        return NAMES_OF_TEXT.contains(call.name());
    }

    private String index(Term.Index index) {
        String of = inner(index.of());
        if (index.of().type() == Type.ADDRESS) {
            String part = of + "[" + of(index.at()) + "]";
            return index.type() == Type.DATA ? part + ".encode()" : part;
        }
        if (index.type() != Type.DATA) {
            return of + "[" + of(index.at()) + "]";
        }
        String at = of(index.at());
        String end = at.equals("-1") ? "" : inner(index.at()) + " + 1";
        return of + "[" + at + ":" + end + "]";
    }

    /** A pair, a path, or what a call gave. */
    String address(Term term) {
        return switch (term) {
            case Term.Items(List<Term> parts, _) when parts.size() > 1 -> pair(parts);
            case Term.Text(Bytes bytes) when !bytes.isEmpty() && bytes.at(0) == '@' ->
                    "b" + quoted(Bytes.of((byte) 0).plus(bytes.slice(1, bytes.length())));
            default -> term.type() == Type.DATA ? string(term) : of(term);
        };
    }

    private String pair(List<Term> parts) {
        if (parts.getFirst().type() == Type.ADDRESS) {
            return lacking("a length of its own for an address");
        }
        boolean everywhere =
                parts.getFirst() instanceof Term.Text(Bytes bytes) && bytes.text().equals("*");
        String host = everywhere ? "\"\"" : string(parts.getFirst());
        Term second = parts.get(1);
        String port =
                second.type() == Type.DATA
                        ? "socket.getservbyname(" + string(second) + ")"
                        : of(second);
        String rest =
                parts.stream().skip(2).map(part -> ", " + of(part)).collect(Collectors.joining());
        return "(" + host + ", " + port + rest + ")";
    }
}
