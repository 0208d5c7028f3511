package sockshell.transcript.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sockshell.lang.Expr;
import sockshell.lang.Numbers;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ResultText;
import sockshell.session.told.Event;
import sockshell.sys.Constants;

/**
 * Gives names to what changes from run to run: the ports that the kernel chose, and the numbers of
 * processes. Which they are the catalogue says, and not what a text looks like. What was typed is
 * no such number: it is the same in the next run.
 */
public final class Tagging {
    /* ip(7), ip_local_port_range: the kernel chooses none below */
    private static final int FIRST_CHOSEN = 1024;
    private static final int MOST_FIELDS = 2;
    private static final String BOUND = "p";
    private static final String PEER = "q";
    private static final String PROCESS = "pid";
    private static final String HIDDEN = "<_=\"host\">";

    private final Catalogue catalogue;
    private final ResultText results;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> typed = new HashSet<>();
    private final Set<Value> machine = new HashSet<>();
    private String kind = PEER;

    public Tagging(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        results = new ResultText(constants, this::address);
    }

    /** Names that there are already, each with its value. */
    public void know(Map<String, String> captured) {
        captured.forEach((name, value) -> {
            names.put(value, name);
            taken.add(name);
        });
    }

    /** A result's text, and whether the next run can be expected to give the same. */
    public record Tagged(String text, boolean isSteady) {}

    /** What was typed, with names for the numbers that have one; the others are remembered. */
    public String statement(String text) {
        StringBuilder tagged = new StringBuilder();
        int copied = 0;
        for (Numbers.Written number : Numbers.of(text)) {
            Optional<String> name = Optional.ofNullable(names.get(Long.toString(number.value())));
            if (name.isPresent()) {
                tagged.append(text, copied, number.span().from());
                tagged.append('<').append(name.get()).append('>');
                copied = number.span().to();
            } else {
                remember(number.value());
            }
        }
        return tagged.append(text.substring(copied)).toString();
    }

    /** A port may be typed without htons(3), and then comes back swapped. */
    private void remember(long number) {
        typed.add(Long.toString(number));
        typed.add(Integer.toString(Short.toUnsignedInt(Short.reverseBytes((short) number))));
    }

    public Tagged result(Event.Finished finished) {
        Optional<Expr> expression = expression(finished.statement().tree());
        Optional<Gives> gives = expression.flatMap(this::gives);
        kind = gives.filter(Gives.ADDRESS::equals).isPresent() ? BOUND : PEER;
        String text = text(finished.outcome(), gives, expression);
        return new Tagged(text, isSteady(finished, gives));
    }

    private String text(Outcome outcome, Optional<Gives> gives, Optional<Expr> expression) {
        if (!(outcome instanceof Outcome.Gave(Value value))) {
            return results.of(outcome);
        }
        if (gives.filter(Gives.MACHINE::equals).isPresent()) {
            machine.add(value);
        }
        if (machine.contains(value)) {
            return HIDDEN;
        }
        return value instanceof Value.Whole(long number)
                ? number(Long.toString(number), gives, expression)
                : results.of(outcome);
    }

    private String number(String number, Optional<Gives> gives, Optional<Expr> expression) {
        if (gives.filter(Gives.PROCESS::equals).isPresent() && !number.equals("0")) {
            return tag(PROCESS, number);
        }
        boolean isPort = expression.filter(Expr.Index.class::isInstance).isPresent();
        boolean isKnown = expression.filter(Tagging::isPlain).isPresent();
        if (isKnown || isPort) {
            return isPort ? port(number) : known(number);
        }
        return number;
    }

    /** A variable, which may hold what an earlier result had a name for. */
    private static boolean isPlain(Expr expression) {
        return expression instanceof Expr.Name || expression instanceof Expr.Scratch;
    }

    private String known(String number) {
        return names.containsKey(number) ? tag(BOUND, number) : number;
    }

    /** {@code 127.0.0.1:40651}: the port stands behind the last colon. */
    private String address(String text) {
        int colon = text.lastIndexOf(':') + 1;
        return text.substring(0, colon) + port(text.substring(colon));
    }

    private String port(String number) {
        boolean isChosen = !typed.contains(number) && Long.parseLong(number) >= FIRST_CHOSEN;
        return isChosen || names.containsKey(number) ? tag(kind, number) : number;
    }

    private String tag(String prefix, String value) {
        String name = names.computeIfAbsent(value, _ -> newName(prefix));
        return "<" + name + "=" + value + ">";
    }

    private String newName(String prefix) {
        String name;
        do {
            int count = counts.merge(prefix, 1, Integer::sum);
            name = count == 1 ? prefix : prefix + count;
        } while (!taken.add(name));
        return name;
    }

    /**
     * What was worked out of a number that changes does so too, and so do the kernel's many numbers
     * about a connection; and TCP acknowledges when it likes, tcp(7).
     */
    private boolean isSteady(Event.Finished finished, Optional<Gives> gives) {
        boolean isWorkedOut = gives.filter(Gives.VALUE::equals).isPresent();
        boolean isTagged = isWorkedOut && mentionsName(finished.statement().text());
        boolean isUnderWay = finished.statement().tree().expressions().anyMatch(Tagging::isUnsent);
        return !isTagged
                && !isUnderWay
                && !(finished.outcome() instanceof Outcome.Gave(Value.Structure fields)
                        && fields.fields().size() > MOST_FIELDS);
    }

    private static boolean isUnsent(Expr expr) {
        return expr instanceof Expr.Call(_, _, String name, List<Expr> arguments)
                && name.equals("ioctl")
                && arguments.size() > 1
                && arguments.get(1) instanceof Expr.Name(_, String request)
                && (request.equals("SIOCOUTQ") || request.equals("TIOCOUTQ"));
    }

    private boolean mentionsName(String text) {
        return Numbers.of(text).stream()
                .anyMatch(number -> names.containsKey(Long.toString(number.value())));
    }

    private static Optional<Expr> expression(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign(_, _, Expr value) -> Optional.of(value);
            case Stmt.Evaluate(_, Expr value) -> Optional.of(value);
            case Stmt.Loop _,
                    Stmt.Repeat _,
                    Stmt.If _,
                    Stmt.Break _,
                    Stmt.Fork _,
                    Stmt.Command _,
                    Stmt.Nothing _ ->
                    Optional.empty();
        };
    }

    /** What the call gives that a value comes from, through an index too. */
    private Optional<Gives> gives(Expr expression) {
        return switch (expression) {
            case Expr.Call call -> catalogue.find(call.name()).map(Call::gives);
            case Expr.Index(_, Expr of, _) -> gives(of);
            default -> Optional.empty();
        };
    }
}
