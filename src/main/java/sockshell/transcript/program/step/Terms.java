package sockshell.transcript.program.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;

/** Makes terms of expressions. A call of the system within one becomes a step in front of it. */
final class Terms {
    private final Catalogue catalogue;
    private final Constants constants;
    private final Scope scope;
    private final Before before;

    /** A variable that the chosen lines do not set: somebody did so before them. */
    interface Before {
        Term value(String name);
    }

    Terms(Catalogue catalogue, Constants constants, Scope scope, Before before) {
        this.catalogue = catalogue;
        this.constants = constants;
        this.scope = scope;
        this.before = before;
    }

    /** The end of a child. */
    Step exit() {
        Call exit = catalogue.find("exit").orElseThrow();
        return new Step.Make(exit, Map.of("code", new Term.Whole(0)), List.of(), false);
    }

    Terms with(Scope child) {
        return new Terms(catalogue, constants, child, before);
    }

    /** A call and its arguments; what has to be done for them first is added to the steps. */
    Step.Make call(Expr.Call expr, List<Step> steps, boolean careful) {
        Call call = find(expr);
        Map<String, Term> arguments = arguments(call, expr, steps, careful);
        return new Step.Make(call, arguments, List.of(), careful);
    }

    private Call find(Expr.Call expr) {
        return catalogue
                .find(expr.name())
                .orElseThrow(() -> new IllegalArgumentException("no call: " + expr.name()));
    }

    private Map<String, Term> arguments(
            Call call, Expr.Call expr, List<Step> steps, boolean careful) {
        List<Term> given = new ArrayList<>();
        expr.arguments().forEach(argument -> given.add(of(argument, steps, careful)));
        return Arranged.of(call, given);
    }

    Term of(Expr given, List<Step> steps, boolean careful) {
        return switch (peeled(given)) {
            case Expr.Whole(_, long value) -> new Term.Whole(value);
            case Expr.Fraction(_, double value) -> new Term.Fraction(value);
            case Expr.Text(_, Bytes bytes) -> new Term.Text(bytes);
            case Expr.Path(_, String path) -> Term.Text.of(path);
            case Expr.Name(_, String name) -> name(name);
            case Expr.Scratch(_, int number) -> variable("$" + number);
            case Expr.Call call -> nested(call, steps, careful);
            case Expr.Items(_, List<Expr> members) ->
                    new Term.Items(all(members, steps, careful), true);
            case Expr.ListOf(_, List<Expr> members) ->
                    new Term.Items(all(members, steps, careful), false);
            case Expr.Structure(_, List<Expr.Field> fields) -> fields(fields, steps, careful);
            case Expr.Address(_, String host, Expr port) ->
                    new Term.Items(List.of(word(host), port(port, steps, careful)), true);
            case Expr.Unary(_, String sign, Expr operand) ->
                    new Term.Unary(sign, of(operand, steps, careful));
            case Expr.Binary(_, String sign, Expr left, Expr right) ->
                    new Term.Binary(sign, of(left, steps, careful), of(right, steps, careful));
            case Expr.Index(_, Expr of, Expr at) ->
                    index(of(of, steps, careful), of(at, steps, careful));
            case Expr.Slice(_, Expr of, Optional<Expr> from, Optional<Expr> to) ->
                    new Term.Slice(
                            of(of, steps, careful),
                            from.map(bound -> of(bound, steps, careful)),
                            to.map(bound -> of(bound, steps, careful)));
        };
    }

    private List<Term> all(List<Expr> members, List<Step> steps, boolean careful) {
        return members.stream().map(member -> of(member, steps, careful)).toList();
    }

    private Term name(String name) {
        if (scope.find(name).isPresent()) {
            return variable(name);
        }
        return switch (name) {
            case "errno" -> new Term.Errno();
            case "True" -> new Term.Truth(true);
            case "False" -> new Term.Truth(false);
            case "None" -> new Term.None();
            default ->
                    constants
                            .named(name)
                            .<Term>map(found ->
                                    new Term.Constant(found.name(), found.value(), found.shape()))
                            .orElseGet(() -> variable(name));
        };
    }

    private Term variable(String name) {
        return scope.find(name).<Term>map(Term.Use::new).orElseGet(() -> before.value(name));
    }

    /** A word of an address is a variable's name, or itself where there is none. */
    private Term word(String word) {
        return scope.find(word).<Term>map(Term.Use::new).orElseGet(() -> Term.Text.of(word));
    }

    private Term port(Expr port, List<Step> steps, boolean careful) {
        return port instanceof Expr.Name(_, String service)
                ? word(service)
                : of(port, steps, careful);
    }

    /** Without Python's steps between text and bytes, which are the same here. */
    static Expr peeled(Expr expr) {
        boolean isStep =
                expr instanceof Expr.Call call
                        && (call.name().equals("encode") || call.name().equals("decode"))
                        && !call.arguments().isEmpty();
        return isStep ? peeled(((Expr.Call) expr).arguments().getFirst()) : expr;
    }

    private Term nested(Expr.Call expr, List<Step> steps, boolean careful) {
        Call call = find(expr);
        Map<String, Term> arguments = arguments(call, expr, steps, careful);
        Type type = Signatures.of(call, arguments).getFirst();
        if (Signatures.isOnValues(call)) {
            return new Term.Apply(call, arguments, type);
        }
        if (call.name().equals("print")) {
            steps.add(print(new Step.Make(call, arguments, List.of(), careful)));
            return new Term.None();
        }
        Variable given = scope.fresh(wish(call), type);
        steps.add(new Step.Make(call, arguments, List.of(given), careful));
        return new Term.Use(given);
    }

    static Step print(Step.Make made) {
        return new Step.Print(
                made.get("values") instanceof Term.Items(List<Term> values, _)
                        ? values
                        : List.of());
    }

    /** A name for what a call gave, where the person has none. */
    static String wish(Call call) {
        return switch (call.gives()) {
            case NUMBER -> "count";
            case DESCRIPTOR, DESCRIPTORS, CONNECTION -> "made";
            case DATA, DATAGRAM -> "received";
            case ADDRESS -> "address";
            case ADDRESSES -> "found";
            case OPTION -> "option";
            case READY -> "ready";
            case PROCESS -> "child";
            case MACHINE, VALUE, NOTHING -> "value";
        };
    }

    private Term fields(List<Expr.Field> fields, List<Step> steps, boolean careful) {
        Map<String, Term> named = new LinkedHashMap<>();
        fields.forEach(field -> named.put(field.name(), of(field.value(), steps, careful)));
        return new Term.Fields(named);
    }

    /** The parts of an address are its host and its port; a byte of a text is a text. */
    private static Term index(Term of, Term at) {
        Type type =
                switch (of.type()) {
                    case DATA -> Type.DATA;
                    case ADDRESS ->
                            at instanceof Term.Whole(long place) && place == 0
                                    ? Type.DATA
                                    : Type.NUMBER;
                    default -> Type.NUMBER;
                };
        return new Term.Index(of, at, type);
    }
}
