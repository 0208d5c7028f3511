package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Kind;
import sockshell.lesson.Step;
import sockshell.lesson.check.Demand.Meant;
import sockshell.sys.Constants;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;

/**
 * What each step of a lesson demands: its check; or where it has none, the calls of its sock block
 * with their results. Read in order, as a result may belong to an earlier step's call.
 */
final class Demands {
    private static final Value SOMEONE = Value.Whole.of(0);

    private final Catalogue catalogue;
    private final Plain plain;
    private final Map<String, Entry.Statement> under = new HashMap<>();
    private final Set<Role> sockets = new HashSet<>();

    Demands(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        plain = new Plain(catalogue, constants);
    }

    /**
     * What a step demands; what its own solution does, and whether that is all, as there is no
     * block; and the names of all its calls, those in blocks too.
     */
    record Wanted(
            List<Demand> demands, List<Demand.Acts> solution, boolean isAll, Set<String> calls) {
        Wanted {
            demands = List.copyOf(demands);
            solution = List.copyOf(solution);
            calls = Set.copyOf(calls);
        }
    }

    /** The next step's. */
    Wanted of(Step step) {
        List<Demand> acts = acts(step.solution());
        List<Demand> checks =
                step.conditions().stream().map(each -> (Demand) new Demand.Holds(each)).toList();
        List<Demand.Acts> solution =
                acts.stream()
                        .filter(Demand.Acts.class::isInstance)
                        .map(Demand.Acts.class::cast)
                        .toList();
        boolean isAll =
                step.statements().stream()
                        .flatMap(statement -> parsed(statement).stream())
                        .allMatch(each -> each.inner().findAny().isEmpty());
        return new Wanted(checks.isEmpty() ? acts : checks, solution, isAll, calls(step));
    }

    private Set<String> calls(Step step) {
        return step.statements().stream()
                .flatMap(statement -> parsed(statement).stream())
                .flatMap(Stmt::expressions)
                .filter(Expr.Call.class::isInstance)
                .map(expr -> ((Expr.Call) expr).name())
                .collect(Collectors.toSet());
    }

    private List<Stmt> parsed(Entry.Statement statement) {
        return Parser.parse(Tags.standingIn(statement.text()), catalogue::has).statements();
    }

    private List<Demand> acts(List<Entry> solution) {
        List<Demand> demands = new ArrayList<>();
        Set<Entry.Statement> told = new HashSet<>();
        for (Entry entry : solution) {
            switch (entry) {
                case Entry.Statement statement -> under.put(statement.process(), statement);
                case Entry.Seen(_, Line.Result(String who, String text, boolean isCompared)) -> {
                    Optional<Entry.Statement> statement = Optional.ofNullable(under.get(who));
                    statement.ifPresent(told::add);
                    statement.ifPresent(each ->
                            demands.addAll(acts(each, Optional.of(text).filter(_ -> isCompared))));
                }
                case Entry.Seen(_, Line.Blocked(String who, String call)) -> {
                    Optional.ofNullable(under.get(who)).ifPresent(told::add);
                    demands.add(new Demand.Sleeps(who, call));
                }
                case Entry.Seen _, Entry.Aside _ -> {}
            }
        }
        solution.stream()
                .filter(entry -> entry instanceof Entry.Statement each && !told.contains(each))
                .forEach(entry -> demands.addAll(acts((Entry.Statement) entry, Optional.empty())));
        return demands;
    }

    private List<Demand> acts(Entry.Statement statement, Optional<String> result) {
        List<Demand> acts = new ArrayList<>();
        for (Stmt each : parsed(statement)) {
            switch (each) {
                case Stmt.Assign(_, List<Stmt.Target> targets, Expr value) ->
                        acts.addAll(acts(statement.process(), targets, value, result));
                case Stmt.Evaluate(_, Expr value) ->
                        acts.addAll(acts(statement.process(), List.of(), value, result));
                default -> {}
            }
        }
        return acts;
    }

    private List<Demand> acts(
            String process, List<Stmt.Target> targets, Expr value, Optional<String> result) {
        List<Expr.Call> calls = calls(value).toList();
        List<Expr.Call> kernels = calls.stream().filter(call -> !isWorkedOut(call)).toList();
        List<Demand> acts = new ArrayList<>();
        for (Expr.Call call : kernels.isEmpty() ? calls : kernels) {
            boolean isWhole = call.equals(value);
            List<Role> makes = isWhole ? makes(process, call, targets, result) : List.of();
            sockets.addAll(makes);
            acts.add(
                    new Demand.Acts(
                            process,
                            call.name(),
                            arguments(process, call),
                            makes,
                            result.filter(_ -> isWhole)));
        }
        return acts;
    }

    /** The calls of an expression, the inner ones first, as they are made. */
    private static Stream<Expr.Call> calls(Expr value) {
        Stream<Expr.Call> inner = value.parts().flatMap(Demands::calls);
        return value instanceof Expr.Call call ? Stream.concat(inner, Stream.of(call)) : inner;
    }

    private Optional<Gives> gives(Expr.Call call) {
        return catalogue.find(call.name()).map(Call::gives);
    }

    private boolean isWorkedOut(Expr.Call call) {
        return gives(call).filter(each -> each == Gives.VALUE).isPresent();
    }

    private List<Role> makes(
            String process, Expr.Call call, List<Stmt.Target> targets, Optional<String> result) {
        boolean isFailed = result.filter(text -> text.startsWith("-1 ")).isPresent();
        int most =
                switch (gives(call).orElse(Gives.VALUE)) {
                    case DESCRIPTOR, CONNECTION -> 1;
                    case DESCRIPTORS -> 2;
                    default -> 0;
                };
        return targets.stream()
                .limit(isFailed ? 0 : most)
                .map(target -> new Role(process, target.name()))
                .toList();
    }

    /** As the catalogue arranges them, so that all ways to write a call are the same. */
    private List<Meant> arguments(String process, Expr.Call call) {
        List<Meant> written = call.arguments().stream().map(each -> meant(process, each)).toList();
        if (written.contains(new Meant.Anything())) {
            return onlyFirst(written);
        }
        Value[] values = written.stream().map(Demands::value).toArray(Value[]::new);
        return catalogue.find(call.name()).stream()
                .flatMap(each ->
                        each.forms(values.length).stream()
                                .flatMap(form ->
                                        form.arrange(values).stream()
                                                .map(found -> named(form, written, found)))
                                .map(all -> withoutLength(each, all)))
                .findFirst()
                .orElseGet(() -> onlyFirst(written));
    }

    /** C's length of the data is what they are. */
    private static List<Meant> withoutLength(Call call, List<Meant> arguments) {
        List<Meant> all = new ArrayList<>(arguments);
        call.lengthAt(all.size()).ifPresent(all::remove);
        return all;
    }

    private static List<Meant> onlyFirst(List<Meant> written) {
        return written.isEmpty() ? List.of() : written.subList(0, 1);
    }

    private Meant meant(String process, Expr expr) {
        if (expr instanceof Expr.Name(_, String name)
                && sockets.contains(new Role(process, name))) {
            return new Meant.Plays(new Role(process, name));
        }
        return plain.of(expr).<Meant>map(Meant.Is::new).orElseGet(Meant.Anything::new);
    }

    private static Value value(Meant meant) {
        return meant instanceof Meant.Is(Value value) ? value : SOMEONE;
    }

    /** Roles stand where they stood: an address that is joined stands behind them. */
    private static List<Meant> named(Form form, List<Meant> written, Value... arranged) {
        List<Meant> all = new ArrayList<>();
        for (int i = 0; i < arranged.length; i++) {
            Kind kind = form.parameter(i).kind();
            boolean isRole =
                    kind == Kind.DESCRIPTOR
                            && i < written.size()
                            && written.get(i) instanceof Meant.Plays;
            boolean isFree = kind == Kind.SIZE;
            all.add(
                    isRole
                            ? written.get(i)
                            : isFree ? new Meant.Anything() : new Meant.Is(arranged[i]));
        }
        return all;
    }
}
